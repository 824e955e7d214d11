package tako.server.library.variableset;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tako.platform.database.Database;
import tako.platform.database.Dialect;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** A database in which somebody else is faster, once, between what is read and the write that follows. */
final class InterruptedWrites implements Database {
    private final Database database;
    private final AtomicReference<Optional<Runnable>> first = new AtomicReference<>(Optional.empty());

    InterruptedWrites(Database database) {
        this.database = database;
    }

    /** What happens before the next write. */
    void beforeWrite(Runnable change) {
        first.set(Optional.of(change));
    }

    @Override
    public <T extends @Nullable Object> T read(Function<View, T> query) {
        return database.read(query);
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Tx, T> change) {
        first.getAndSet(Optional.empty()).ifPresent(Runnable::run);
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
}
