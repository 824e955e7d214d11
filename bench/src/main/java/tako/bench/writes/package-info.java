/** Document writes with audit, and the same statements by bare JDBC. */
@NullMarked
package tako.bench.writes;

import org.jspecify.annotations.NullMarked;
