package tako.octostache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tako.octostache.filter.Whitespace;
import tako.octostache.filter.WholeNumber;
import tako.octostache.json.Json;

/** The parts of a JSON value, as values of their own. */
final class JsonParts {
    private static final String REFERENCE = "$ref";

    private JsonParts() {}

    /** Whether a text looks as if it were an array or an object, so that reading it may be worth the time. */
    static boolean mayHaveParts(String text) {
        int i = 0;
        while (i < text.length() && Whitespace.is(text.charAt(i))) {
            i++;
        }
        return i < text.length() && "{[/".indexOf(text.charAt(i)) >= 0;
    }

    /** The member of a name, letter case included, or the element of an index; empty if there is none. Null for what has no such parts. */
    static @Nullable Value part(Json json, String name) {
        return switch (json) {
            case Json.ObjectNode(Map<String, Json> members) -> member(members, name);
            case Json.ArrayNode(List<Json> elements) ->
                WholeNumber.parse(name).map(index -> element(elements, index)).orElse(null);
            case Json.StringNode _, Json.IntegerNode _, Json.FloatNode _, Json.BooleanNode _ -> null;
            case Json.NullNode _, Json.UndefinedNode _, Json.ConstructorNode _ -> null;
        };
    }

    private static @Nullable Value member(Map<String, Json> members, String name) {
        return isReference(members) ? null : valueOf(members.getOrDefault(name, Json.NULL));
    }

    private static Value element(List<Json> elements, int index) {
        if (index < 0) {
            throw new EvaluationStopped(new Failure.Unusable("The index " + index
                    + " is before the beginning of a JSON array. The first element has the index 0."));
        }
        return index < elements.size() ? valueOf(elements.get(index)) : Value.EMPTY;
    }

    /** What {@code #{each}} repeats over: elements, or members as {@link Member}s. Empty for what has no parts. */
    static Optional<List<Binding>> items(Json json) {
        return switch (json) {
            case Json.ArrayNode(List<Json> elements) ->
                Optional.of(elements.stream()
                        .map(element -> (Binding) valueOf(element))
                        .toList());
            case Json.ObjectNode(Map<String, Json> members) -> items(members);
            case Json.StringNode _, Json.IntegerNode _, Json.FloatNode _, Json.BooleanNode _ -> Optional.empty();
            case Json.NullNode _, Json.UndefinedNode _, Json.ConstructorNode _ -> Optional.empty();
        };
    }

    /** How many {@link #items} there would be. */
    static int count(Json json) {
        return switch (json) {
            case Json.ArrayNode(List<Json> elements) -> elements.size();
            case Json.ObjectNode(Map<String, Json> members) -> members.size();
            case Json.StringNode _, Json.IntegerNode _, Json.FloatNode _, Json.BooleanNode _ -> 0;
            case Json.NullNode _, Json.UndefinedNode _, Json.ConstructorNode _ -> 0;
        };
    }

    private static Optional<List<Binding>> items(Map<String, Json> members) {
        if (isReference(members)) {
            return Optional.empty();
        }
        var items = new ArrayList<Binding>(members.size());
        members.forEach((name, json) -> items.add(new Member(new Value(name), json)));
        return Optional.of(items);
    }

    /** Newtonsoft takes such an object for a pointer to another one. */
    private static boolean isReference(Map<String, Json> members) {
        return !members.isEmpty() && members.keySet().iterator().next().equals(REFERENCE);
    }

    /** A member of an object: its name, and below it {@code Key} and {@code Value}. */
    private record Member(Value value, Json content) implements Binding {
        @Override
        public @Nullable Binding child(String key) {
            return switch (key) {
                case "KEY" -> value;
                case "VALUE" -> valueOf(content);
                default -> null;
            };
        }
    }

    private static Value valueOf(Json json) {
        String text = JsonTexts.of(json);
        return text.isEmpty() ? Value.EMPTY : new Value(text);
    }
}
