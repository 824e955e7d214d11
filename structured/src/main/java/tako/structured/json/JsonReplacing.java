package tako.structured.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tako.octostache.json.Json;
import tako.structured.Names;
import tako.structured.Replacement;
import tako.structured.VariablesByPath;

/**
 * Replaces values in one document, from its end to its beginning: of several places with the same path the last counts. A structure that is
 * replaced takes with it what was replaced inside.
 */
final class JsonReplacing {
    private final VariablesByPath variables;

    /** What became of each variable that found a place, by its folded name. */
    private final Map<String, NewValue> found = new HashMap<>();

    JsonReplacing(VariablesByPath variables) {
        this.variables = variables;
    }

    /** The new document. */
    Json document(Json root) {
        return inside(root, variables::top);
    }

    /** What became of the variable, if it found a place. */
    Optional<NewValue> outcome(Replacement variable) {
        return Optional.ofNullable(found.get(Names.fold(variable.name())));
    }

    /**
     * A value with what it holds replaced.
     *
     * @param paths the path of what it holds, by key or index; empty if no variable can mean it
     */
    private Json inside(Json json, Function<String, Optional<String>> paths) {
        return switch (json) {
            case Json.ObjectNode(Map<String, Json> members) -> object(members, paths);
            case Json.ArrayNode(List<Json> elements) -> array(elements, paths);
            case Json.StringNode _,
                    Json.IntegerNode _,
                    Json.FloatNode _,
                    Json.BooleanNode _,
                    Json.NullNode _,
                    Json.UndefinedNode _,
                    Json.ConstructorNode _ -> json;
        };
    }

    private Json object(Map<String, Json> members, Function<String, Optional<String>> paths) {
        var replaced = new LinkedHashMap<>(members);
        for (String name : new ArrayList<>(members.keySet()).reversed()) {
            replaced.computeIfPresent(name, (_, value) -> value(value, paths.apply(name)));
        }
        return new Json.ObjectNode(replaced);
    }

    private Json array(List<Json> elements, Function<String, Optional<String>> paths) {
        var replaced = new ArrayList<Json>(elements.size());
        for (int i = elements.size() - 1; i >= 0; i--) {
            replaced.add(value(elements.get(i), paths.apply(Integer.toString(i))));
        }
        Collections.reverse(replaced);
        return new Json.ArrayNode(replaced);
    }

    private Json value(Json existing, Optional<String> path) {
        return path.map(at -> value(existing, at)).orElse(existing);
    }

    private Json value(Json existing, String path) {
        Json inside = inside(existing, name -> variables.below(path, name));
        Optional<Replacement> variable = variables.at(path);
        return variable.map(each -> replaced(each, existing, inside)).orElse(inside);
    }

    private Json replaced(Replacement variable, Json existing, Json inside) {
        String name = Names.fold(variable.name());
        if (found.containsKey(name)) {
            return inside;
        }
        NewValue outcome = NewValue.of(existing, variable.value());
        found.put(name, outcome);
        return switch (outcome) {
            case NewValue.Set(Json json) -> json;
            case NewValue.Kept _ -> inside;
        };
    }
}
