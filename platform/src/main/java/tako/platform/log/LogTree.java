package tako.platform.log;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The nodes of one log with the counts of their lines, as the log's events leave them. Not safe for several threads. */
final class LogTree {
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private long epoch;
    private long last;

    LogTree() {}

    /** A tree as it was. */
    LogTree(List<LogNode> nodes, long epoch, long last) {
        nodes.forEach(node -> this.nodes.put(node.id(), new Node(node)));
        this.epoch = epoch;
        this.last = last;
    }

    void apply(LogEvent event) {
        switch (event) {
            case LogEvent.Raised raised -> epoch = Math.max(epoch, raised.epoch());
            case LogEvent.Opened opened -> open(opened);
            case LogEvent.Written written -> write(written.line());
            case LogEvent.Progressed progressed -> progress(progressed);
            case LogEvent.Closed closed -> close(closed);
        }
    }

    /** The newest run that has opened the log; 0 if none has. */
    long epoch() {
        return epoch;
    }

    /** The number of the last line; 0 if there is none. */
    long last() {
        return last;
    }

    /** The nodes in the order in which they were opened first. */
    List<LogNode> list() {
        return nodes.values().stream().map(Node::asLogNode).toList();
    }

    private void open(LogEvent.Opened opened) {
        Node node = nodes.computeIfAbsent(opened.node(), id -> new Node(id, opened.parent(), opened.at()));
        node.title = opened.title();
        node.status = NodeStatus.RUNNING;
        node.ended = Optional.empty();
    }

    private void write(LogLine line) {
        last = line.number();
        Node node = nodes.computeIfAbsent(line.node(), id -> new Node(id, "", line.at()));
        node.first = node.first == 0 ? line.number() : node.first;
        node.last = line.number();
        node.byLevel.merge(line.level(), 1L, Long::sum);
    }

    private void progress(LogEvent.Progressed progressed) {
        Node node = nodes.get(progressed.node());
        if (node != null) {
            node.percentage = progressed.percentage();
            node.message = progressed.message();
        }
    }

    private void close(LogEvent.Closed closed) {
        Node node = nodes.get(closed.node());
        if (node != null) {
            node.status = closed.status();
            node.ended = Optional.of(closed.at());
        }
    }

    private static final class Node {
        private final String id;
        private final String parent;
        private final Instant started;
        private final Map<Level, Long> byLevel = new EnumMap<>(Level.class);
        private String title;
        private NodeStatus status = NodeStatus.RUNNING;
        private Optional<Instant> ended = Optional.empty();
        private int percentage;
        private String message = "";
        private long first;
        private long last;

        Node(String id, String parent, Instant started) {
            this.id = id;
            this.parent = parent;
            this.title = id;
            this.started = started;
        }

        Node(LogNode node) {
            this(node.id(), node.parent(), node.started());
            title = node.title();
            status = node.status();
            ended = node.ended();
            percentage = node.percentage();
            message = node.progressMessage();
            first = node.lines().first();
            last = node.lines().last();
            byLevel.putAll(node.lines().byLevel());
        }

        LogNode asLogNode() {
            LogNode.Lines lines = new LogNode.Lines(first, last, Map.copyOf(byLevel));
            return new LogNode(id, parent, title, status, started, ended, percentage, message, lines);
        }
    }
}
