/** Trying out templates: nothing is read or kept. */
@NullMarked
package tako.server.projects.playground;

import org.jspecify.annotations.NullMarked;
