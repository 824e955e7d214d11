/**
 * Configuration files rewritten by variables: what a format gets and what it answers. Each format has a package of its own; {@code file}
 * chooses among them and reads and writes bytes.
 */
@NullMarked
package tako.structured;

import org.jspecify.annotations.NullMarked;
