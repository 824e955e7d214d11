package tako.platform.database;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of this process, by channel. */
final class LocalHints implements Hints {
    private static final Logger LOG = LoggerFactory.getLogger(LocalHints.class);

    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();

    @Override
    public void listen(String channel, Runnable listener) {
        listeners
                .computeIfAbsent(Names.checked(channel), name -> new CopyOnWriteArrayList<>())
                .add(listener);
    }

    @Override
    public void give(String channel) {
        listeners.getOrDefault(channel, List.of()).forEach(LocalHints::call);
    }

    /** For when hints may have been missed. */
    void giveAll() {
        listeners.values().forEach(these -> these.forEach(LocalHints::call));
    }

    private static void call(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.error("A listener for hints failed", e);
        }
    }
}
