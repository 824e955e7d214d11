package tako.server.library.packages;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions of a package in order, also where they are tags of images, which people write as they like: first those made of numbers,
 * newest first; then the rest, greatest first with the numbers in them counted as numbers; {@code latest}, which says nothing, is last.
 */
public final class VersionOrder {
    private static final String LATEST = "latest";
    private static final Pattern TAG = Pattern.compile(
            "[vV]?(?<numbers>[0-9]++(?:\\.[0-9]++){0,3}+)(?<joint>[._-]*+)(?<pre>[0-9A-Za-z][0-9A-Za-z._-]*)?");
    private static final Pattern RUN = Pattern.compile("[0-9]+|[^0-9]+");

    private static final Comparator<Entry> ORDER = Comparator.comparing(
                    (Entry entry) -> entry.version().isEmpty())
            .thenComparing(entry -> entry.text().equalsIgnoreCase(LATEST))
            .thenComparing(VersionOrder::greatestFirst);

    private VersionOrder() {}

    private record Entry(String text, Optional<Version> version) {}

    /** Some versions, newest first. */
    public static List<String> newestFirst(List<String> versions) {
        return versions.stream()
                .map(text -> new Entry(text, ofTag(text)))
                .sorted(ORDER)
                .map(Entry::text)
                .toList();
    }

    /**
     * The version that a text means, which may begin with {@code v} and have its pre-release after any of {@code . _ -}, or at once after
     * the last of several numbers; empty for what is not made of numbers, and for what may be part of a hash.
     */
    public static Optional<Version> ofTag(String text) {
        return Version.ofPackage(text).or(() -> lenient(text));
    }

    private static Optional<Version> lenient(String text) {
        Matcher tag = TAG.matcher(text);
        if (text.length() > Version.LONGEST || !tag.matches() || mayBeHash(tag)) {
            return Optional.empty();
        }
        String rest = Optional.ofNullable(tag.group("pre"))
                .orElse("")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("[._-]+$", "");
        return Version.ofPackage(tag.group("numbers")).map(numbers -> new Version(text, numbers.numbers(), rest, ""));
    }

    private static boolean mayBeHash(Matcher tag) {
        return tag.group("joint").isEmpty() && !tag.group("numbers").contains(".") && tag.group("pre") != null;
    }

    private static int greatestFirst(Entry left, Entry right) {
        if (left.version().isPresent() && right.version().isPresent()) {
            int difference = right.version().get().compareTo(left.version().get());
            if (difference != 0) {
                return difference;
            }
        }
        return natural(right.text(), left.text());
    }

    private static int natural(String left, String right) {
        List<String> mine = runs(left);
        List<String> theirs = runs(right);
        for (int index = 0; index < Math.min(mine.size(), theirs.size()); index++) {
            int difference = compare(mine.get(index), theirs.get(index));
            if (difference != 0) {
                return difference;
            }
        }
        int difference = Integer.compare(mine.size(), theirs.size());
        return difference != 0 ? difference : left.compareTo(right);
    }

    private static List<String> runs(String text) {
        return RUN.matcher(text).results().map(MatchResult::group).toList();
    }

    private static int compare(String left, String right) {
        boolean numbers = isNumber(left) && isNumber(right);
        return numbers ? new BigInteger(left).compareTo(new BigInteger(right)) : left.compareToIgnoreCase(right);
    }

    private static boolean isNumber(String run) {
        return run.charAt(0) >= '0' && run.charAt(0) <= '9';
    }
}
