package tako.server.delivery.task;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A task's log as plain text: who, when and how it ended, then the tree with its lines. */
final class RawLog {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final StringBuilder text = new StringBuilder();

    private RawLog() {}

    static String of(ListedTask listed, TaskResource task, List<ActivityLog.Node> roots) {
        RawLog raw = new RawLog();
        raw.head(listed, task);
        roots.forEach(root -> raw.node(root, 0));
        return raw.text.toString();
    }

    private void head(ListedTask listed, TaskResource task) {
        field("Task ID", task.id());
        field("Related IDs", String.join(", ", listed.subject().related()));
        field("Task status", task.state());
        field("Task queued", HumanTime.of(task.queueTime()));
        field("Task started", task.startTime().map(HumanTime::of).orElse(""));
        field("Task completed", task.completedTime().map(HumanTime::of).orElse(""));
        field("Task duration", task.duration());
        field("Server node", task.serverNode().orElse(""));
        text.append('\n');
    }

    private void field(String name, String value) {
        text.append(String.format(Locale.ROOT, "%-20s%s\n", name + ":", value));
    }

    private void node(ActivityLog.Node node, int depth) {
        String indent = "  ".repeat(depth);
        text.append(String.format(Locale.ROOT, "%20s| %s== %s: %s ==\n", "", indent, node.status(), node.name()));
        node.logElements().forEach(element -> line(element, indent));
        text.append(String.format(Locale.ROOT, "%20s|\n", ""));
        node.children().forEach(child -> node(child, depth + 1));
    }

    private void line(ActivityLog.Element element, String indent) {
        text.append(String.format(
                Locale.ROOT,
                "%s   %-9s|   %s%s\n",
                clock(element.occurredAt()),
                element.category(),
                indent,
                element.messageText()));
    }

    private static String clock(Instant at) {
        return CLOCK.format(at.atOffset(ZoneOffset.UTC));
    }
}
