/** Hostile input, found by Jazzer; its corpus is replayed by every build and grown by {@code ./tako test --soak fuzz}. */
@NullMarked
package tako.octostache.fuzz;

import org.jspecify.annotations.NullMarked;
