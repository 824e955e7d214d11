/** Comparing two sides in one run, and saying so honestly. */
@NullMarked
package tako.bench.harness;

import org.jspecify.annotations.NullMarked;
