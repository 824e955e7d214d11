/** Deployment processes: steps, their actions and the packages these use. */
@NullMarked
package tako.server.projects.process;

import org.jspecify.annotations.NullMarked;
