/** Resolution of a big set of variables, beside times that nobody notices. */
@NullMarked
package tako.bench.variables;

import org.jspecify.annotations.NullMarked;
