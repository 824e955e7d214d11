/** Projects and their deployment settings. */
@NullMarked
package tako.server.projects.project;

import org.jspecify.annotations.NullMarked;
