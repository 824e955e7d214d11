package tako.platform.database;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The embedded database: one writer, a few readers, one file. */
final class SqliteDatabase implements Database {
    private final Limits limits;
    private final Hints hints = new LocalHints();
    private final SqliteWriter writer;
    private final SqliteReaders readers;

    SqliteDatabase(Path file, Limits limits) {
        this(() -> SqliteSession.writing(file, limits.body()), file, limits);
    }

    /** @param sessions opens the writer's connection */
    SqliteDatabase(SqliteWriter.Sessions sessions, Path file, Limits limits) {
        this.limits = limits;
        this.writer = new SqliteWriter(this, sessions, new SqliteTransactions(hints, new Overruns(limits.overrun())));
        this.readers = new SqliteReaders(this, () -> SqliteSession.reading(file, limits.body()));
    }

    @Override
    public <T extends @Nullable Object> T read(Function<View, T> query) {
        DatabaseThread.refuseNested(this);
        Request<View, T> request = new Request<>(query, query);
        readers.submit(request);
        return request.await(limits.turn());
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Tx, T> change) {
        DatabaseThread.refuseNested(this);
        Request<HandleTx, Committed<T>> request = Committed.request(change);
        writer.submit(request);
        return request.await(limits.turn()).signalled();
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
        DatabaseThread.refuseNested(this);
        readers.close();
        writer.close();
    }
}
