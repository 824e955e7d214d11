/** The benchmarks: one table of descriptors and the command that runs them. */
@NullMarked
package tako.bench;

import org.jspecify.annotations.NullMarked;
