package tako.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The answer to "why this value?" as lines for people: the winner, every candidate with its reason, and what the value is made of. Pure. */
final class ExplanationText {
    private static final String SECRET = "********";
    private static final int WIDEST = 60;

    private ExplanationText() {}

    /** Whether the variable has a value. */
    static boolean hasValue(JsonNode answer) {
        return winner(answer).isPresent();
    }

    static List<String> of(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        String name = text(answer, "Name");
        winner(answer)
                .ifPresentOrElse(
                        winner -> {
                            lines.add(name + " = " + value(answer, "Value"));
                            lines.add("  from " + text(winner, "Origin") + ", " + text(winner, "ScopeText"));
                            written(answer).ifPresent(template -> lines.add("  written as " + template));
                        },
                        () -> lines.add(name + " has no value."));
        for (String member : List.of("Problem", "Note")) {
            Optional.of(text(answer, member)).filter(some -> !some.isEmpty()).ifPresent(some -> lines.add("  " + some));
        }
        suggestions(answer).ifPresent(lines::add);
        candidates(answer, lines);
        nested(answer, lines);
        return lines;
    }

    private static Optional<JsonNode> winner(JsonNode answer) {
        return answer.path("Candidates")
                .valueStream()
                .filter(candidate -> text(candidate, "Outcome").equals("Won"))
                .findFirst();
    }

    /** The value before evaluation, where that is another one. */
    private static Optional<String> written(JsonNode answer) {
        String template = text(answer, "Template");
        return template.equals(text(answer, "Value")) ? Optional.empty() : Optional.of(template);
    }

    private static Optional<String> suggestions(JsonNode answer) {
        String near =
                answer.path("Suggestions").valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
        return near.isEmpty() ? Optional.empty() : Optional.of("  Did you mean: " + near + "?");
    }

    private static void candidates(JsonNode answer, List<String> lines) {
        if (answer.path("Candidates").isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "VALUE", "FROM", "SCOPE", "WHY"));
        answer.path("Candidates")
                .forEach(candidate -> rows.add(List.of(
                        text(candidate, "Outcome").equals("Won") ? "*" : "",
                        value(candidate, "Value"),
                        text(candidate, "Origin"),
                        text(candidate, "ScopeText"),
                        text(candidate, "Reason"))));
        table("Candidates, the strongest first:", rows, lines);
    }

    private static void nested(JsonNode answer, List<String> lines) {
        if (answer.path("Nested").isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("NAME", "VALUE", "FROM", "SCOPE"));
        answer.path("Nested")
                .forEach(read -> rows.add(List.of(
                        text(read, "Name"), value(read, "Value"), text(read, "Origin"), text(read, "ScopeText"))));
        table("Made of:", rows, lines);
    }

    private static void table(String title, List<List<String>> rows, List<String> lines) {
        lines.add("");
        lines.add(title);
        int columns = rows.getFirst().size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> cell(row, column).length())
                        .max()
                        .orElse(0))
                .toArray();
        rows.forEach(row -> lines.add(IntStream.range(0, columns)
                .mapToObj(column -> column == columns - 1
                        ? row.get(column)
                        : cell(row, column)
                                + " ".repeat(widths[column] - cell(row, column).length()))
                .collect(Collectors.joining("  ", "  ", ""))
                .stripTrailing()));
    }

    /** One line, not too wide. */
    private static String cell(List<String> row, int column) {
        String line = row.get(column).replace("\r", "").replace("\n", "\\n");
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1) + "…";
    }

    private static String value(JsonNode of, String member) {
        return of.path("IsSensitive").asBoolean(false) ? SECRET : text(of, member);
    }

    private static String text(JsonNode of, String member) {
        return of.path(member).asString("");
    }
}
