package tako.platform.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tako.platform.database.Database;
import tako.platform.database.Dialect;
import tako.platform.database.Tx;
import tako.platform.database.View;

/**
 * A database without SQL, for stores that keep their rows in {@link MemoryTable}s: one transaction at a time, each all or nothing. It counts
 * as one that several nodes share, so leases decide who owns what.
 */
final class MemoryDatabase implements Database {
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<String, Long> counters = new HashMap<>();
    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();

    @Override
    public <T extends @Nullable Object> T read(Function<View, T> query) {
        return alone(() -> query.apply(new MemoryTx(this)));
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Tx, T> change) {
        MemoryTx tx = new MemoryTx(this);
        T result = alone(() -> allOrNothing(tx, change));
        tx.signals().forEach(Runnable::run);
        return result;
    }

    @Override
    public <T extends @Nullable Object> T claim(Function<Tx, T> claim) {
        return write(claim);
    }

    private static <T extends @Nullable Object> T allOrNothing(MemoryTx tx, Function<Tx, T> change) {
        boolean done = false;
        try {
            T result = change.apply(tx);
            done = true;
            return result;
        } finally {
            if (!done) {
                tx.undo();
            }
        }
    }

    private <T extends @Nullable Object> T alone(Supplier<T> body) {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("A read or write inside another: pass the View or Tx down.");
        }
        turn.lock();
        try {
            return body.get();
        } finally {
            turn.unlock();
        }
    }

    /** The next number of a counter; part of a transaction. */
    long next(String counter) {
        return counters.merge(counter, 1L, Long::sum);
    }

    void hint(String channel) {
        listeners.getOrDefault(channel, List.of()).forEach(Runnable::run);
    }

    @Override
    public void onHint(String channel, Runnable listener) {
        listeners.computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>()).add(listener);
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public void close() {
        listeners.clear();
    }
}
