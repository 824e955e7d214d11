package tako.platform.database;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The only way to stored state. Reads see one consistent snapshot; writes are serialisable on both databases.
 *
 * <p>A write body may run more than once (PostgreSQL retries conflicts), so it must have no effect outside the database:
 * no network, no files, no password hashing, a few milliseconds at most. What must be seen outside goes to {@link
 * Tx#afterCommit}. Nesting is refused: pass the {@link View} or {@link Tx} down.
 */
public interface Database extends AutoCloseable {
    /**
     * Runs a query over one consistent snapshot.
     *
     * @throws DatabaseUnavailable when the database cannot answer (gone, overloaded, closed)
     */
    <T extends @Nullable Object> T read(Function<View, T> query);

    /**
     * Runs a change in one serialisable transaction. When this returns, the change is durable; an exception from the body
     * rolls it back and is passed on.
     *
     * @throws DatabaseUnavailable when the change could not be made durable (disk full, database gone)
     */
    <T extends @Nullable Object> T write(Function<Tx, T> change);

    /** {@link #write} for a change without a result. */
    default void change(Consumer<Tx> change) {
        this.<@Nullable Void>write(tx -> {
            change.accept(tx);
            return null;
        });
    }

    /**
     * The task queue's claim: a transaction of one statement, at READ COMMITTED where the database knows several levels, so
     * that nodes which claim at the same time do not make each other start over. For nothing else.
     */
    <T extends @Nullable Object> T claim(Function<Tx, T> claim);

    /**
     * Calls the listener soon after a transaction with {@link Tx#hint} for that channel committed, on this node or another. Only
     * a hint: it may be lost, so whoever listens also polls. It runs on whichever thread brings the news and must return at once.
     */
    void onHint(String channel, Runnable listener);

    /** What differs between the two databases. */
    Dialect dialect();

    @Override
    void close();
}
