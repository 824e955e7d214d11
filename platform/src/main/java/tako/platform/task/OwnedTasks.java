package tako.platform.task;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** All that this node has claimed and not yet written the end of. */
final class OwnedTasks {
    private final Map<String, OwnedTask> tasks = new ConcurrentHashMap<>();
    private final Bell none = new Bell();
    private final AtomicInteger claims = new AtomicInteger();

    void add(Collection<OwnedTask> claimed) {
        claims.addAndGet(claimed.size());
        claimed.forEach(owned -> tasks.put(owned.task().id(), owned));
    }

    /** Forgets a task whose end is written or that was lost. */
    void remove(OwnedTask owned) {
        tasks.remove(owned.task().id(), owned);
        if (tasks.isEmpty()) {
            none.ring();
        }
    }

    List<OwnedTask> all() {
        return List.copyOf(tasks.values());
    }

    Optional<OwnedTask> find(String id, long epoch) {
        return Optional.ofNullable(tasks.get(id)).filter(owned -> owned.task().epoch() == epoch);
    }

    /** How many were ever claimed. */
    int claims() {
        return claims.get();
    }

    List<String> ids() {
        return List.copyOf(tasks.keySet());
    }

    /** Waits a little for nothing to be owned; whether nothing is. */
    boolean awaitNone(Duration longest) throws InterruptedException {
        if (!tasks.isEmpty()) {
            none.await(longest);
        }
        return tasks.isEmpty();
    }
}
