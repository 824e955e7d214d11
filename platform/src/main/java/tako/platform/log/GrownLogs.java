package tako.platform.log;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.platform.database.Database;
import tako.platform.database.DatabaseUnavailable;

/** Tells the listeners of this node which logs grew, here or on another node, and of each growth once. */
final class GrownLogs implements AutoCloseable {
    /** The counter of changes, and the channel of hints about them. */
    static final String COUNTER = "task_log";

    private static final Logger LOG = LoggerFactory.getLogger(GrownLogs.class);

    /** A change may be committed after one with a higher number; not after so many. */
    private static final long LATE = 1000;

    private final Database database;
    private final CommitThreads threads;
    private final LogListeners listeners = new LogListeners();
    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private final AtomicLong newest;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean closed;

    GrownLogs(Database database, CommitThreads threads) {
        this.database = database;
        this.threads = threads;
        List<LogRows.Grown> before = database.read(view -> LogRows.grown(view, LogRows.newestChange(view) - LATE));
        before.forEach(log -> told.put(log.log(), log.change()));
        this.newest = new AtomicLong(before.isEmpty() ? 0 : before.getLast().change());
        database.onHint(COUNTER, this::lookSoon);
    }

    void add(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** A log grew by a change that this node has just committed. */
    void here(String log, long change) {
        boolean[] isNew = {false};
        told.compute(log, (name, before) -> {
            isNew[0] = before == null || before < change;
            return before == null ? change : Math.max(before, change);
        });
        newest.accumulateAndGet(change, Math::max);
        if (isNew[0]) {
            listeners.grew(log);
        }
    }

    private void lookSoon() {
        if (!closed && looking.compareAndSet(false, true)) {
            threads.now(this::look);
        }
    }

    private void look() {
        looking.set(false);
        try {
            long from = newest.get() - LATE;
            database.read(view -> LogRows.grown(view, from)).forEach(log -> here(log.log(), log.change()));
            told.values().removeIf(change -> change <= newest.get() - 2 * LATE);
        } catch (DatabaseUnavailable e) {
            LOG.warn("Growing logs are not announced for now: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
