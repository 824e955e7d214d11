package tako.platform.log;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Turns the calls of a run into events of its log. */
final class BufferedLogWriter implements LogWriter {
    private final String log;
    private final InstantSource clock;
    private final EventBuffer events;
    private final Consumer<LogWriter> released;
    private final Set<String> nodes = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param known the nodes that the log has
     * @param released is called once, when the writer lets go
     */
    BufferedLogWriter(
            String log,
            InstantSource clock,
            EventBuffer events,
            Collection<String> known,
            Consumer<LogWriter> released) {
        this.log = log;
        this.clock = clock;
        this.events = events;
        this.nodes.addAll(known);
        this.released = released;
    }

    @Override
    public void open(String node, String parent, String title) {
        if (node.isEmpty()) {
            throw new IllegalArgumentException("A node of a log needs an id");
        }
        if (!parent.isEmpty()) {
            require(parent);
        }
        add(List.of(new LogEvent.Opened(node, parent, LineTexts.clean(title), now())));
        nodes.add(node);
    }

    @Override
    public void line(String node, Level level, String text) {
        require(node);
        Instant now = now();
        List<String> lines = LineTexts.of(text);
        List<LogEvent> written = new ArrayList<>(lines.size());
        for (String line : lines) {
            written.add(new LogEvent.Written(new LogLine(0, node, level, now, line)));
        }
        add(written);
    }

    @Override
    public void progress(String node, int percentage, String message) {
        require(node);
        add(List.of(new LogEvent.Progressed(node, Math.clamp(percentage, 0, 100), LineTexts.clean(message))));
    }

    @Override
    public void close(String node, NodeStatus status) {
        require(node);
        add(List.of(new LogEvent.Closed(node, status, now())));
    }

    @Override
    public void flush() {
        events.flush();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            events.flush();
        } finally {
            released.accept(this);
        }
    }

    private void add(List<? extends LogEvent> more) {
        if (closed.get()) {
            throw new IllegalStateException("The writer of the log of " + log + " is closed");
        }
        events.add(more);
    }

    private void require(String node) {
        if (!nodes.contains(node)) {
            throw new IllegalArgumentException("The log of " + log + " has no node \"" + node + "\"; open it first");
        }
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
