package tako.platform.log;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The node and levels of a query, with what the counts of the tree tell about the lines that match: a reader need not look further.
 *
 * @param nodes the node and all below it; empty for the whole log
 * @param levels empty for all
 * @param first no matching line has a lower number
 * @param last no matching line has a higher number
 * @param count how many match
 */
record LineFilter(Optional<Set<String>> nodes, Set<Level> levels, long first, long last, long count) {
    static LineFilter of(LineQuery query, List<LogNode> tree) {
        Optional<Set<String>> nodes = query.node().map(node -> below(node, tree));
        List<LogNode.Lines> lines = tree.stream()
                .filter(node -> nodes.isEmpty() || nodes.get().contains(node.id()))
                .map(LogNode::lines)
                .filter(of -> count(of, query.levels()) > 0)
                .toList();
        return new LineFilter(
                nodes,
                query.levels(),
                lines.stream().mapToLong(LogNode.Lines::first).min().orElse(1),
                lines.stream().mapToLong(LogNode.Lines::last).max().orElse(0),
                lines.stream().mapToLong(of -> count(of, query.levels())).sum());
    }

    boolean accepts(LogLine line) {
        return (levels.isEmpty() || levels.contains(line.level()))
                && (nodes.isEmpty() || nodes.get().contains(line.node()));
    }

    private static long count(LogNode.Lines lines, Set<Level> levels) {
        return lines.byLevel().entrySet().stream()
                .filter(entry -> levels.isEmpty() || levels.contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** A node is opened after its parent, so one pass finds all that are below. */
    private static Set<String> below(String top, List<LogNode> tree) {
        Set<String> found = new HashSet<>(Set.of(top));
        for (LogNode node : tree) {
            if (found.contains(node.parent())) {
                found.add(node.id());
            }
        }
        return found;
    }
}
