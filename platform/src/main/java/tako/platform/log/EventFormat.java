package tako.platform.log;

import java.time.Instant;
import java.util.List;

/** Events as records of a segment, format 1. Kinds and places in the lists are stored: add only, at the end. */
final class EventFormat {
    private static final int RAISED = 1;
    private static final int OPENED = 2;
    private static final int WRITTEN = 3;
    private static final int PROGRESSED = 4;
    private static final int CLOSED = 5;

    private static final List<Level> LEVELS = List.of(
            Level.TRACE,
            Level.VERBOSE,
            Level.INFO,
            Level.HIGHLIGHT,
            Level.WAIT,
            Level.WARNING,
            Level.ERROR,
            Level.FATAL);

    private static final List<NodeStatus> STATUSES = List.of(
            NodeStatus.PENDING,
            NodeStatus.RUNNING,
            NodeStatus.SUCCESS,
            NodeStatus.SUCCESS_WITH_WARNING,
            NodeStatus.FAILED,
            NodeStatus.SKIPPED,
            NodeStatus.CANCELED);

    private EventFormat() {}

    static int code(Level level) {
        return LEVELS.indexOf(level);
    }

    static int code(NodeStatus status) {
        return STATUSES.indexOf(status);
    }

    static Level level(int code) {
        return LEVELS.get(code);
    }

    static NodeStatus status(int code) {
        return STATUSES.get(code);
    }

    static void write(LogEvent event, RecordWriter out) {
        switch (event) {
            case LogEvent.Raised(long epoch) -> out.begin(RAISED).number(epoch);
            case LogEvent.Opened(String node, String parent, String title, Instant at) ->
                out.begin(OPENED).text(node).text(parent).text(title).number(at.toEpochMilli());
            case LogEvent.Written(LogLine line) ->
                out.begin(WRITTEN)
                        .number(line.number())
                        .text(line.node())
                        .small(code(line.level()))
                        .number(line.at().toEpochMilli())
                        .text(line.text());
            case LogEvent.Progressed(String node, int percentage, String message) ->
                out.begin(PROGRESSED).text(node).small(percentage).text(message);
            case LogEvent.Closed(String node, NodeStatus status, Instant at) ->
                out.begin(CLOSED).text(node).small(code(status)).number(at.toEpochMilli());
        }
        out.end();
    }

    static LogEvent read(RecordReader in) {
        int kind = in.small();
        return switch (kind) {
            case RAISED -> new LogEvent.Raised(in.number());
            case OPENED -> new LogEvent.Opened(in.text(), in.text(), in.text(), instant(in));
            case WRITTEN ->
                new LogEvent.Written(new LogLine(in.number(), in.text(), level(in.small()), instant(in), in.text()));
            case PROGRESSED -> new LogEvent.Progressed(in.text(), in.small(), in.text());
            case CLOSED -> new LogEvent.Closed(in.text(), status(in.small()), instant(in));
            default -> throw new IllegalStateException("Record of unknown kind " + kind);
        };
    }

    private static Instant instant(RecordReader in) {
        return Instant.ofEpochMilli(in.number());
    }
}
