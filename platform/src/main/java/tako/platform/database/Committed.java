package tako.platform.database;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The result of a committed transaction and what is to be signalled now. */
record Committed<T extends @Nullable Object>(T value, List<Runnable> signals) {
    private static final Logger LOG = LoggerFactory.getLogger(Committed.class);

    /** The work of a write: its body, and the signals that this run of the body asked for. */
    static <T extends @Nullable Object> Request<HandleTx, Committed<T>> request(Function<Tx, T> body) {
        return new Request<>(body, tx -> new Committed<>(body.apply(tx), tx.signals()));
    }

    /** Runs the signals in order. A failing one is logged and stops nothing: the change is durable, and the caller must learn that. */
    T signalled() {
        signals.forEach(Committed::run);
        return value;
    }

    private static void run(Runnable signal) {
        try {
            signal.run();
        } catch (RuntimeException e) {
            LOG.error("A signal after a commit failed", e);
        }
    }
}
