package tako.platform.database;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** A view over a connection that somebody else opened, and began a transaction on. */
class JdbiView implements View {
    final Handle handle;
    private final Dialect dialect;

    JdbiView(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    @Override
    public Query query(String sql) {
        return handle.createQuery(sql);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }
}
