package tako.octostache.json;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes JSON as Newtonsoft does: escapes only what must be ({@code "}, {@code \}, control characters, and the line ends U+0085, U+2028 and
 * U+2029), and prints numbers from their values: {@code 1.50} as {@code 1.5}, {@code 1e3} as {@code 1000.0}, {@code 1e20} as {@code 1E+20}.
 */
public final class JsonWriter {
    private static final String INDENT = "  ";
    private static final String LETTER_ESCAPES = "\b\f\n\r\t\"\\";
    private static final String LETTERS = "bfnrt\"\\";

    private final StringBuilder text = new StringBuilder();
    private final boolean indented;
    private int depth;

    private JsonWriter(boolean indented) {
        this.indented = indented;
    }

    /** Without any blanks. */
    public static String compact(Json json) {
        return written(json, false);
    }

    /** Over many lines, indented by two blanks, each line ended by LF but the last; empty arrays and objects stay in their line. */
    public static String indented(Json json) {
        return written(json, true);
    }

    private static String written(Json json, boolean indented) {
        var writer = new JsonWriter(indented);
        writer.write(json);
        return writer.text.toString();
    }

    private void write(Json json) {
        switch (json) {
            case Json.ObjectNode(Map<String, Json> members) -> object(members);
            case Json.ArrayNode(List<Json> elements) -> values('[', elements, ']');
            case Json.ConstructorNode(String name, List<Json> arguments) -> {
                text.append("new ").append(name);
                values('(', arguments, ')');
            }
            case Json.StringNode(String string) -> quote(string);
            case Json.IntegerNode integer -> text.append(integer.value());
            case Json.FloatNode(double value) -> text.append(number(value));
            case Json.BooleanNode(boolean value) -> text.append(value);
            case Json.NullNode _ -> text.append("null");
            case Json.UndefinedNode _ -> text.append("undefined");
        }
    }

    private void object(Map<String, Json> members) {
        open('{');
        Iterator<Map.Entry<String, Json>> rest = members.entrySet().iterator();
        while (rest.hasNext()) {
            var member = rest.next();
            newLine();
            quote(member.getKey());
            text.append(indented ? ": " : ":");
            write(member.getValue());
            text.append(rest.hasNext() ? "," : "");
        }
        close('}', members.isEmpty());
    }

    private void values(char begin, List<Json> values, char end) {
        open(begin);
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ",");
            newLine();
            write(values.get(i));
        }
        close(end, values.isEmpty());
    }

    private void open(char bracket) {
        text.append(bracket);
        depth++;
    }

    private void close(char bracket, boolean empty) {
        depth--;
        if (!empty) {
            newLine();
        }
        text.append(bracket);
    }

    private void newLine() {
        if (indented) {
            text.append('\n').repeat(INDENT, depth);
        }
    }

    private void quote(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            write(string.charAt(i));
        }
        text.append('"');
    }

    private void write(char c) {
        int letter = LETTER_ESCAPES.indexOf(c);
        if (letter >= 0) {
            text.append('\\').append(LETTERS.charAt(letter));
        } else if (c < ' ' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
            text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
            text.append(c);
        }
    }

    /** A float is to be seen as one; what JSON has no number for becomes a string. */
    private static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "\"" + Numbers.format(value) + "\"";
        }
        String digits = Numbers.format(value);
        return digits.contains(".") || digits.contains("E") ? digits : digits + ".0";
    }
}
