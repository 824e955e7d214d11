package tako.platform.log;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** What becomes of the characters of a text in another language. Immutable. */
final class Escaping {
    /** Nothing is changed. */
    static final Escaping NONE = new Escaping(asTheyAre(), Character::toString);

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

    private Escaping(String[] ascii, IntFunction<String> others) {
        this.ascii = ascii;
        this.others = others;
    }

    private static String[] asTheyAre() {
        String[] ascii = new String[128];
        Arrays.fill(ascii, "");
        return ascii;
    }

    private static String units(int point, HexFormat digits) {
        return Character.toString(point)
                .chars()
                .mapToObj(unit -> "\\u" + digits.toHexDigits((char) unit))
                .collect(Collectors.joining());
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
        return new Escaping(more, others);
    }

    /** The control characters that nothing was said about, written in a way. */
    Escaping withControls(IntFunction<String> writing) {
        String[] more = ascii.clone();
        for (int point = 0; point < ' '; point++) {
            more[point] = more[point].isEmpty() ? writing.apply(point) : more[point];
        }
        return new Escaping(more, others);
    }

    /** Characters beyond ASCII written in a way. */
    Escaping withOthers(IntFunction<String> writing) {
        return new Escaping(ascii, writing);
    }

    /** A text, escaped. */
    String of(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); ) {
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
