/** Starting the product as a process of its own. */
@NullMarked
package tako.bench.start;

import org.jspecify.annotations.NullMarked;
