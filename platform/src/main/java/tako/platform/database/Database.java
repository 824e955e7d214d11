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
 *
 * <p>Bodies run on threads of the database, never on the caller's: no thread-locals reach them. An SQL statement that fails dooms its
 * transaction, on both databases: a body that catches the exception can still not commit. A violated unique constraint reaches the
 * caller as {@link UniqueViolation}.
 *
 * <p>Interrupting a caller neither cancels nor shortens a call: it returns or throws as if nothing had happened, with the thread's
 * interrupt flag set again. So the outcome of a write is always known to whoever asked for it.
 */
public interface Database extends AutoCloseable {
    /**
     * Runs a query over one consistent snapshot.
     *
     * @throws DatabaseUnavailable when the database cannot answer (gone, overloaded, closed, or the query took more than 30 seconds)
     */
    <T extends @Nullable Object> T read(Function<View, T> query);

    /**
     * Runs a change in one serialisable transaction. When this returns, the change is durable; an exception from the body
     * rolls it back and is passed on.
     *
     * @throws DatabaseUnavailable when the change could not be made durable (disk full, database gone)
     * @throws UniqueViolation when a statement of the body violated a unique constraint or primary key
     */
    <T extends @Nullable Object> T write(Function<Tx, T> change);

    /** {@link #write} for a change without a result. */
    default void change(Consumer<Tx> change) {
        this.<@Nullable Void>write(new WithoutResult(change));
    }

    /**
     * Runs a change that takes rows with {@code for update skip locked}: at READ COMMITTED on PostgreSQL, where serialisable claims
     * would mostly conflict with each other; the same as {@link #write} on SQLite. For the task queue's claim and for nothing else:
     * every other change relies on being serialisable.
     *
     * @throws DatabaseUnavailable as {@link #write}
     */
    <T extends @Nullable Object> T claim(Function<Tx, T> claim);

    /**
     * Calls the listener soon after a transaction with {@link Tx#hint} for that channel committed, on this node or (PostgreSQL) on another.
     *
     * <p>Only a hint: it may be lost, and several may arrive as one, so whoever listens also polls. The listener runs on whichever thread
     * brings the news and must return at once (wake something, start nothing). It stays until the database is closed.
     */
    void onHint(String channel, Runnable listener);

    /** What differs between the two databases. */
    Dialect dialect();

    /** Ends what runs, refuses what still waits with {@link DatabaseUnavailable}, and releases all connections. */
    @Override
    void close();
}
