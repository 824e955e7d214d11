/** Hostile files, found by Jazzer; their corpus is replayed by every build and grown by {@code ./tako test --soak fuzz}. */
@NullMarked
package tako.structured.fuzz;

import org.jspecify.annotations.NullMarked;
