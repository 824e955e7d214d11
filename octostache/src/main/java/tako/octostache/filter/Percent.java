package tako.octostache.filter;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Percent-encoding of addresses, in UTF-8. */
final class Percent {
    static final String UNRESERVED = "-._~";
    static final String RESERVED = ":/?#[]@!$&'()*+,;=";
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
    private static final int HEX = 16;

    private Percent() {}

    /** @param punctuation what is kept besides letters and digits */
    static String encode(String text, String punctuation) {
        var result = new StringBuilder(text.length() + 16);
        for (byte unit : TextEncoding.UTF_8.encode(text)) {
            write(unit, c -> isPlain(c, punctuation), result);
        }
        return result.toString();
    }

    /** As {@link #encode}, but what is encoded already stays as it is. */
    static String complete(String text) {
        var result = new StringBuilder(text.length() + 16);
        Matcher escape = ESCAPE.matcher(text);
        int end = 0;
        while (escape.find()) {
            result.append(encode(text.substring(end, escape.start()), UNRESERVED + RESERVED)).append(escape.group());
            end = escape.end();
        }
        return result.append(encode(text.substring(end), UNRESERVED + RESERVED)).toString();
    }

    private static boolean isPlain(int c, String punctuation) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || punctuation.indexOf(c) >= 0);
    }

    private static void write(byte unit, IntPredicate plain, StringBuilder result) {
        int c = unit & 0xFF;
        if (plain.test(c)) {
            result.append((char) c);
        } else {
            result.append('%').append(digit(c / HEX)).append(digit(c % HEX));
        }
    }

    private static char digit(int value) {
        return Character.toUpperCase(Character.forDigit(value, HEX));
    }

    /** What is encoded in plain; escapes that are no UTF-8 stay. */
    static String decode(String text) {
        return ESCAPES.matcher(text).replaceAll(escapes -> Matcher.quoteReplacement(decoded(escapes.group())));
    }

    private static String decoded(String escapes) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < escapes.length(); i += 3) {
            bytes.write(Integer.parseInt(escapes, i + 1, i + 3, HEX));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException noText) {
            return escapes;
        }
    }
}
