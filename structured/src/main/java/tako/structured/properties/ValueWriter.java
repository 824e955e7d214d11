package tako.structured.properties;

import java.util.Locale;

/** Writes values as they stand in a file. */
final class ValueWriter {
    /** From here on characters are escaped, although ISO 8859-1 holds the first of them. */
    private static final char FIRST_ESCAPED = '\u00ff';

    private ValueWriter() {}

    static String write(String value) {
        var written = new StringBuilder(value.length() + 1);
        if (value.startsWith(" ")) {
            written.append('\\');
        }
        value.chars().forEach(c -> append(written, (char) c));
        return written.toString();
    }

    private static void append(StringBuilder written, char c) {
        switch (c) {
            case '\\' -> written.append("\\\\");
            case '\r' -> written.append("\\r");
            case '\n' -> written.append("\\n");
            case '\t' -> written.append("\\t");
            default ->
                written.append(c < FIRST_ESCAPED ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
    }
}
