package tako.platform.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The path of a route: literal segments, {@code {parameters}}, and perhaps a {@code {rest*}} at its end. */
public record PathTemplate(List<Segment> segments) {
    /** What stands between two slashes. */
    public sealed interface Segment {}

    /** Itself, in any letter case. */
    public record Literal(String text) implements Segment {}

    /** Any one segment. */
    public record Parameter(String name) implements Segment {}

    /** All further segments, none included. */
    public record Rest(String name) implements Segment {}

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException when it is malformed
     */
    public static PathTemplate of(String template) {
        if (!template.startsWith("/") || (template.length() > 1 && template.endsWith("/"))) {
            throw new IllegalArgumentException(
                    "The path '" + template + "' must begin with a slash and must not end with one.");
        }
        List<Segment> segments = template.equals("/")
                ? List.of()
                : Arrays.stream(template.substring(1).split("/", -1))
                        .map(segment -> segment(segment, template))
                        .toList();
        for (Segment segment : segments.subList(0, Math.max(0, segments.size() - 1))) {
            if (segment instanceof Rest) {
                throw new IllegalArgumentException("The rest must be the last segment of '" + template + "'.");
            }
        }
        return new PathTemplate(segments);
    }

    private static Segment segment(String text, String template) {
        if (text.matches("\\{\\w+}")) {
            return new Parameter(text.substring(1, text.length() - 1));
        }
        if (text.matches("\\{\\w+\\*}")) {
            return new Rest(text.substring(1, text.length() - 2));
        }
        if (text.isEmpty() || text.contains("{") || text.contains("}")) {
            throw new IllegalArgumentException("The segment '" + text + "' of '" + template + "' is malformed.");
        }
        return new Literal(text);
    }

    /** The parameters' values in a path that fits. */
    Map<String, String> values(List<String> path) {
        var values = new LinkedHashMap<String, String>();
        for (int index = 0; index < segments.size(); index++) {
            switch (segments.get(index)) {
                case Literal ignored -> {}
                case Parameter parameter -> values.put(parameter.name(), path.get(index));
                case Rest rest -> values.put(rest.name(), String.join("/", path.subList(index, path.size())));
            }
        }
        return values;
    }

    /** The parameters' names, in order. */
    List<String> names() {
        return segments.stream()
                .<String>mapMulti((segment, names) -> {
                    switch (segment) {
                        case Literal ignored -> {}
                        case Parameter parameter -> names.accept(parameter.name());
                        case Rest rest -> names.accept(rest.name());
                    }
                })
                .toList();
    }
}
