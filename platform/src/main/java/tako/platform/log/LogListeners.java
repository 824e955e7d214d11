package tako.platform.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to know when a log grew. */
final class LogListeners {
    private static final Logger LOG = LoggerFactory.getLogger(LogListeners.class);

    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    void add(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** One that fails does not keep the news from the others. */
    void grew(String log) {
        for (Consumer<String> listener : listeners) {
            try {
                listener.accept(log);
            } catch (RuntimeException e) {
                LOG.error("A listener failed on news of the log {}", log, e);
            }
        }
    }
}
