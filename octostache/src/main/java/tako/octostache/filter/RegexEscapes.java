package tako.octostache.filter;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands behind a backslash, in .NET's meaning written for Java. */
final class RegexEscapes {
    private static final String WORD = "\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}";
    private static final Pattern OCTAL = Pattern.compile("[0-7]{1,3}");
    private static final Pattern HEX = Pattern.compile("x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})");
    private static final Pattern CONTROL = Pattern.compile("c([A-Za-z@\\[\\\\\\]^_])");
    private static final Pattern CATEGORY = Pattern.compile("([pP])\\{(?:(Is)([\\w-]+)|([A-Z][a-z]?))\\}");
    private static final int OCTAL_BASE = 8;
    private static final int HEX_BASE = 16;
    private static final int CONTROL_BITS = 0x1F;

    private final RegexCursor in;

    RegexEscapes(RegexCursor in) {
        this.in = in;
    }

    /** A set of characters such as {@code \d}; empty, with nothing read, if none stands here. */
    String set(boolean insideClass) {
        var category = in.take(CATEGORY);
        if (category.isPresent()) {
            return category(category.get());
        }
        char c = in.next();
        return switch (c) {
            case 'w' -> insideClass ? WORD : "[" + WORD + "]";
            case 'W' -> "[^" + WORD + "]";
            case 'd', 'D', 's', 'S' -> "\\" + c;
            default -> {
                in.back();
                yield "";
            }
        };
    }

    /** A block is named with {@code Is} there and {@code In} here. */
    private static String category(Matcher category) {
        String name = category.group(2) == null ? category.group(4) : "In" + category.group(3);
        return String.format(Locale.ROOT, "\\%s{%s}", category.group(1), name);
    }

    /** One character. */
    char character() {
        var octal = in.take(OCTAL);
        if (octal.isPresent()) {
            return (char) (Integer.parseInt(octal.get().group(), OCTAL_BASE) & 0xFF);
        }
        var hex = in.take(HEX);
        if (hex.isPresent()) {
            return (char) Integer.parseInt(hex.get().group().substring(1), HEX_BASE);
        }
        var control = in.take(CONTROL);
        return control.isPresent() ? (char) (control.get().group(1).charAt(0) & CONTROL_BITS) : named(in.next());
    }

    private char named(char c) {
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case 'a' -> '\u0007';
            case 'e' -> '\u001B';
            case 'v' -> '\u000B';
            default -> {
                if (Character.isLetterOrDigit(c) || c == '_') {
                    throw in.refused("it holds the unknown escape \\" + c);
                }
                yield c;
            }
        };
    }

    /** The character as itself, whatever it means elsewhere. */
    static String literal(char c) {
        if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
            return Character.toString(c);
        }
        boolean visible = c > ' ' && c < 0x7F;
        return visible ? "\\" + c : String.format(Locale.ROOT, "\\u%04x", (int) c);
    }
}
