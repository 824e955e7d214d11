package tako.platform.database;

import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** A few threads, each read under a snapshot over a read-only connection. A connection that failed is not used again. */
final class SqliteReaders {
    private static final int COUNT = 4;

    private final Deque<SqliteSession> idle = new ConcurrentLinkedDeque<>();
    private final SqliteWriter.Sessions sessions;
    private final Workers workers;

    SqliteReaders(Database owner, SqliteWriter.Sessions sessions) {
        this.sessions = sessions;
        this.workers = new Workers(owner, "database-reader", COUNT);
    }

    <T extends @Nullable Object> void submit(Request<View, T> request) {
        workers.submit(request, () -> answer(request));
    }

    void close() {
        workers.close();
        idle.forEach(SqliteSession::close);
    }

    private <T extends @Nullable Object> void answer(Request<View, T> request) {
        try {
            request.complete(run(request));
        } catch (Throwable failure) {
            request.fail(
                    SqliteFailures.unavailable(failure).<Throwable>map(e -> e).orElse(failure));
        }
    }

    private <T extends @Nullable Object> T run(Request<View, T> request) throws SQLException {
        SqliteSession session = session();
        HandleView view = new HandleView(session.handle(), Dialect.SQLITE);
        session.restartClock();
        try {
            session.execute("begin");
            return request.run(view);
        } finally {
            view.end();
            giveBack(session);
        }
    }

    private SqliteSession session() throws SQLException {
        SqliteSession session = idle.pollFirst();
        return session != null ? session : sessions.open();
    }

    private void giveBack(SqliteSession session) {
        session.restartClock();
        try {
            session.execute("rollback");
            idle.addFirst(session);
        } catch (SQLException e) {
            session.close();
        }
    }
}
