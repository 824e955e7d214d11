package tako.platform.database;

import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/** One serialisable transaction. */
public interface Tx extends View {
    /** Prepares an insert, update or delete. */
    Update update(String sql);

    /** Prepares one statement to be executed for many rows. */
    PreparedBatch batch(String sql);

    /** The next number of a counter, starting at 1; gaps are allowed, a number is never given twice. */
    long next(String counter);

    /** Wakes the listeners of a channel on all nodes once this transaction has committed. */
    void hint(String channel);

    /** Runs a signal after the commit, on the caller's thread; it is dropped when the transaction rolls back. */
    void afterCommit(Runnable signal);
}
