package tako.server.library.variableset;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import tako.platform.database.Database;
import tako.platform.database.Dialect;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** A database that counts the statements of writes; a batch is one. */
final class CountedWrites implements Database {
    private final Database database;
    private final AtomicInteger statements = new AtomicInteger();

    CountedWrites(Database database) {
        this.database = database;
    }

    /** How many statements writes have made since the last time that this was asked. */
    int take() {
        return statements.getAndSet(0);
    }

    @Override
    public <T extends @Nullable Object> T read(Function<View, T> query) {
        return database.read(query);
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Tx, T> change) {
        return database.<T>write(tx -> change.apply(new CountedTx(tx, statements)));
    }

    @Override
    public <T extends @Nullable Object> T claim(Function<Tx, T> claim) {
        return database.claim(claim);
    }

    @Override
    public void onHint(String channel, Runnable listener) {
        database.onHint(channel, listener);
    }

    @Override
    public Dialect dialect() {
        return database.dialect();
    }

    @Override
    public void close() {
        database.close();
    }

    private record CountedTx(Tx tx, AtomicInteger statements) implements Tx {
        @Override
        public Query query(String sql) {
            statements.incrementAndGet();
            return tx.query(sql);
        }

        @Override
        public Update update(String sql) {
            statements.incrementAndGet();
            return tx.update(sql);
        }

        @Override
        public PreparedBatch batch(String sql) {
            statements.incrementAndGet();
            return tx.batch(sql);
        }

        @Override
        public Dialect dialect() {
            return tx.dialect();
        }

        @Override
        public long next(String counter) {
            return tx.next(counter);
        }

        @Override
        public void afterCommit(Runnable signal) {
            tx.afterCommit(signal);
        }

        @Override
        public void hint(String channel) {
            tx.hint(channel);
        }
    }
}
