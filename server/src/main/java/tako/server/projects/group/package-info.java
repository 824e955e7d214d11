/** Project groups. */
@NullMarked
package tako.server.projects.group;

import org.jspecify.annotations.NullMarked;
