package tako.platform.database;

import org.jdbi.v3.core.statement.Query;

/** Read access to one consistent snapshot. Named parameters ({@code :name}) and mapping are Jdbi's. */
public interface View {
    /** Prepares a select; the caller binds, maps and collects it before the enclosing call ends. */
    Query query(String sql);

    /** What differs between the two databases. */
    Dialect dialect();
}
