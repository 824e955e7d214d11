package tako.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Runs one body in one PostgreSQL transaction. */
final class PostgresTransactions {
    private final Jdbi jdbi;
    private final Counters counters;
    private final Hints hints;
    private final Overruns overruns;

    PostgresTransactions(Jdbi jdbi, Counters counters, Hints hints, Overruns overruns) {
        this.jdbi = jdbi;
        this.counters = counters;
        this.hints = hints;
        this.overruns = overruns;
    }

    <T extends @Nullable Object> T read(Request<View, T> request) throws SQLException {
        try (Handle handle = jdbi.open()) {
            handle.execute("set transaction isolation level repeatable read, read only");
            HandleView view = new HandleView(handle, Dialect.POSTGRESQL);
            try {
                return request.run(view);
            } finally {
                view.end();
            }
        }
    }

    /** @throws LostRace when another transaction got in between; nothing was stored */
    <T extends @Nullable Object> T write(Request<HandleTx, T> request) throws SQLException {
        try (Handle handle = jdbi.open()) {
            return commit(handle, request);
        }
    }

    /**
     * At READ COMMITTED.
     *
     * @throws LostRace when a deadlock was broken by ending this transaction; nothing was stored
     */
    <T extends @Nullable Object> T claim(Request<HandleTx, T> request) throws SQLException {
        try (Handle handle = jdbi.open()) {
            handle.execute("set transaction isolation level read committed");
            return commit(handle, request);
        }
    }

    /** A transaction that does not reach its commit is rolled back by the pool when the connection returns to it. */
    private <T extends @Nullable Object> T commit(Handle handle, Request<HandleTx, T> request) throws SQLException {
        HandleTx tx = new HandleTx(handle, Dialect.POSTGRESQL, counters, hints);
        try {
            T result = overruns.watch(request, () -> request.run(tx));
            tx.refuseIfFailed();
            commit(handle.getConnection());
            return result;
        } catch (RuntimeException | SQLException failure) {
            Throwable cause = tx.causeOf(failure);
            if (PostgresFailures.isConflict(cause)) {
                throw new LostRace(failure);
            }
            PostgresFailures.unavailable(cause).ifPresent(lost -> {
                throw lost;
            });
            throw failure;
        } finally {
            tx.end();
        }
    }

    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (PostgresFailures.isLostConnection(e)) {
                throw new DatabaseUnavailable(
                        "The connection to PostgreSQL broke while it stored the change; see whether the change is there before you repeat it.",
                        e);
            }
            throw e;
        }
    }
}
