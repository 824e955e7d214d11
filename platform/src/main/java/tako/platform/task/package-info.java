/** The durable task queue: claim, lease, fence, park, cancel, end. */
@NullMarked
package tako.platform.task;

import org.jspecify.annotations.NullMarked;
