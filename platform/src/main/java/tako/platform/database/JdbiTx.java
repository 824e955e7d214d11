package tako.platform.database;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/** A transaction over a connection; its signals run once the commit is durable. */
final class JdbiTx extends JdbiView implements Tx {
    private final Counters counters;
    private final HintSender hints;
    private final List<Runnable> signals = new ArrayList<>();

    JdbiTx(Handle handle, Dialect dialect, Counters counters, HintSender hints) {
        super(handle, dialect);
        this.counters = counters;
        this.hints = hints;
    }

    @Override
    public Update update(String sql) {
        return handle.createUpdate(sql);
    }

    @Override
    public PreparedBatch batch(String sql) {
        return handle.prepareBatch(sql);
    }

    @Override
    public long next(String counter) {
        return counters.next(this, counter);
    }

    @Override
    public void afterCommit(Runnable signal) {
        signals.add(signal);
    }

    @Override
    public void hint(String channel) {
        hints.send(this, channel);
    }

    /** What to tell the world now that the change is durable. */
    List<Runnable> signals() {
        return List.copyOf(signals);
    }

    /** How a hint leaves with the commit. */
    @FunctionalInterface
    interface HintSender {
        void send(Tx tx, String channel);
    }

    /** Where numbers come from. */
    @FunctionalInterface
    interface Counters {
        long next(Tx tx, String counter);
    }
}
