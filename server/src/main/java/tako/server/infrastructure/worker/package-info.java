/** Worker pools. */
@NullMarked
package tako.server.infrastructure.worker;

import org.jspecify.annotations.NullMarked;
