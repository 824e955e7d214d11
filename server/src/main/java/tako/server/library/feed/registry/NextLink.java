package tako.server.library.feed.registry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of the next page, from {@code Link} headers (RFC 8288). */
final class NextLink {
    private static final Pattern LINK =
            Pattern.compile("<([^>]*)>((?:\\s*;\\s*[^;,=\\s]+\\s*(?:=\\s*(?:\"[^\"]*\"|[^\\s;,]*))?)*)");
    private static final Pattern RELATION = Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,]*))");

    private NextLink() {}

    /** As written, relative or absolute; empty on the last page. */
    static Optional<String> of(List<String> headers) {
        for (String header : headers) {
            Matcher link = LINK.matcher(header);
            while (link.find()) {
                if (isNext(link.group(2))) {
                    return Optional.of(link.group(1).strip());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNext(String parameters) {
        Matcher relation = RELATION.matcher(parameters.toLowerCase(Locale.ROOT));
        if (!relation.find()) {
            return false;
        }
        String names = relation.group(1) == null ? relation.group(2) : relation.group(1);
        return List.of(names.strip().split("\\s+")).contains("next");
    }
}
