package tako.octostache;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of a case file: what Octopus Deploy makes of a template.
 *
 * @param expected the text; empty where the result is absent
 * @param error the complaint
 * @param thrown where nothing comes out: the whole message of a self reference, otherwise only a kind of error, which is not compared
 */
record ConformanceCase(
        String name,
        Map<String, String> variables,
        String template,
        OnSyntaxError mode,
        Optional<String> expected,
        Optional<String> error,
        Optional<String> thrown) {
    private static final JsonMapper JSON = new JsonMapper();

    static ConformanceCase parse(String line) {
        JsonNode json = JSON.readTree(line);
        var variables = new LinkedHashMap<String, String>();
        json.get("variables")
                .properties()
                .forEach(each ->
                        variables.put(each.getKey(), text(each.getValue()).orElse("")));
        boolean halts = json.path("haltOnError").asBoolean(true);
        return new ConformanceCase(
                json.get("name").asString(),
                variables,
                json.get("template").asString(),
                halts ? OnSyntaxError.HALT : OnSyntaxError.CONTINUE,
                text(json.path("expected")),
                text(json.path("error")),
                text(json.path("throws")));
    }

    private static Optional<String> text(JsonNode json) {
        return json.isString() ? Optional.of(json.asString()) : Optional.empty();
    }

    /** What differs from the case, in lines; none if it holds. */
    List<String> differences() {
        Evaluation evaluation = Template.parse(template, mode).evaluate(Variables.of(variables));
        var differences = new ArrayList<String>();
        if (thrown.isPresent()) {
            compare("failure", thrown.filter(ConformanceCase::isMessage), evaluation.error(), differences);
            return differences;
        }
        compare("text", expected, evaluation.value(), differences);
        compare("error", error, evaluation.complaint(), differences);
        return differences;
    }

    private static boolean isMessage(String thrown) {
        return thrown.contains(" ");
    }

    private void compare(String what, Optional<String> wanted, Optional<String> found, List<String> differences) {
        boolean anyFailure = what.equals("failure") && wanted.isEmpty();
        if (anyFailure ? found.isEmpty() : !wanted.equals(found)) {
            differences.add("%s: wanted %s, found %s".formatted(what, anyFailure ? thrown : wanted, found));
        }
    }
}
