package tako.platform.http.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds the entry of a document that an address means, in whichever of its forms it is written. */
final class DocumentedPaths {
    private static final String ANY_SPACE = "Spaces-1";

    private final List<Template> templates;

    DocumentedPaths(JsonNode paths) {
        this.templates = paths.properties().stream()
                .map(entry -> Template.of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Template::vagueness))
                .toList();
    }

    Optional<JsonNode> find(String path) {
        return forms(segments(path.replaceFirst("\\?.*", "")))
                .flatMap(form -> templates.stream().filter(template -> template.fits(form)))
                .map(Template::item)
                .findFirst();
    }

    /** As written, then with the space where the document has it. */
    private static Stream<List<String>> forms(List<String> path) {
        var forms = new ArrayList<List<String>>();
        forms.add(path);
        if (!path.isEmpty() && path.getFirst().equalsIgnoreCase("api")) {
            boolean named = path.size() > 3 && path.get(1).equalsIgnoreCase("spaces");
            List<String> below = path.subList(named ? 3 : 1, path.size());
            forms.add(Stream.concat(Stream.of("api", ANY_SPACE), below.stream()).toList());
        }
        return forms.stream();
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    private record Template(List<String> segments, boolean rest, JsonNode item) {
        static Template of(String path, JsonNode item) {
            return new Template(DocumentedPaths.segments(path), item.toString().contains("\"x-tako-rest\":true"), item);
        }

        int vagueness() {
            long parameters = segments.stream().filter(Template::isParameter).count();
            return (int) parameters + (rest ? 100 : 0);
        }

        boolean fits(List<String> path) {
            int fixed = rest ? segments.size() - 1 : segments.size();
            if (rest ? path.size() < fixed : path.size() != fixed) {
                return false;
            }
            for (int index = 0; index < fixed; index++) {
                if (!fits(segments.get(index), path.get(index))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean fits(String segment, String sent) {
            return segment.equals("{spaceId}")
                    ? sent.matches("(?i)spaces-\\d+")
                    : isParameter(segment) || segment.equalsIgnoreCase(sent);
        }

        private static boolean isParameter(String segment) {
            return segment.startsWith("{");
        }
    }
}
