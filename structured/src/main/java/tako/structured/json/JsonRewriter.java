package tako.structured.json;

import java.util.List;
import java.util.stream.Stream;
import tako.octostache.json.Json;
import tako.octostache.json.JsonReader;
import tako.octostache.json.JsonReading;
import tako.octostache.json.JsonWriter;
import tako.structured.ConfigurationText;
import tako.structured.Place;
import tako.structured.Replacement;
import tako.structured.Rewriter;
import tako.structured.Rewriting;
import tako.structured.VariablesByPath;

/**
 * Rewrites JSON files: values by their paths, keys and indexes joined by colons. The whole file is laid out anew, comments are lost. An empty
 * file is an empty object.
 */
public final class JsonRewriter implements Rewriter {
    @Override
    public Rewriting rewrite(ConfigurationText file, List<Replacement> variables) {
        return switch (JsonReader.read(file.text())) {
            case JsonReading.Read(Json json) -> replace(json, variables);
            case JsonReading.Empty _ -> file.text().isEmpty() ? emptyObject() : nothing(file.text());
            case JsonReading.Unreadable reason ->
                new Rewriting.Unreadable(reason.message(), reason.line(), reason.column());
        };
    }

    private static Rewriting emptyObject() {
        return new Rewriting.Rewritten("{}", List.of(), List.of());
    }

    private static Rewriting nothing(String text) {
        Place end = Place.of(text, text.length());
        return new Rewriting.Unreadable("A value was expected, but the text ends.", end.line(), end.column());
    }

    private static Rewriting replace(Json json, List<Replacement> variables) {
        var replacing = new JsonReplacing(VariablesByPath.of(variables));
        Json replaced = replacing.document(json);
        List<Replacement> found = variables.stream()
                .filter(each -> replacing.outcome(each).isPresent())
                .toList();
        return new Rewriting.Rewritten(
                JsonWriter.indented(replaced),
                found.stream().map(Replacement::name).toList(),
                found.stream().flatMap(each -> warnings(each, replacing)).toList());
    }

    private static Stream<String> warnings(Replacement variable, JsonReplacing replacing) {
        return replacing.outcome(variable).stream().flatMap(outcome -> switch (outcome) {
            case NewValue.Set _ -> Stream.of();
            case NewValue.Kept(String reason) ->
                Stream.of("Unable to set value for " + variable.name() + ". The following error occurred: " + reason);
        });
    }
}
