package tako.octostache.json;

import java.math.BigInteger;
import tako.octostache.filter.Whitespace;

/** Reads numbers. */
final class JsonNumbers {
    private static final String PARTS = "0123456789.-+abcdefABCDEFxX";
    private static final String BEGINNINGS = "0123456789.-";

    /** Longer integers are refused, as Newtonsoft does: reading them takes time that grows faster than they do. */
    private static final int MAXIMUM_DIGITS = 380;

    private final JsonCursor cursor;

    JsonNumbers(JsonCursor cursor) {
        this.cursor = cursor;
    }

    Json number() {
        int start = cursor.position();
        if (cursor.atEnd() || BEGINNINGS.indexOf(cursor.peek()) < 0) {
            throw cursor.refused("A value was expected, but " + cursor.found());
        }
        while (!cursor.atEnd() && PARTS.indexOf(cursor.peek()) >= 0) {
            cursor.moveTo(cursor.position() + 1);
        }
        if (!cursor.atEnd() && ",}])/".indexOf(cursor.peek()) < 0 && !Whitespace.is(cursor.peek())) {
            throw cursor.refused("A number cannot hold this: " + cursor.found());
        }
        String text = cursor.text().substring(start, cursor.position());
        return number(text, start);
    }

    private static Json number(String text, int start) {
        if (text.length() > 1 && text.charAt(0) == '0' && ".eE".indexOf(text.charAt(1)) < 0) {
            return inAnotherBase(text, start);
        }
        if (isWhole(text)) {
            if (text.length() > MAXIMUM_DIGITS) {
                throw new JsonRefused("An integer may have " + MAXIMUM_DIGITS + " digits at most.", start);
            }
            return new Json.IntegerNode(new BigInteger(text));
        }
        return Numbers.parse(text).map(Json.FloatNode::new).orElseThrow(() -> noNumber(text, start));
    }

    /** {@code 0x} and hexadecimal digits, or {@code 0} and octal ones: 64 bits, the highest of which is the sign. */
    private static Json inAnotherBase(String text, int start) {
        boolean hexadecimal = text.charAt(1) == 'x' || text.charAt(1) == 'X';
        try {
            return Json.IntegerNode.of(
                    hexadecimal ? Long.parseUnsignedLong(text.substring(2), 16) : Long.parseUnsignedLong(text, 8));
        } catch (NumberFormatException _) {
            throw noNumber(text, start);
        }
    }

    private static boolean isWhole(String text) {
        int first = text.charAt(0) == '-' ? 1 : 0;
        for (int i = first; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > first;
    }

    private static JsonRefused noNumber(String text, int start) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return new JsonRefused("'" + shown + "' is no number.", start);
    }
}
