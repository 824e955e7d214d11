/** Deployment targets and their policies. */
@NullMarked
package tako.server.infrastructure.machine;

import org.jspecify.annotations.NullMarked;
