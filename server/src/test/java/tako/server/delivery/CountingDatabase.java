package tako.server.delivery;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import tako.platform.database.Database;
import tako.platform.database.Dialect;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** A database that counts the statements of reads. */
public final class CountingDatabase implements Database {
    private final Database database;
    private final AtomicInteger statements = new AtomicInteger();

    public CountingDatabase(Database database) {
        this.database = database;
    }

    /** How many statements reads have made since the last time that this was asked. */
    public int take() {
        return statements.getAndSet(0);
    }

    @Override
    public <T extends @Nullable Object> T read(Function<View, T> query) {
        return database.<T>read(view -> query.apply(new CountingView(view, statements)));
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Tx, T> change) {
        return database.write(change);
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

    private record CountingView(View view, AtomicInteger statements) implements View {
        @Override
        public Query query(String sql) {
            statements.incrementAndGet();
            return view.query(sql);
        }

        @Override
        public Dialect dialect() {
            return view.dialect();
        }
    }
}
