/** The only ways into the database: reads over a view, serialisable writes over a transaction. */
@NullMarked
package tako.platform.database;

import org.jspecify.annotations.NullMarked;
