package tako.octostache.filter;

import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** Filters that make a text safe inside another language. */
final class EscapeFilters {
    private static final Pattern LINE_ENDS = Pattern.compile("(?:\r?\n)++");
    private static final char FIRST_ESCAPED_IN_PROPERTIES = 0xFF;

    private EscapeFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "htmlescape", Filter.plain(text -> escaped(text, EscapeFilters::html)),
                "xmlescape", Filter.plain(text -> escaped(text, EscapeFilters::xml)),
                "jsonescape", Filter.plain(text -> escaped(text, EscapeFilters::json)),
                "yamlsinglequoteescape", Filter.plain(EscapeFilters::yamlSingleQuoted),
                "yamldoublequoteescape", Filter.plain(text -> escaped(text, EscapeFilters::yamlDoubleQuoted)),
                "propertieskeyescape", Filter.plain(text -> escaped(text, EscapeFilters::propertiesKey)),
                "propertiesvalueescape", Filter.plain(EscapeFilters::propertiesValue),
                "uriescape", Filter.plain(text -> Percent.encode(text, Percent.UNRESERVED + Percent.RESERVED)),
                "uridataescape", Filter.plain(text -> Percent.encode(text, Percent.UNRESERVED)));
    }

    private static String escaped(String text, IntFunction<String> escape) {
        var result = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> result.append(escape.apply(c)));
        return result.toString();
    }

    private static String html(int c) {
        return c == '/' ? "&#x2F;" : xml(c);
    }

    private static String xml(int c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&apos;";
            default -> Character.toString(c);
        };
    }

    private static String json(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\', '\r', '\n', '\t' -> control(c);
            default -> Character.toString(c);
        };
    }

    private static String control(int c) {
        return switch (c) {
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            default -> "\\" + (char) c;
        };
    }

    private static String unicode(int c) {
        return String.format(Locale.ROOT, "\\u%04x", c);
    }

    private static String yamlDoubleQuoted(int c) {
        boolean printable = c >= ' ' && c <= '~';
        return switch (c) {
            case '"', '\\', '\r', '\n', '\t' -> control(c);
            default -> printable ? Character.toString(c) : unicode(c);
        };
    }

    /** A line end is doubled, because YAML folds a single one into a blank. */
    private static String yamlSingleQuoted(String text) {
        return LINE_ENDS
                .matcher(text)
                .replaceAll(ends -> (ends.group().startsWith("\r") ? "\r\n" : "\n") + ends.group())
                .replace("'", "''");
    }

    private static String propertiesKey(int c) {
        return switch (c) {
            case ' ', ':', '=' -> "\\" + (char) c;
            default -> propertiesCharacter(c);
        };
    }

    private static String propertiesValue(String text) {
        String escaped = escaped(text, EscapeFilters::propertiesCharacter);
        return escaped.startsWith(" ") ? "\\" + escaped : escaped;
    }

    private static String propertiesCharacter(int c) {
        return switch (c) {
            case '\\', '\r', '\n', '\t' -> control(c);
            default -> c >= FIRST_ESCAPED_IN_PROPERTIES ? unicode(c) : Character.toString(c);
        };
    }
}
