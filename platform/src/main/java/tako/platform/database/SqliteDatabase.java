package tako.platform.database;

import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The embedded database. Callers wait on futures, never inside native code: a native call holds a virtual thread's carrier
 * for as long as it runs, so readers and the writer are platform threads.
 */
final class SqliteDatabase implements Database {
    private static final int READERS = 4;

    private final Nesting nesting = new Nesting();
    private final SqliteConnections connections;
    private final SqliteWriter writer;
    private final ExecutorService readers;
    private final BlockingQueue<Handle> idle = new ArrayBlockingQueue<>(READERS);
    private final Hints hints = new Hints();

    SqliteDatabase(Path file) {
        connections = new SqliteConnections(file);
        writer = new SqliteWriter(connections, nesting, hints);
        readers = Executors.newFixedThreadPool(
                READERS, Thread.ofPlatform().name("sqlite-reader-", 1).daemon().factory());
    }

    @Override
    public <T extends @Nullable Object> T read(Function<View, T> query) {
        nesting.refuse();
        try {
            return await(readers.submit(() -> nesting.within(() -> readNow(query))));
        } catch (RejectedExecutionException e) {
            throw new DatabaseUnavailable("The database is closed because the server is stopping.", e);
        }
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Tx, T> change) {
        nesting.refuse();
        CompletableFuture<SqliteWriter.Committed<T>> done = writer.submit(change);
        SqliteWriter.Committed<T> committed = await(done);
        committed.signals().forEach(Runnable::run);
        return committed.result();
    }

    @Override
    public <T extends @Nullable Object> T claim(Function<Tx, T> claim) {
        return write(claim);
    }

    @Override
    public void onHint(String channel, Runnable listener) {
        hints.listen(channel, listener);
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
        idle.forEach(Handle::close);
    }

    private <T extends @Nullable Object> T readNow(Function<View, T> query) {
        Handle handle = idle.poll();
        if (handle == null) {
            handle = connections.openReader();
        }
        boolean healthy = false;
        try {
            handle.execute("begin");
            T result = query.apply(new JdbiView(handle, Dialect.SQLITE));
            handle.execute("commit");
            healthy = true;
            return result;
        } catch (RuntimeException e) {
            if (SqliteErrors.fatal(e)) {
                throw new DatabaseUnavailable(SqliteErrors.sentence(e), e);
            }
            handle.execute("rollback");
            healthy = true;
            throw e;
        } finally {
            if (!healthy || !idle.offer(handle)) {
                handle.close();
            }
        }
    }

    /**
     * Waits for the outcome even when interrupted, so that a caller always knows whether its change was made; the interrupt
     * is kept for what the caller does next. Bodies take milliseconds.
     */
    private static <T extends @Nullable Object> T await(Future<T> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw passOn(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException passOn(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            case null, default -> new IllegalStateException(cause);
        };
    }
}
