package tako.platform.database;

import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/** One serialisable transaction. */
public interface Tx extends View {
    /** Prepares an insert, update or delete. */
    Update update(String sql);

    /** Prepares one statement to be executed for many rows. */
    PreparedBatch batch(String sql);

    /**
     * The next number of a counter, starting at 1. Gaps are allowed; a number that a committed transaction received is never given again,
     * and writers do not wait for each other.
     *
     * @param counter letters, digits, {@code _} and {@code -}, beginning with a letter, at most 40 characters; upper and lower case differ
     */
    long next(String counter);

    /** Runs a signal after the commit, on the caller's thread and in order; it is dropped when the transaction rolls back. */
    void afterCommit(Runnable signal);

    /** Tells the {@linkplain Database#onHint listeners} of a channel on all nodes, after the commit. The same name rules as for counters. */
    void hint(String channel);
}
