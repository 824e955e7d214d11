/** Tasks as clients see them: what they are about, how they stand, what they wait for, and their logs. */
@NullMarked
package tako.server.delivery.task;

import org.jspecify.annotations.NullMarked;
