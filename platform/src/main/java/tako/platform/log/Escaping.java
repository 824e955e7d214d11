package tako.platform.log;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.IntFunction;

/** What becomes of the characters of a text in another language. Immutable. */
final class Escaping {
    /** Nothing is changed. */
    static final Escaping NONE = new Escaping(asTheyAre(), Character::toString, false);

    /** Code points as numbers, the way that each language writes them. */
    static final IntFunction<String> JSON = point -> units(point, HexFormat.of());

    static final IntFunction<String> JSON_UPPER =
            point -> units(point, HexFormat.of().withUpperCase());

    static final IntFunction<String> YAML =
            point -> point > 0xFF ? JSON.apply(point) : "\\x" + HexFormat.of().toHexDigits((byte) point);

    static final IntFunction<String> YAML_UPPER = point -> point > 0xFF
            ? JSON.apply(point)
            : "\\x" + HexFormat.of().withUpperCase().toHexDigits((byte) point);

    static final IntFunction<String> XML_DECIMAL = point -> "&#" + point + ";";

    static final IntFunction<String> XML_HEX =
            point -> "&#x" + Integer.toHexString(point).toUpperCase(Locale.ROOT) + ";";

    /** By the character; "" for those that stay as they are. */
    private final String[] ascii;

    private final IntFunction<String> others;
    private final boolean othersChange;

    private Escaping(String[] ascii, IntFunction<String> others, boolean othersChange) {
        this.ascii = ascii;
        this.others = others;
        this.othersChange = othersChange;
    }

    private static String[] asTheyAre() {
        String[] ascii = new String[128];
        Arrays.fill(ascii, "");
        return ascii;
    }

    private static String units(int point, HexFormat digits) {
        StringBuilder written = new StringBuilder(12);
        for (char unit : Character.toChars(point)) {
            written.append("\\u").append(digits.toHexDigits(unit));
        }
        return written.toString();
    }

    /** Something before a character. */
    static IntFunction<String> after(String prefix) {
        return point -> prefix + Character.toString(point);
    }

    /** A character by its code point replaced. */
    Escaping with(int point, String replacement) {
        return with(Character.toString(point), ignored -> replacement);
    }

    /** Some ASCII characters written in a way. */
    Escaping with(String points, IntFunction<String> writing) {
        String[] more = ascii.clone();
        points.chars().forEach(point -> more[point] = writing.apply(point));
        return new Escaping(more, others, othersChange);
    }

    /** The control characters that nothing was said about, written in a way. */
    Escaping withControls(IntFunction<String> writing) {
        String[] more = ascii.clone();
        for (int point = 0; point < ' '; point++) {
            more[point] = more[point].isEmpty() ? writing.apply(point) : more[point];
        }
        return new Escaping(more, others, othersChange);
    }

    /** Characters beyond ASCII written in a way. */
    Escaping withOthers(IntFunction<String> writing) {
        return new Escaping(ascii, writing, true);
    }

    /** A text, escaped; the same object if there is nothing to escape. */
    String of(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit < ascii.length ? !ascii[unit].isEmpty() : othersChange) {
                return escaped(text, at);
            }
        }
        return text;
    }

    private String escaped(String text, int first) {
        StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int at = first; at < text.length(); ) {
            int point = text.codePointAt(at);
            if (point >= ascii.length) {
                escaped.append(others.apply(point));
            } else if (ascii[point].isEmpty()) {
                escaped.append((char) point);
            } else {
                escaped.append(ascii[point]);
            }
            at += Character.charCount(point);
        }
        return escaped.toString();
    }
}
