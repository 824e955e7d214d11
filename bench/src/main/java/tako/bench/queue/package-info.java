/** No-op tasks through the queue and through a peer. */
@NullMarked
package tako.bench.queue;

import org.jspecify.annotations.NullMarked;
