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
                        + encoded(tag.substring(handle.getValue().length())))
                .orElseGet(() -> "!<" + (tag.startsWith("!") ? "!" + encoded(tag.substring(1)) : encoded(tag)) + ">");
    }

    /** A prefix as a directive names it. */
    static String writtenPrefix(String prefix) {
        return prefix.startsWith("!") ? "!" + encoded(prefix.substring(1)) : encoded(prefix);
    }

    private static String encoded(String text) {
        var encoded = new StringBuilder();
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(
                    isRaw((char) unit) ? Character.toString(unit) : String.format(Locale.ROOT, "%%%02X", unit & 0xFF));
        }
        return encoded.toString();
    }

    private static boolean isRaw(char unit) {
        return unit < 0x80 && (Character.isLetterOrDigit(unit) || RAW.indexOf(unit) >= 0);
    }
}
