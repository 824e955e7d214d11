package tako.structured.xml;

import java.util.Locale;
import java.util.Optional;

/** Characters of XML 1.0 and how they are escaped. */
final class XmlCharacters {
    private XmlCharacters() {}

    /** The first character that no document can hold, as U+0000. */
    static Optional<String> fault(String text) {
        return text.codePoints()
                .filter(c -> !isCharacter(c))
                .mapToObj(c -> String.format(Locale.ROOT, "U+%04X", c))
                .findFirst();
    }

    private static boolean isCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    /** Within double quotes: whitespace other than spaces survives too. */
    static void attribute(String text, StringBuilder to) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> to.append("&quot;");
                case '\t', '\n', '\r' -> reference(c, to);
                default -> escaped(c, to);
            }
        }
    }

    /** Between tags. */
    static void text(String text, StringBuilder to) {
        for (int i = 0; i < text.length(); i++) {
            escaped(text.charAt(i), to);
        }
    }

    /** Every character as a reference. */
    static void references(String text, StringBuilder to) {
        for (int i = 0; i < text.length(); i++) {
            reference(text.charAt(i), to);
        }
    }

    private static void escaped(char c, StringBuilder to) {
        switch (c) {
            case '&' -> to.append("&amp;");
            case '<' -> to.append("&lt;");
            case '>' -> to.append("&gt;");
            default -> to.append(c);
        }
    }

    private static void reference(char c, StringBuilder to) {
        to.append("&#x").append(Integer.toHexString(c).toUpperCase(Locale.ROOT)).append(';');
    }
}
