/** Worker pools and workers. */
@NullMarked
package tako.server.infrastructure.worker;

import org.jspecify.annotations.NullMarked;
