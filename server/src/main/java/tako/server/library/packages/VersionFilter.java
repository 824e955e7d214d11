package tako.server.library.packages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which versions of a package are looked for.
 *
 * @param rules each must accept a version; where one asks for something, what is not made of numbers is not accepted
 * @param preReleases whether pre-releases count
 * @param part what a version contains, ignoring case; "" for anything
 */
public record VersionFilter(List<VersionRule> rules, boolean preReleases, String part) {
    /** Every version. */
    public static final VersionFilter ALL = new VersionFilter(List.of(), true, "");

    public VersionFilter {
        rules = List.copyOf(rules);
        part = part.strip().toLowerCase(Locale.ROOT);
    }

    /** Those that pass some rules. */
    public static VersionFilter of(List<VersionRule> rules) {
        return new VersionFilter(rules, true, "");
    }

    /** Why it cannot be applied, a sentence each; empty when it can. */
    public List<String> problems() {
        return rules.stream().flatMap(rule -> rule.problems().stream()).toList();
    }

    /** What is wanted of some versions, newest first, each once. */
    public List<String> newestFirst(List<String> versions) {
        return VersionOrder.newestFirst(
                versions.stream().filter(this::accepts).distinct().toList());
    }

    private boolean accepts(String text) {
        if (!text.toLowerCase(Locale.ROOT).contains(part)) {
            return false;
        }
        Optional<Version> version = VersionOrder.ofTag(text);
        boolean stable = version.filter(Version::isPreRelease).isEmpty();
        return (preReleases || stable) && rules.stream().allMatch(rule -> accepts(rule, version));
    }

    private static boolean accepts(VersionRule rule, Optional<Version> version) {
        return rule.isOpen() || version.filter(one -> rule.of(one).accepted()).isPresent();
    }
}
