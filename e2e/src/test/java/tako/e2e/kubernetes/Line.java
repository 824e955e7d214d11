package tako.e2e.kubernetes;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A line of a task's log. */
record Line(String category, String text) {
    private static final Set<String> FAILURES = Set.of("Error", "Fatal");

    /** Whether it is highlighted as what went wrong. */
    boolean isFailure() {
        return FAILURES.contains(category);
    }

    /** Adds all lines of a node and of those below it. */
    static void collect(JsonNode node, List<Line> lines) {
        node.path("LogElements")
                .forEach(line -> lines.add(new Line(
                        line.path("Category").asString(),
                        line.path("MessageText").asString())));
        node.path("Children").forEach(child -> collect(child, lines));
    }
}
