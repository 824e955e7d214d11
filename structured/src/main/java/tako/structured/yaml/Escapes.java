package tako.structured.yaml;

import java.util.Locale;
import java.util.Map;

/** How characters are written in double quotes. */
final class Escapes {
    private static final Map<Integer, String> NAMED = Map.ofEntries(
            Map.entry(0x00, "\\0"),
            Map.entry(0x07, "\\a"),
            Map.entry(0x08, "\\b"),
            Map.entry(0x0A, "\\n"),
            Map.entry(0x0B, "\\v"),
            Map.entry(0x0C, "\\f"),
            Map.entry(0x0D, "\\r"),
            Map.entry(0x1B, "\\e"),
            Map.entry(0x22, "\\\""),
            Map.entry(0x5C, "\\\\"),
            Map.entry(0x85, "\\N"),
            Map.entry(0xA0, "\\_"),
            Map.entry(0x2028, "\\L"),
            Map.entry(0x2029, "\\P"));

    private Escapes() {}

    /** A text in double quotes, on one line. */
    static String quoted(String text, ScalarRules rules) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            String raw = Character.toString(character);
            quoted.append(rules.isRawInDoubleQuotes(raw) ? raw : escape(character));
        });
        return quoted.append('"').toString();
    }

    private static String escape(int character) {
        String named = NAMED.get(character);
        return named == null ? numbered(character) : named;
    }

    private static String numbered(int character) {
        String format = character <= 0xFF ? "\\x%02X" : character <= 0xFFFF ? "\\u%04X" : "\\U%08X";
        return String.format(Locale.ROOT, format, character);
    }
}
