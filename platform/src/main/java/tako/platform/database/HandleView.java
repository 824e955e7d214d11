package tako.platform.database;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** A view over one Jdbi handle, usable until its call ends. */
final class HandleView implements View {
    private final Handle handle;
    private final Dialect dialect;
    private boolean ended;

    HandleView(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    @Override
    public Query query(String sql) {
        return handle().createQuery(sql);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    /** The handle, as long as the call runs. */
    Handle handle() {
        if (ended) {
            throw new IllegalStateException("A View or Tx was used after the call that it was given to had ended.");
        }
        return handle;
    }

    void end() {
        ended = true;
    }
}
