package tako.structured.properties;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Finds keys and values. Nearly every text is a .properties file; only a broken {@code \}{@code u} escape is not. */
final class PairReader {
    private static final int HEX_DIGITS = 4;

    private final String text;
    private int at;

    private PairReader(String text) {
        this.text = text;
    }

    static List<Pair> read(String text) throws Misread {
        var reader = new PairReader(text);
        var pairs = new ArrayList<Pair>();
        while (reader.skipToPair()) {
            pairs.add(reader.pair());
        }
        return pairs;
    }

    /** Passes over blanks and comments; whether anything is left. */
    private boolean skipToPair() {
        while (more()) {
            char c = text.charAt(at);
            if (c == '#' || c == '!') {
                skipLine();
            } else if (isBlank(c) || endsLine(c)) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private void skipLine() {
        while (more() && !endsLine(text.charAt(at))) {
            at++;
        }
    }

    private Pair pair() throws Misread {
        String key = key();
        boolean separated = skipSeparator();
        int valueStart = at;
        skipValue();
        return new Pair(key, separated, valueStart, at);
    }

    private String key() throws Misread {
        var key = new StringBuilder();
        while (more() && !endsKey(text.charAt(at))) {
            if (text.charAt(at) == '\\') {
                key.append(escape());
            } else {
                key.append(text.charAt(at++));
            }
        }
        return key.toString();
    }

    private boolean skipSeparator() {
        int start = at;
        skipBlanks();
        if (more() && isSign(text.charAt(at))) {
            at++;
            skipBlanks();
        }
        return at > start;
    }

    private void skipValue() throws Misread {
        while (more() && !endsLine(text.charAt(at))) {
            if (text.charAt(at) == '\\') {
                escape();
            } else {
                at++;
            }
        }
    }

    /** Reads a backslash and what belongs to it; nothing is meant by one before the end of a line or of the file. */
    private String escape() throws Misread {
        int start = at++;
        if (!more()) {
            return "";
        }
        char c = text.charAt(at++);
        return switch (c) {
            case 'r' -> "\r";
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'u' -> unit(start);
            case '\r', '\n' -> continuation(c);
            default -> String.valueOf(c);
        };
    }

    private String continuation(char c) {
        if (c == '\r' && more() && text.charAt(at) == '\n') {
            at++;
        }
        skipBlanks();
        return "";
    }

    private String unit(int start) throws Misread {
        int end = at + HEX_DIGITS;
        if (end > text.length() || !text.substring(at, end).chars().allMatch(HexFormat::isHexDigit)) {
            throw new Misread(
                    "\\u is followed by four hexadecimal digits; write \\\\u for the characters themselves.", start);
        }
        char unit = (char) HexFormat.fromHexDigits(text, at, end);
        at = end;
        return String.valueOf(unit);
    }

    private void skipBlanks() {
        while (more() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private boolean more() {
        return at < text.length();
    }

    private static boolean endsKey(char c) {
        return isSign(c) || isBlank(c) || endsLine(c);
    }

    private static boolean isSign(char c) {
        return c == ':' || c == '=';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean endsLine(char c) {
        return c == '\r' || c == '\n';
    }
}
