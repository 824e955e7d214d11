package tako.structured.json;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tako.octostache.filter.Whitespace;
import tako.octostache.json.Json;
import tako.octostache.json.JsonReader;
import tako.octostache.json.JsonReading;
import tako.octostache.json.Numbers;

/** What a value becomes: its kind is kept where the new text allows it. */
sealed interface NewValue {
    /** The new value. */
    record Set(Json json) implements NewValue {}

    /**
     * The value stays.
     *
     * @param reason a sentence for people
     */
    record Kept(String reason) implements NewValue {}

    /** A whole number as .NET reads it. */
    Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");

    /**
     * The value in place of another.
     *
     * @param text the variable's value; empty for null
     */
    static NewValue of(Json existing, Optional<String> text) {
        return switch (existing) {
            case Json.IntegerNode _, Json.FloatNode _ -> unlessNull(text, NewValue::number);
            case Json.BooleanNode _ -> unlessNull(text, NewValue::truth);
            case Json.ObjectNode _, Json.ArrayNode _ ->
                text.map(NewValue::structure).orElseGet(NewValue::isNull);
            case Json.StringNode _, Json.NullNode _, Json.UndefinedNode _, Json.ConstructorNode _ ->
                new Set(text.<Json>map(Json.StringNode::new).orElse(Json.NULL));
        };
    }

    private static NewValue unlessNull(Optional<String> text, Function<String, Json> reading) {
        return text.<NewValue>map(each -> new Set(reading.apply(each))).orElseGet(NewValue::isNull);
    }

    private static NewValue isNull() {
        return new Kept("The variable has no value.");
    }

    private static Json number(String text) {
        return whole(Whitespace.trim(text))
                .<Json>map(Json.IntegerNode::of)
                .or(() -> Numbers.parse(text).filter(Double::isFinite).map(Json.FloatNode::new))
                .orElseGet(() -> new Json.StringNode(text));
    }

    private static Optional<Long> whole(String number) {
        try {
            return WHOLE.matcher(number).matches() ? Optional.of(Long.parseLong(number)) : Optional.empty();
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private static Json truth(String text) {
        return switch (Whitespace.trim(text).toLowerCase(Locale.ROOT)) {
            case "true" -> new Json.BooleanNode(true);
            case "false" -> new Json.BooleanNode(false);
            default -> new Json.StringNode(text);
        };
    }

    private static NewValue structure(String text) {
        return switch (JsonReader.read(text)) {
            case JsonReading.Read(Json json) -> new Set(json);
            case JsonReading.Empty _ -> new Kept("The variable's value is empty, where JSON was expected.");
            case JsonReading.Unreadable reason ->
                new Kept("The variable's value is no JSON: line " + reason.line() + ", column " + reason.column() + ": "
                        + reason.message());
        };
    }
}
