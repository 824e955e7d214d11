package tako.platform.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** One run of a body over one Jdbi handle; collects what is to be signalled after the commit. */
final class HandleTx implements Tx {
    private final HandleView view;
    private final Counters counters;
    private final Hints hints;
    private final List<Runnable> signals = new ArrayList<>();
    private @Nullable SQLException failed;

    HandleTx(Handle handle, Dialect dialect, Counters counters, Hints hints) {
        this.view = new HandleView(handle, dialect);
        this.counters = counters;
        this.hints = hints;
        handle.getConfig(SqlStatements.class).setSqlLogger(new Failures());
    }

    @Override
    public Query query(String sql) {
        return handle().createQuery(sql);
    }

    @Override
    public Update update(String sql) {
        return handle().createUpdate(sql);
    }

    @Override
    public PreparedBatch batch(String sql) {
        return handle().prepareBatch(sql);
    }

    @Override
    public long next(String counter) {
        return counters.next(handle(), Names.checked(counter));
    }

    @Override
    public void afterCommit(Runnable signal) {
        signals.add(signal);
    }

    @Override
    public void hint(String channel) {
        String checked = Names.checked(channel);
        signals.add(() -> hints.give(checked));
    }

    @Override
    public Dialect dialect() {
        return view.dialect();
    }

    /** What to run after the commit, in order. */
    List<Runnable> signals() {
        return signals;
    }

    void end() {
        view.end();
    }

    /** @throws IllegalStateException when a statement failed, so that the transaction must not commit */
    void refuseIfFailed() {
        if (failed != null) {
            throw new IllegalStateException("A statement failed, so its transaction cannot go on or commit.", failed);
        }
    }

    /** The statement's failure that doomed this run, whatever the body made of it; otherwise what the body threw. */
    Throwable causeOf(Throwable thrown) {
        return failed != null ? failed : thrown;
    }

    private Handle handle() {
        refuseIfFailed();
        return view.handle();
    }

    /** Notices failed statements also where the body catches the exception. */
    private final class Failures implements SqlLogger {
        @Override
        public void logException(StatementContext context, SQLException failure) {
            failed = failure;
        }
    }
}
