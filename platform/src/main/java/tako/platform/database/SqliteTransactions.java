package tako.platform.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a group of requests in one SQLite transaction, each under a savepoint. */
final class SqliteTransactions {
    private final Hints hints;
    private final Overruns overruns;
    private final SqliteCounters counters = new SqliteCounters();

    SqliteTransactions(Hints hints, Overruns overruns) {
        this.hints = hints;
        this.overruns = overruns;
    }

    /**
     * Returns the answers to give, now that all is durable.
     *
     * @throws SQLException when nothing of the group was stored
     * @throws DatabaseUnavailable when nothing of the group was stored, and the reason is known
     */
    List<Runnable> commit(SqliteSession session, List<Request<HandleTx, ?>> group) throws SQLException {
        boolean committed = false;
        try {
            List<Runnable> answers = run(session, group);
            committed = true;
            return answers;
        } finally {
            if (!committed) {
                counters.forget();
            }
        }
    }

    private List<Runnable> run(SqliteSession session, List<Request<HandleTx, ?>> group) throws SQLException {
        List<Runnable> answers = new ArrayList<>(group.size());
        session.restartClock();
        session.execute("begin immediate");
        for (Request<HandleTx, ?> request : group) {
            answers.add(attempt(session, request));
        }
        session.restartClock();
        counters.store(session.handle());
        session.execute("commit");
        return answers;
    }

    private <T extends @Nullable Object> Runnable attempt(SqliteSession session, Request<HandleTx, T> request)
            throws SQLException {
        HandleTx tx = new HandleTx(session.handle(), Dialect.SQLITE, counters, hints);
        Map<String, Long> numbers = counters.mark();
        session.restartClock();
        session.execute("savepoint request");
        try {
            T result = overruns.watch(request, () -> request.run(tx));
            tx.refuseIfFailed();
            session.execute("release request");
            return () -> request.complete(result);
        } catch (Throwable failure) {
            undo(session, tx.causeOf(failure));
            counters.backTo(numbers);
            return () -> request.fail(SqliteFailures.translated(failure));
        } finally {
            tx.end();
        }
    }

    /** Undoes one request, unless the failure is one with which SQLite may have undone the whole group. */
    private static void undo(SqliteSession session, Throwable cause) throws SQLException {
        SqliteFailures.unavailable(cause).ifPresent(lost -> {
            throw lost;
        });
        session.execute("rollback to request");
        session.execute("release request");
    }
}
