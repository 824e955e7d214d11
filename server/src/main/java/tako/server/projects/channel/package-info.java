/** Channels: which releases of a project follow which lifecycle. */
@NullMarked
package tako.server.projects.channel;

import org.jspecify.annotations.NullMarked;
