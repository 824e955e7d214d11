package tako.structured;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tako.octostache.Variables;
import tako.structured.file.ConfigurationFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of a case file: what Octopus Deploy makes of a configuration file.
 *
 * @param expected the text, lines ended by line feeds; empty where the file cannot be read
 * @param warnings how many warnings there were
 * @param quirk whether what Octopus Deploy does here is a fault that need not be copied
 */
record StructuredCase(
        String name,
        ConfigurationFormat format,
        List<Replacement> variables,
        String input,
        Optional<String> expected,
        int warnings,
        boolean quirk) {
    private static final JsonMapper JSON = new JsonMapper();

    static StructuredCase parse(String line) {
        JsonNode json = JSON.readTree(line);
        return new StructuredCase(
                json.get("name").asString(),
                ConfigurationFormat.valueOf(json.get("format").asString().toUpperCase(Locale.ROOT)),
                evaluated(json.get("variables")),
                json.get("input").asString(),
                json.has("expected") ? Optional.of(unix(json.get("expected").asString())) : Optional.empty(),
                json.path("warnings").size(),
                json.path("quirk").asBoolean(false));
    }

    /** The variables with their evaluated values, as a deployment hands them over. */
    private static List<Replacement> evaluated(JsonNode json) {
        Map<String, String> raw = new LinkedHashMap<>();
        json.properties().forEach(each -> {
            if (each.getValue().isString()) {
                raw.put(each.getKey(), each.getValue().asString());
            }
        });
        Variables variables = Variables.of(raw);
        return json.properties().stream()
                .map(each -> new Replacement(
                        each.getKey(), each.getValue().isString() ? variables.get(each.getKey()) : Optional.empty()))
                .toList();
    }

    /** What differs from the case, in lines; none if it holds. */
    List<String> differences() {
        Rewriting found = format.rewriter().rewrite(new ConfigurationText(input, StandardCharsets.UTF_8), variables);
        return switch (found) {
            case Rewriting.Rewritten rewritten -> differences(rewritten);
            case Rewriting.Unreadable unreadable ->
                expected.isEmpty() && unreadable.line() > 0 && unreadable.column() > 0
                        ? List.of()
                        : List.of("wanted " + expected.orElse("line and column") + ", found " + unreadable);
        };
    }

    private List<String> differences(Rewriting.Rewritten found) {
        if (expected.isEmpty()) {
            return List.of("wanted an unreadable file, found " + found.text());
        }
        var differences = new ArrayList<String>();
        if (!unix(found.text()).equals(expected.get())) {
            differences.add("wanted " + expected.get());
            differences.add("found  " + found.text());
        }
        if (found.warnings().size() != warnings) {
            differences.add("wanted " + warnings + " warnings, found " + found.warnings());
        }
        return differences;
    }

    private static String unix(String text) {
        return text.replace("\r\n", "\n");
    }
}
