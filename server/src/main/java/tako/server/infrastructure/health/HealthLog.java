package tako.server.infrastructure.health;

import tako.platform.log.Level;
import tako.platform.log.LogWriter;
import tako.platform.log.NodeStatus;
import tako.server.infrastructure.machine.Machine;
import tako.server.infrastructure.machine.TargetProbe.Finding;
import tako.server.infrastructure.machine.TargetProbe.Health;
import tako.server.resource.Stored;

/** The log of a health task: the task, and below it each target. */
final class HealthLog {
    private static final String ROOT = "root";

    private final LogWriter writer;

    HealthLog(LogWriter writer) {
        this.writer = writer;
    }

    /** The node of a target. */
    static String node(String machine) {
        return "target/" + machine;
    }

    void begin(String title) {
        writer.open(ROOT, "", title);
    }

    void line(Level level, String text) {
        writer.line(ROOT, level, text);
    }

    void open(Stored<Machine> target) {
        writer.open(node(target.id()), ROOT, target.value().name());
    }

    /** A line below a target whose node is open. */
    void line(Stored<Machine> target, Level level, String text) {
        writer.line(node(target.id()), level, text);
    }

    /** Ends a target's node with what was found. */
    void found(Stored<Machine> target, Finding finding) {
        line(target, level(finding.health()), finding.summary());
        close(target, status(finding.health()));
    }

    void close(Stored<Machine> target, NodeStatus status) {
        writer.close(node(target.id()), status);
    }

    void progress(int done, int all) {
        writer.progress(ROOT, all == 0 ? 100 : 100 * done / all, done + " of " + all + " checked");
    }

    /** Ends the log; what was written is durable. */
    void end(NodeStatus status) {
        writer.close(ROOT, status);
        writer.flush();
    }

    void flush() {
        writer.flush();
    }

    private static Level level(Health health) {
        return switch (health) {
            case HEALTHY -> Level.INFO;
            case HAS_WARNINGS, UNKNOWN -> Level.WARNING;
            case UNHEALTHY, UNAVAILABLE -> Level.ERROR;
        };
    }

    private static NodeStatus status(Health health) {
        return switch (health) {
            case HEALTHY -> NodeStatus.SUCCESS;
            case HAS_WARNINGS, UNKNOWN -> NodeStatus.SUCCESS_WITH_WARNING;
            case UNHEALTHY, UNAVAILABLE -> NodeStatus.FAILED;
        };
    }
}
