package tako.platform.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that changes the file. It takes what waits, at most {@value #GROUP} requests, and commits them together, so that many
 * changes share one flush of the disk; each runs under a savepoint of its own, so that one that fails takes no neighbour with it.
 *
 * <p>Nobody gets an answer, not even a refusal, before the group is durable: a body may have seen what a neighbour wrote. When the group
 * fails, all in it fail, the connection is given up and the next group opens another.
 */
final class SqliteWriter {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteWriter.class);
    private static final int GROUP = 64;

    /** Opens the connection, at first and again after a failure. */
    interface Sessions {
        SqliteSession open() throws SQLException;
    }

    private final BlockingQueue<Request<HandleTx, ?>> waiting = new LinkedBlockingQueue<>();
    private final Request<HandleTx, Boolean> end = new Request<>(this, tx -> true);
    private final Sessions sessions;
    private final SqliteTransactions transactions;
    private final DatabaseThread thread;
    private volatile boolean closed;
    private @Nullable SqliteSession session;

    SqliteWriter(Database owner, Sessions sessions, SqliteTransactions transactions) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.thread = new DatabaseThread(owner, "database-writer", this::work);
        thread.start();
    }

    void submit(Request<HandleTx, ?> request) {
        waiting.add(request);
        if (closed && waiting.remove(request)) {
            request.fail(closed());
        }
    }

    /** Finishes the running group, refuses what waits and releases the file. */
    void close() {
        closed = true;
        waiting.add(end);
        Uninterruptibly.join(thread);
    }

    private void work() {
        try {
            while (!closed) {
                serve(nextGroup());
            }
        } catch (InterruptedException e) {
            LOG.error("The database's writer was interrupted and ends", e);
            closed = true;
        } finally {
            refuseWaiting();
            closeSession();
        }
    }

    private List<Request<HandleTx, ?>> nextGroup() throws InterruptedException {
        List<Request<HandleTx, ?>> group = new ArrayList<>(GROUP);
        group.add(waiting.take());
        waiting.drainTo(group, GROUP - 1);
        group.removeIf(request -> request.equals(end) || !request.take());
        return group;
    }

    private void serve(List<Request<HandleTx, ?>> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            transactions.commit(session(), group).forEach(Runnable::run);
        } catch (SQLException | DatabaseUnavailable e) {
            DatabaseUnavailable reason = SqliteFailures.lost(e);
            LOG.error("{} changes could not be stored: {}", group.size(), reason.getMessage(), e);
            closeSession();
            group.forEach(request -> request.fail(reason));
        }
    }

    private SqliteSession session() throws SQLException {
        if (session == null) {
            session = sessions.open();
        }
        return session;
    }

    private void closeSession() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private void refuseWaiting() {
        List<Request<HandleTx, ?>> left = new ArrayList<>();
        waiting.drainTo(left);
        left.forEach(request -> request.fail(closed()));
    }

    private static DatabaseUnavailable closed() {
        return new DatabaseUnavailable(
                "The database is closed because the server is stopping; try again when it is back.");
    }
}
