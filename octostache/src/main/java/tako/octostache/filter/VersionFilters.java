package tako.octostache.filter;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a version, which need not be a semantic one: {@code 19.0.0.Final} and {@code latest} are versions too. */
final class VersionFilters {
    private static final String NUMBERS =
            "(?:\\s*+[vV]?\\s*+([0-9]+)\\s*+(?:\\.\\s*+([0-9]+)\\s*+)?(?:\\.\\s*+([0-9]+)\\s*+)?(?:\\.\\s*+([0-9]+)\\s*+)?)?";
    private static final String PRE_RELEASE =
            "(?:[.\\-_\\\\])?(?<pre>(?<prefix>[A-Za-z0-9]*?)(?:[.\\-_\\\\](?<counter>[A-Za-z0-9.\\-_\\\\]*?)?)?)?";
    private static final String METADATA = "(?:\\+(?<metadata>[A-Za-z0-9_\\-.\\\\+]*?))?";
    private static final Pattern VERSION =
            Pattern.compile("\\s*+" + NUMBERS + PRE_RELEASE + METADATA + "\\s*+", Pattern.UNICODE_CHARACTER_CLASS);

    private VersionFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "versionmajor", part(version -> number(version, 1)),
                "versionminor", part(version -> number(version, 2)),
                "versionpatch", part(version -> number(version, 3)),
                "versionrevision", part(version -> number(version, 4)),
                "versionprerelease", part(version -> text(version, "pre")),
                "versionprereleaseprefix", part(version -> text(version, "prefix")),
                "versionprereleasecounter", part(version -> text(version, "counter")),
                "versionmetadata", part(version -> text(version, "metadata")));
    }

    /** Options are ignored. */
    private static TimedFilter part(Function<MatchResult, String> part) {
        return (argument, _, deadline) -> argument.map(text -> part.apply(version(text, deadline)));
    }

    private static MatchResult version(String text, Deadline deadline) {
        Matcher matcher = VERSION.matcher(new WatchedText("a version", text, 1, deadline));
        boolean isVersion = !Whitespace.trim(text).isEmpty() && matcher.matches() && allFit(matcher);
        if (!isVersion) {
            throw new FilterRefused(String.format(
                    Locale.ROOT,
                    "\"%s\" is not a version. Write numbers with points between them, such as 1.2.3-beta.4+build.5.",
                    Shortened.of(text)));
        }
        return matcher.toMatchResult();
    }

    /** Every number is one of 32 bits, also those that were not asked for. */
    private static boolean allFit(MatchResult version) {
        for (int group = 1; group <= 4; group++) {
            String digits = version.group(group);
            if (digits != null && WholeNumber.parse(digits).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static String number(MatchResult version, int group) {
        return Optional.ofNullable(version.group(group))
                .flatMap(WholeNumber::parse)
                .orElse(0)
                .toString();
    }

    private static String text(MatchResult version, String group) {
        return Optional.ofNullable(version.group(group)).orElse("");
    }
}
