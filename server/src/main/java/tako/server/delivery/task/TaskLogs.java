package tako.server.delivery.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tako.platform.http.Principal;
import tako.platform.log.LineQuery;
import tako.platform.log.LogLine;
import tako.platform.log.LogMatches;
import tako.platform.log.LogNode;
import tako.platform.log.LogPage;
import tako.platform.log.LogStore;

/** Logs of tasks that a caller may see, in the forms in which clients and the portal read them. */
public final class TaskLogs {
    private final Tasks tasks;
    private final LogStore logs;

    public TaskLogs(Tasks tasks, LogStore logs) {
        this.tasks = tasks;
        this.logs = logs;
    }

    /** A task with its whole tree. */
    record Details(
            TaskResource task,
            List<ActivityLog.Node> activityLogs,
            long physicalLogSize,
            Progress progress,
            Map<String, String> links) {}

    /** How far a task is. */
    record Progress(int progressPercentage, Optional<String> estimatedTimeRemaining) {}

    /**
     * A node without its lines.
     *
     * @param linesByLevel how many of each category
     */
    record TreeNode(
            String id,
            Optional<String> parentId,
            String name,
            String status,
            Instant started,
            Optional<Instant> ended,
            int progressPercentage,
            String progressMessage,
            long firstLine,
            long lastLine,
            Map<String, Long> linesByLevel) {}

    /** The nodes of a log. */
    record Tree(List<TreeNode> nodes) {}

    /** A line with the node it stands in. */
    record Line(long number, String nodeId, String category, Instant occurredAt, String messageText) {}

    /**
     * Some lines.
     *
     * @param last the number of the log's last line
     */
    record Lines(List<Line> lines, long last) {}

    /**
     * Numbers of matching lines.
     *
     * @param cursor where the next page begins, absent at the end
     */
    record Matches(List<Long> numbers, long total, Optional<Long> cursor) {}

    Details details(Principal who, String space, String id, ActivityLog.Wish wish) {
        ListedTask listed = tasks.listed(who, space, id);
        TaskResource task = tasks.resource(listed);
        ActivityLog log = ActivityLog.of(logs, task.id(), wish);
        Map<String, String> links = new TreeMap<>(task.links());
        links.keySet().retainAll(Set.of("Web", "Raw"));
        links.put("Task", "/api/tasks/" + task.id());
        links.put("Self", "/api/tasks/" + task.id() + "/details");
        int percentage = task.isCompleted() ? 100 : log.percentage();
        return new Details(
                task, log.roots(task.description()), log.size(), new Progress(percentage, Optional.empty()), links);
    }

    String raw(Principal who, String space, String id) {
        ListedTask listed = tasks.listed(who, space, id);
        ActivityLog log = ActivityLog.of(logs, listed.task().id(), new ActivityLog.Wish(true, Integer.MAX_VALUE));
        TaskResource task = tasks.resource(listed);
        return RawLog.of(listed, task, log.roots(task.description()));
    }

    Tree tree(Principal who, String space, String id) {
        String task = tasks.listed(who, space, id).task().id();
        return new Tree(logs.tree(task).stream().map(TaskLogs::treeNode).toList());
    }

    private static TreeNode treeNode(LogNode node) {
        Map<String, Long> levels = new TreeMap<>();
        node.lines().byLevel().forEach((level, count) -> levels.put(level.wireName(), count));
        return new TreeNode(
                node.id(),
                Optional.of(node.parent()).filter(parent -> !parent.isEmpty()),
                node.title(),
                node.status().wireName(),
                node.started(),
                node.ended(),
                node.percentage(),
                node.progressMessage(),
                node.lines().first(),
                node.lines().last(),
                levels);
    }

    Lines lines(Principal who, String space, String id, LineQuery query) {
        LogPage page = logs.lines(tasks.listed(who, space, id).task().id(), query);
        return new Lines(page.lines().stream().map(TaskLogs::line).toList(), page.last());
    }

    private static Line line(LogLine line) {
        return new Line(line.number(), line.node(), line.level().wireName(), line.at(), line.text());
    }

    Matches search(Principal who, String space, String id, String text, LineQuery query) {
        LogMatches found = logs.search(tasks.listed(who, space, id).task().id(), text, query);
        boolean more = found.numbers().size() == query.take();
        Optional<Long> cursor = more ? Optional.of(found.numbers().getLast()) : Optional.empty();
        return new Matches(found.numbers(), found.total(), cursor);
    }
}
