/** Fresh databases that sync each commit to disk. */
@NullMarked
package tako.bench.database;

import org.jspecify.annotations.NullMarked;
