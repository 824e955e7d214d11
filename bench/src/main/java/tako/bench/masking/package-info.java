/** Masking of a log stream, beside a rate that no program writes faster for long. */
@NullMarked
package tako.bench.masking;

import org.jspecify.annotations.NullMarked;
