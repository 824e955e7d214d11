package tako.structured.dotnet;

import java.nio.charset.CharsetEncoder;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as it stands in XML. */
final class XmlText {
    private static final Pattern REFERENCE =
            Pattern.compile("&(#0*[0-9]{1,7}|#x0*[0-9a-fA-F]{1,6}|lt|gt|amp|quot|apos);");

    /** What a parser makes a space in an attribute's value. */
    private static final Pattern BLANK = Pattern.compile("\r\n|[\t\r\n]");

    private XmlText() {}

    /** What an attribute's text means; references to entities that XML does not define stay as they are. */
    static String read(String written) {
        return REFERENCE.matcher(BLANK.matcher(written).replaceAll(" ")).replaceAll(XmlText::meaning);
    }

    private static String meaning(MatchResult reference) {
        String name = reference.group(1);
        return Matcher.quoteReplacement(
                switch (name) {
                    case "lt" -> "<";
                    case "gt" -> ">";
                    case "amp" -> "&";
                    case "quot" -> "\"";
                    case "apos" -> "'";
                    default -> character(name);
                });
    }

    private static String character(String number) {
        int c = number.startsWith("#x")
                ? Integer.parseInt(number, 2, number.length(), 16)
                : Integer.parseInt(number, 1, number.length(), 10);
        return Character.isValidCodePoint(c) ? Character.toString(c) : "\ufffd";
    }

    /** Whether XML can hold the text at all. */
    static boolean canHold(String text) {
        return text.codePoints().allMatch(XmlText::isCharacter);
    }

    private static boolean isCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c < Character.MIN_SURROGATE)
                || (c > Character.MAX_SURROGATE && c <= '\ufffd')
                || c > Character.MAX_VALUE;
    }

    /**
     * An attribute's text that means the value.
     *
     * @param quote what the text stands in
     */
    static String attribute(String value, char quote, CharsetEncoder encoder) {
        return write(value, encoder, c -> c == quote || c == '\t' || c == '\n' || c == '\r');
    }

    /** An element's text that means the value. */
    static String content(String value, CharsetEncoder encoder) {
        return write(value, encoder, c -> c == '\r');
    }

    private static String write(String value, CharsetEncoder encoder, IntPredicate escaped) {
        var written = new StringBuilder(value.length());
        value.codePoints().forEach(c -> written.append(write(c, encoder, escaped)));
        return written.toString();
    }

    private static String write(int c, CharsetEncoder encoder, IntPredicate escaped) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> {
                boolean plain = !escaped.test(c) && encoder.canEncode(Character.toString(c));
                yield plain ? Character.toString(c) : reference(c);
            }
        };
    }

    private static String reference(int c) {
        return switch (c) {
            case '"' -> "&quot;";
            case '\'' -> "&apos;";
            default -> String.format(Locale.ROOT, "&#x%X;", c);
        };
    }
}
