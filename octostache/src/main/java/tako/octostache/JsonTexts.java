package tako.octostache;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tako.octostache.json.Json;
import tako.octostache.json.JsonWriter;
import tako.octostache.json.Numbers;

/** What a part of a JSON value is as the text of a variable. */
final class JsonTexts {
    private JsonTexts() {}

    /** Strings are themselves, unless they look like dates; arrays and objects are JSON without blanks. */
    static String of(Json json) {
        return switch (json) {
            case Json.StringNode(String text) ->
                JsonDate.of(text).map(JsonDate::text).orElse(text);
            case Json.IntegerNode integer -> integer.value().toString();
            case Json.FloatNode(double value) -> Numbers.format(value);
            case Json.BooleanNode(boolean value) -> value ? "True" : "False";
            case Json.NullNode _, Json.UndefinedNode _ -> "";
            case Json.ObjectNode _, Json.ArrayNode _, Json.ConstructorNode _ -> JsonWriter.compact(withDates(json));
        };
    }

    private static Json withDates(Json json) {
        return switch (json) {
            case Json.StringNode(String text) ->
                JsonDate.of(text).<Json>map(date -> new Json.StringNode(date.json())).orElse(json);
            case Json.ObjectNode(Map<String, Json> members) -> {
                var all = new LinkedHashMap<String, Json>();
                members.forEach((name, member) -> all.put(name, withDates(member)));
                yield new Json.ObjectNode(all);
            }
            case Json.ArrayNode(List<Json> elements) ->
                new Json.ArrayNode(elements.stream().map(JsonTexts::withDates).toList());
            case Json.ConstructorNode(String name, List<Json> arguments) ->
                new Json.ConstructorNode(name, arguments.stream().map(JsonTexts::withDates).toList());
            case Json.IntegerNode _, Json.FloatNode _, Json.BooleanNode _ -> json;
            case Json.NullNode _, Json.UndefinedNode _ -> json;
        };
    }
}
