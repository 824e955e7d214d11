package tako.octostache.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON as leniently as Newtonsoft does. Besides strict JSON it takes strings and names in single quotes, names without quotes, commas
 * before a closing bracket, missing elements ({@code [1,,2]}), comments, line ends in strings, {@code .5}, {@code 1.}, {@code 0x1F}, octal
 * numbers with a leading zero, {@code NaN}, {@code Infinity}, {@code undefined} and {@code new Name(…)}.
 *
 * <p>Any text is answered, in time that grows with its length only: hostile nesting ends at {@link #MAXIMUM_DEPTH}.
 */
public final class JsonReader {
    /** How deep arrays and objects may be nested. */
    public static final int MAXIMUM_DEPTH = 64;

    private static final Map<String, Json> WORDS = Map.of(
            "true", new Json.BooleanNode(true),
            "false", new Json.BooleanNode(false),
            "null", Json.NULL,
            "undefined", Json.UNDEFINED,
            "NaN", new Json.FloatNode(Double.NaN),
            "Infinity", new Json.FloatNode(Double.POSITIVE_INFINITY),
            "-Infinity", new Json.FloatNode(Double.NEGATIVE_INFINITY));

    private final JsonCursor cursor;
    private final JsonStrings strings;
    private final JsonNumbers numbers;
    private int depth;

    private JsonReader(JsonCursor cursor) {
        this.cursor = cursor;
        this.strings = new JsonStrings(cursor);
        this.numbers = new JsonNumbers(cursor);
    }

    /** Reads a whole text; anything but blanks and comments behind the first value makes it unreadable. */
    public static JsonReading read(String text) {
        var cursor = new JsonCursor(text);
        try {
            return new JsonReader(cursor).document();
        } catch (JsonRefused refused) {
            return cursor.unreadable(refused);
        }
    }

    private JsonReading document() {
        cursor.skipBlanksAndComments();
        if (cursor.atEnd()) {
            return new JsonReading.Empty();
        }
        Json json = value();
        cursor.skipBlanksAndComments();
        if (!cursor.atEnd()) {
            throw cursor.refused("The document ends before this, but " + cursor.found());
        }
        return new JsonReading.Read(json);
    }

    private Json value() {
        cursor.skipBlanksAndComments();
        return switch (cursor.peek()) {
            case '{' -> object();
            case '[' -> new Json.ArrayNode(values('[', ']'));
            case '"', '\'' -> new Json.StringNode(strings.quoted());
            case ',' -> Json.UNDEFINED;
            default -> isAtWord() ? word() : numbers.number();
        };
    }

    private Json object() {
        enter('{');
        var members = new LinkedHashMap<String, Json>();
        while (!cursor.accept('}')) {
            String name = strings.name();
            cursor.skipWhitespace();
            cursor.expect(':', "Behind a name");
            members.put(name, value());
            if (!continues('}')) {
                break;
            }
        }
        depth--;
        return new Json.ObjectNode(members);
    }

    private List<Json> values(char begin, char end) {
        enter(begin);
        var values = new ArrayList<Json>();
        while (!cursor.accept(end)) {
            values.add(value());
            if (!continues(end)) {
                break;
            }
        }
        depth--;
        return values;
    }

    private void enter(char begin) {
        if (++depth > MAXIMUM_DEPTH) {
            throw cursor.refused("Arrays and objects are nested more than " + MAXIMUM_DEPTH + " deep.");
        }
        cursor.expect(begin, "Here");
        cursor.skipBlanksAndComments();
    }

    /** Whether a comma follows. */
    private boolean continues(char end) {
        cursor.skipBlanksAndComments();
        if (!cursor.accept(',')) {
            cursor.expect(end, "Behind a value ',' or");
            return false;
        }
        cursor.skipBlanksAndComments();
        return true;
    }

    private boolean isAtWord() {
        return Character.isLetter(cursor.peek()) || (cursor.peek() == '-' && cursor.peek(1) == 'I');
    }

    private Json word() {
        for (var word : WORDS.entrySet()) {
            if (cursor.word(word.getKey())) {
                return word.getValue();
            }
        }
        if (!cursor.word("new")) {
            throw cursor.refused("A value was expected, but " + cursor.found() + " A string needs quotes.");
        }
        cursor.skipWhitespace();
        String name = strings.constructorName();
        cursor.skipWhitespace();
        return new Json.ConstructorNode(name, values('(', ')'));
    }
}
