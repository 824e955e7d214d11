package tako.server.delivery.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.log.Level;
import tako.platform.log.LogLine;
import tako.platform.log.LogNode;
import tako.platform.log.LogStore;
import tako.platform.log.NodeStatus;

/** The log of a task as a tree with the lines in it. */
final class ActivityLog {
    /**
     * A line.
     *
     * @param detail never given by this server
     */
    record Element(String category, Instant occurredAt, String messageText, Optional<String> detail, long number) {
        static Element of(LogLine line) {
            return new Element(line.level().wireName(), line.at(), line.text(), Optional.empty(), line.number());
        }
    }

    /**
     * A node.
     *
     * @param id stable for ever: clients remember by it what they have shown
     */
    record Node(
            String id,
            String name,
            String status,
            Optional<Instant> started,
            Optional<Instant> ended,
            boolean showAtSummaryLevel,
            int progressPercentage,
            String progressMessage,
            List<Element> logElements,
            List<Node> children) {}

    /**
     * What of the lines is wanted.
     *
     * @param verbose whether those that are written for the curious are
     * @param tail how many of each node at most, the last ones
     */
    record Wish(boolean verbose, int tail) {}

    private final String task;
    private final Map<String, List<Element>> lines = new HashMap<>();
    private final Map<String, List<LogNode>> children = new HashMap<>();
    private long size;

    private ActivityLog(String task) {
        this.task = task;
    }

    /** A task's log. */
    static ActivityLog of(LogStore logs, String task, Wish wish) {
        ActivityLog log = new ActivityLog(task);
        logs.tree(task)
                .forEach(node -> log.children
                        .computeIfAbsent(node.parent(), parent -> new ArrayList<>())
                        .add(node));
        logs.each(task, line -> log.add(line, wish));
        return log;
    }

    private void add(LogLine line, Wish wish) {
        size += line.text().length() + 1L;
        boolean wanted = wish.verbose() || (line.level() != Level.VERBOSE && line.level() != Level.TRACE);
        if (!wanted || wish.tail() == 0) {
            return;
        }
        List<Element> of = lines.computeIfAbsent(line.node(), node -> new ArrayList<>());
        of.add(Element.of(line));
        if (of.size() > wish.tail()) {
            of.removeFirst();
        }
    }

    /** How many characters all lines have together. */
    long size() {
        return size;
    }

    /** How far the task is, in per cent. */
    int percentage() {
        return children.getOrDefault("", List.of()).stream()
                .mapToInt(LogNode::percentage)
                .findFirst()
                .orElse(0);
    }

    /** The root and all below it. A task that has not begun has a root that is pending. */
    List<Node> roots(String title) {
        List<Node> roots =
                children.getOrDefault("", List.of()).stream().map(this::root).toList();
        return roots.isEmpty()
                ? List.of(new Node(
                        task,
                        title,
                        NodeStatus.PENDING.wireName(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        0,
                        "",
                        List.of(),
                        List.of()))
                : roots;
    }

    private Node root(LogNode node) {
        return node(node, task);
    }

    private Node node(LogNode node, String id) {
        return new Node(
                id,
                node.title(),
                node.status().wireName(),
                Optional.of(node.started()),
                node.ended(),
                true,
                node.percentage(),
                node.progressMessage(),
                List.copyOf(lines.getOrDefault(node.id(), List.of())),
                children.getOrDefault(node.id(), List.of()).stream()
                        .map(child -> node(child, task + "/" + child.id()))
                        .toList());
    }
}
