/** Lines of task logs until they are durable, and opening a long log. */
@NullMarked
package tako.bench.log;

import org.jspecify.annotations.NullMarked;
