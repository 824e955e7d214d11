package tako.structured.yaml;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** Writes tags by the handles of a document. */
final class TagNames {
    private static final String UNSPECIFIC = "!";
    private static final String RAW = "-;/?:@&=+$_.~*'()";
    private static final String RAW_IN_FULL = RAW + ",";

    private final Map<String, String> prefixes;

    /** With the handles that a document declares; the first whose prefix a tag has is used, the common ones last. */
    TagNames(SortedMap<String, String> declared) {
        this.prefixes = new LinkedHashMap<>(declared);
        prefixes.putIfAbsent("!!", "tag:yaml.org,2002:");
        prefixes.putIfAbsent("!", "!");
    }

    /** A tag as it is written. */
    String written(String tag) {
        if (tag.equals(UNSPECIFIC)) {
            return tag;
        }
        return prefixes.entrySet().stream()
                .filter(handle -> tag.startsWith(handle.getValue())
                        && tag.length() > handle.getValue().length())
                .findFirst()
                .map(handle -> handle.getKey()
                        + encoded(tag.substring(handle.getValue().length()), RAW))
                .orElseGet(() -> "!<" + writtenInFull(tag) + ">");
    }

    /** A whole tag, or a prefix as a directive names it. */
    static String writtenInFull(String tag) {
        return tag.startsWith("!") ? "!" + encoded(tag.substring(1), RAW_IN_FULL) : encoded(tag, RAW_IN_FULL);
    }

    private static String encoded(String text, String raw) {
        var encoded = new StringBuilder();
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(
                    isRaw((char) unit, raw) ? Character.toString(unit) : String.format(Locale.ROOT, "%%%02X", unit & 0xFF));
        }
        return encoded.toString();
    }

    private static boolean isRaw(char unit, String raw) {
        return unit < 0x80 && (Character.isLetterOrDigit(unit) || raw.indexOf(unit) >= 0);
    }
}
