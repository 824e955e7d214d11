package tako.octostache.json;

import java.util.function.IntPredicate;

/** Reads strings and names. */
final class JsonStrings {
    private static final String ESCAPES = "bfnrt\"'\\/";
    private static final String ESCAPED = "\b\f\n\r\t\"'\\/";
    private static final int HEX_DIGITS = 4;
    private static final char REPLACEMENT = '\ufffd';

    private final JsonCursor cursor;

    JsonStrings(JsonCursor cursor) {
        this.cursor = cursor;
    }

    /** A member's name: quoted, or of letters, digits, {@code _} and {@code $}. */
    String name() {
        if (cursor.peek() == '"' || cursor.peek() == '\'') {
            return quoted();
        }
        return bare(c -> Character.isLetterOrDigit(c) || c == '_' || c == '$', "The name of a member");
    }

    String constructorName() {
        return bare(Character::isLetterOrDigit, "A name behind 'new'");
    }

    private String bare(IntPredicate part, String what) {
        int start = cursor.position();
        while (!cursor.atEnd() && part.test(cursor.peek())) {
            cursor.moveTo(cursor.position() + 1);
        }
        if (cursor.position() == start) {
            throw cursor.refused(what + " was expected, but " + cursor.found());
        }
        return cursor.text().substring(start, cursor.position());
    }

    /** A string in the quotes that stand here. */
    String quoted() {
        int open = cursor.position();
        char quote = cursor.peek();
        int end = runEnd(open + 1, quote);
        if (end < cursor.text().length() && cursor.text().charAt(end) == quote) {
            cursor.moveTo(end + 1);
            return cursor.text().substring(open + 1, end);
        }
        return withEscapes(open, quote);
    }

    private String withEscapes(int open, char quote) {
        String text = cursor.text();
        var unescaped = new StringBuilder();
        cursor.moveTo(open + 1);
        while (true) {
            int end = runEnd(cursor.position(), quote);
            unescaped.append(text, cursor.position(), end);
            cursor.moveTo(end + 1);
            if (end >= text.length()) {
                throw new JsonRefused("This string has no end: its closing " + quote + " is missing.", open);
            }
            if (text.charAt(end) == quote) {
                return unescaped.toString();
            }
            unescaped.append(escaped());
        }
    }

    private int runEnd(int start, char quote) {
        String text = cursor.text();
        int end = start;
        while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\\') {
            end++;
        }
        return end;
    }

    /** What the units behind a backslash stand for. */
    private String escaped() {
        char kind = cursor.peek();
        if (kind == 'u') {
            return unicode();
        }
        int known = ESCAPES.indexOf(kind);
        if (cursor.atEnd() || known < 0) {
            throw cursor.refused("Behind a backslash one of " + ESCAPES + "u was expected, but " + cursor.found());
        }
        cursor.moveTo(cursor.position() + 1);
        return ESCAPED.substring(known, known + 1);
    }

    /** A unit in hexadecimal digits; half a surrogate pair stands for nothing and is replaced. */
    private String unicode() {
        char unit = hexadecimal();
        if (Character.isHighSurrogate(unit) && cursor.peek() == '\\' && cursor.peek(1) == 'u') {
            int behind = cursor.position();
            cursor.moveTo(behind + 1);
            char second = hexadecimal();
            if (Character.isLowSurrogate(second)) {
                return String.valueOf(new char[] {unit, second});
            }
            cursor.moveTo(behind);
        }
        return String.valueOf(Character.isSurrogate(unit) ? REPLACEMENT : unit);
    }

    private char hexadecimal() {
        int start = cursor.position() + 1;
        int value = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
            int digit = Character.digit(cursor.peek(1 + i), 16);
            if (digit < 0) {
                throw cursor.refused("Behind \\u four hexadecimal digits were expected.");
            }
            value = value * 16 + digit;
        }
        cursor.moveTo(start + HEX_DIGITS);
        return (char) value;
    }
}
