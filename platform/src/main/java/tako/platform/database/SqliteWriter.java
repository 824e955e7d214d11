package tako.platform.database;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SQLite's single writer: one platform thread that drains a queue and commits groups. Each request runs under a savepoint,
 * so that one that fails leaves its neighbours alone; when the commit itself fails, nothing of the group is acknowledged.
 */
final class SqliteWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteWriter.class);
    private static final int MOST_PER_GROUP = 64;
    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final SqliteConnections connections;
    private final Nesting nesting;
    private final Hints hints;
    private final BlockingQueue<Request<?>> queue = new LinkedBlockingQueue<>(10_000);
    private final Thread thread;
    private volatile boolean closed;

    SqliteWriter(SqliteConnections connections, Nesting nesting, Hints hints) {
        this.connections = connections;
        this.nesting = nesting;
        this.hints = hints;
        this.thread = Thread.ofPlatform().name("sqlite-writer").start(this::drain);
    }

    <T extends @Nullable Object> CompletableFuture<Committed<T>> submit(Function<Tx, T> change) {
        var request = new Request<T>(change);
        if (closed || !queue.offer(request)) {
            request.refuse(new DatabaseUnavailable(
                    closed
                            ? "The database is closed because the server is stopping."
                            : "Too many changes wait for the disk. Try again in a moment.",
                    null));
        } else if (closed) {
            refuseAll();
        }
        return request.done;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuseAll();
    }

    private void refuseAll() {
        var rest = new ArrayList<Request<?>>();
        queue.drainTo(rest);
        rest.forEach(request -> request.refuse(
                new DatabaseUnavailable("The database is closed because the server is stopping.", null)));
    }

    private void drain() {
        @Nullable Handle handle = null;
        while (!closed || !queue.isEmpty()) {
            List<Request<?>> group = nextGroup();
            if (group.isEmpty()) {
                continue;
            }
            try {
                if (handle == null) {
                    handle = connections.openWriter();
                }
                commit(handle, group);
            } catch (RuntimeException e) {
                LOG.error("A group of {} changes could not be committed", group.size(), e);
                var unavailable = new DatabaseUnavailable(SqliteErrors.sentence(e), e);
                group.forEach(request -> request.refuse(unavailable));
                closeQuietly(handle);
                handle = null;
            }
        }
        closeQuietly(handle);
    }

    private List<Request<?>> nextGroup() {
        var group = new ArrayList<Request<?>>();
        try {
            Request<?> first = queue.poll(1, TimeUnit.SECONDS);
            if (first != null) {
                group.add(first);
            }
        } catch (InterruptedException e) {
            LOG.debug("The writer was asked to stop");
        }
        queue.drainTo(group, MOST_PER_GROUP - group.size());
        return group;
    }

    private void commit(Handle handle, List<Request<?>> group) {
        handle.execute("begin immediate");
        for (Request<?> request : group) {
            handle.execute("savepoint request");
            long start = System.nanoTime();
            boolean kept = nesting.within(() -> request.run(newTransaction(handle)));
            long nanos = System.nanoTime() - start;
            if (nanos > SLOW_NANOS) {
                LOG.warn("A change held the writer for {} ms", TimeUnit.NANOSECONDS.toMillis(nanos));
            }
            if (!kept) {
                handle.execute("rollback to request");
            }
            handle.execute("release request");
        }
        handle.execute("commit");
        group.forEach(Request::acknowledge);
    }

    private JdbiTx newTransaction(Handle handle) {
        return new JdbiTx(
                handle,
                Dialect.SQLITE,
                SqliteCounters::next,
                (tx, channel) -> tx.afterCommit(() -> hints.tell(channel)));
    }

    private static void closeQuietly(@Nullable Handle handle) {
        if (handle == null) {
            return;
        }
        try {
            handle.close();
        } catch (RuntimeException e) {
            LOG.warn("The writer's connection did not close cleanly", e);
        }
    }

    /** A result that is durable, with the signals its caller runs. */
    record Committed<T extends @Nullable Object>(T result, List<Runnable> signals) {}

    private static final class Request<T extends @Nullable Object> {
        private final Function<Tx, T> change;
        private final CompletableFuture<Committed<T>> done = new CompletableFuture<>();
        private @Nullable Committed<T> result;
        private @Nullable Throwable failure;

        Request(Function<Tx, T> change) {
            this.change = change;
        }

        /** Runs the body; false means that its effects are to be undone. A fatal database error ends the whole group. */
        boolean run(JdbiTx tx) {
            try {
                T value = change.apply(tx);
                result = new Committed<>(value, tx.signals());
                return true;
            } catch (RuntimeException | Error e) {
                if (SqliteErrors.fatal(e)) {
                    throw e;
                }
                failure = e;
                return false;
            }
        }

        void acknowledge() {
            if (failure != null) {
                done.completeExceptionally(failure);
            } else if (result != null) {
                done.complete(result);
            }
        }

        void refuse(Throwable reason) {
            done.completeExceptionally(failure != null ? failure : reason);
        }
    }
}
