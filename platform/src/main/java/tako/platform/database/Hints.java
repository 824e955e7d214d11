package tako.platform.database;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who wants to be woken when something may have changed, within this process. */
final class Hints {
    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();

    AutoCloseable listen(String channel, Runnable listener) {
        List<Runnable> all = listeners.computeIfAbsent(channel, ignored -> new CopyOnWriteArrayList<>());
        all.add(listener);
        return () -> all.remove(listener);
    }

    void tell(String channel) {
        listeners.getOrDefault(channel, List.of()).forEach(Runnable::run);
    }
}
