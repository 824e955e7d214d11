package tako.platform.database;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who wants to be woken when something may have changed, within this process. */
final class Hints {
    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();

    void listen(String channel, Runnable listener) {
        listeners
                .computeIfAbsent(channel, ignored -> new CopyOnWriteArrayList<>())
                .add(listener);
    }

    void tell(String channel) {
        listeners.getOrDefault(channel, List.of()).forEach(Runnable::run);
    }
}
