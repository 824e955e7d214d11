/** Frozen copies, addressed by their content and shared between releases. */
@NullMarked
package tako.server.projects.snapshot;

import org.jspecify.annotations.NullMarked;
