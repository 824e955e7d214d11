package tako.server.library.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions between bounds, as NuGet and Maven write them: {@code [1.0,2.0)}, {@code (,1.5]}, {@code [1.2]}; several joined by
 * commas mean any of them; a bare version means that one or a later one. Metadata does not count.
 *
 * @param intervals one or more
 */
public record VersionRange(List<Interval> intervals) {
    private static final String BOUND = "[^,\\[\\]()]*";
    private static final Pattern INTERVAL = Pattern.compile("\\s*(?<open>[\\[(])(?<low>" + BOUND
            + ")(?:(?<comma>,)(?<high>" + BOUND + "))?(?<close>[\\])])\\s*(?<next>,?)");

    public VersionRange {
        intervals = List.copyOf(intervals);
    }

    /** An end of an interval, and whether it belongs to it. */
    public record Bound(Version version, boolean included) {}

    /** What lies between two ends; an end that is empty has no limit. */
    public record Interval(Optional<Bound> lowest, Optional<Bound> highest) {
        boolean holds(Version version) {
            boolean above = lowest.map(bound -> holds(version.comparePrecedence(bound.version()), bound.included()))
                    .orElse(true);
            boolean below = highest.map(bound -> holds(bound.version().comparePrecedence(version), bound.included()))
                    .orElse(true);
            return above && below;
        }

        private boolean isEmpty() {
            return lowest.flatMap(low -> highest.map(high -> {
                        int order = low.version().comparePrecedence(high.version());
                        return order > 0 || (order == 0 && !(low.included() && high.included()));
                    }))
                    .orElse(false);
        }

        private static boolean holds(int difference, boolean included) {
            return included ? difference >= 0 : difference > 0;
        }
    }

    /** A range from its text; empty when it is none, or no version could lie in it. */
    public static Optional<VersionRange> parse(String text) {
        Optional<Version> least = Version.ofPackage(text.strip());
        if (least.isPresent()) {
            return Optional.of(
                    new VersionRange(List.of(new Interval(least.map(VersionRange::included), Optional.empty()))));
        }
        var intervals = new ArrayList<Interval>();
        Matcher form = INTERVAL.matcher(text);
        boolean more = true;
        while (more) {
            if (!form.lookingAt()) {
                return Optional.empty();
            }
            Optional<Interval> interval = interval(form);
            if (interval.isEmpty()) {
                return Optional.empty();
            }
            intervals.add(interval.get());
            more = !form.group("next").isEmpty();
            if (!more && form.end() < text.length()) {
                return Optional.empty();
            }
            form.region(form.end(), text.length());
        }
        return Optional.of(new VersionRange(intervals));
    }

    /** Why a text is no range, as a sentence with an example; empty when it is one. */
    public static Optional<String> problem(String text) {
        return parse(text).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "'" + text + "' is not a range of versions. Write its ends in brackets, as in [1.0,2.0) for"
                                + " 1.0 and later, but before 2.0.");
    }

    /** Whether a version lies in it. */
    public boolean holds(Version version) {
        return intervals.stream().anyMatch(interval -> interval.holds(version));
    }

    private static Optional<Interval> interval(Matcher form) {
        boolean lowIncluded = form.group("open").equals("[");
        boolean highIncluded = form.group("close").equals("]");
        String low = form.group("low").strip();
        if (form.group("comma") == null) {
            return Version.ofPackage(low)
                    .filter(version -> lowIncluded && highIncluded)
                    .map(VersionRange::included)
                    .map(bound -> new Interval(Optional.of(bound), Optional.of(bound)));
        }
        String high = form.group("high").strip();
        var interval = new Interval(bound(low, lowIncluded), bound(high, highIncluded));
        boolean readable = interval.lowest().isPresent() != low.isEmpty()
                && interval.highest().isPresent() != high.isEmpty();
        return Optional.of(interval).filter(one -> readable && !one.isEmpty());
    }

    private static Optional<Bound> bound(String text, boolean included) {
        return Version.ofPackage(text).map(version -> new Bound(version, included));
    }

    private static Bound included(Version version) {
        return new Bound(version, true);
    }
}
