package tako.structured.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.octostache.json.Json;
import tako.structured.Names;
import tako.structured.Replacement;

/**
 * Replaces values in one document, from its end to its beginning: of several places with the same path the last counts. A structure that is
 * replaced takes with it what was replaced inside.
 */
final class JsonReplacing {
    private static final String SEPARATOR = ":";

    private final Map<String, Replacement> variables;

    /** What became of each variable that found a place, by its folded name. */
    private final Map<String, NewValue> found = new HashMap<>();

    /**
     * Prepares a document's replacing.
     *
     * @param variables by their folded names
     */
    JsonReplacing(Map<String, Replacement> variables) {
        this.variables = variables;
    }

    /** The new document. */
    Json document(Json root) {
        return inside(root, "");
    }

    /** What became of the variable, if it found a place. */
    Optional<NewValue> outcome(Replacement variable) {
        return Optional.ofNullable(found.get(Names.fold(variable.name())));
    }

    private Json inside(Json json, String prefix) {
        return switch (json) {
            case Json.ObjectNode(Map<String, Json> members) -> object(members, prefix);
            case Json.ArrayNode(List<Json> elements) -> array(elements, prefix);
            case Json.StringNode _,
                    Json.IntegerNode _,
                    Json.FloatNode _,
                    Json.BooleanNode _,
                    Json.NullNode _,
                    Json.UndefinedNode _,
                    Json.ConstructorNode _ -> json;
        };
    }

    private Json object(Map<String, Json> members, String prefix) {
        var replaced = new LinkedHashMap<>(members);
        for (String name : new ArrayList<>(members.keySet()).reversed()) {
            replaced.computeIfPresent(name, (_, value) -> value(value, prefix + Names.fold(name)));
        }
        return new Json.ObjectNode(replaced);
    }

    private Json array(List<Json> elements, String prefix) {
        var replaced = new ArrayList<Json>(elements.size());
        for (int i = elements.size() - 1; i >= 0; i--) {
            replaced.add(value(elements.get(i), prefix + i));
        }
        Collections.reverse(replaced);
        return new Json.ArrayNode(replaced);
    }

    private Json value(Json existing, String path) {
        Json inside = inside(existing, path + SEPARATOR);
        Replacement variable = variables.get(path);
        if (variable == null || found.containsKey(path)) {
            return inside;
        }
        NewValue outcome = NewValue.of(existing, variable.value());
        found.put(path, outcome);
        return switch (outcome) {
            case NewValue.Set(Json json) -> json;
            case NewValue.Kept _ -> inside;
        };
    }
}
