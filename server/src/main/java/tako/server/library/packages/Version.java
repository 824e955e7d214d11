package tako.server.library.packages;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a release or package: two to four numbers, then perhaps {@code -pre.release} and {@code +metadata}, as Semantic Versioning
 * 2.0.0 has them but lenient: missing numbers count as 0, leading zeros are ignored, letter case does not matter.
 *
 * <p>The order is total. Versions that differ only in writing ({@code 1.0}, {@code 1.0.0}) are neighbours and compare by
 * their metadata alone, so {@code compareTo} may answer 0 for versions that are not equal.
 *
 * @param text as written
 * @param numbers one to four
 * @param preRelease without its dash; "" for a stable version
 * @param metadata without its plus; "" for none
 */
public record Version(String text, List<BigInteger> numbers, String preRelease, String metadata)
        implements Comparable<Version> {
    /** The most characters a version may have. */
    public static final int LONGEST = 349;

    private static final String IDENTIFIERS = "[0-9A-Za-z_-]+(?:\\.[0-9A-Za-z_-]+)*";
    private static final Pattern FORM = Pattern.compile("(?<numbers>[0-9]+(?:\\.[0-9]+){0,3})(?:-(?<pre>" + IDENTIFIERS
            + "))?(?:\\+(?<meta>" + IDENTIFIERS + "))?");
    private static final int PLACES = 4;

    /** A release's version from its text; empty when it is none. */
    public static Optional<Version> parse(String text) {
        return ofPackage(text).filter(version -> version.numbers.size() > 1);
    }

    /** A package's version from its text, for which one number suffices; empty when it is none. */
    public static Optional<Version> ofPackage(String text) {
        Matcher form = FORM.matcher(text);
        if (text.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        List<BigInteger> numbers = Arrays.stream(form.group("numbers").split("\\."))
                .map(BigInteger::new)
                .toList();
        return Optional.of(new Version(text, numbers, orEmpty(form, "pre"), orEmpty(form, "meta")));
    }

    /** Why a text is no version, as a sentence with an example; empty when it is one. */
    public static Optional<String> problem(String text) {
        if (text.length() > LONGEST) {
            return Optional.of(
                    "The version has " + text.length() + " characters, at most " + LONGEST + " are allowed.");
        }
        if (parse(text).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("'" + text + "' is not a version. Write two to four numbers joined by dots,"
                + " and after them, if wanted, a pre-release or metadata, as in 1.4.2 or 2.0.0-beta.1+7f3a.");
    }

    /** The number at a place counted from 0 (major); 0 where none was written. */
    public BigInteger number(int place) {
        return place < numbers.size() ? numbers.get(place) : BigInteger.ZERO;
    }

    /** Whether it is a pre-release. */
    public boolean isPreRelease() {
        return !preRelease.isEmpty();
    }

    /** Two versions with the same key are the same version of a project. */
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The order without metadata. */
    public int comparePrecedence(Version other) {
        for (int place = 0; place < PLACES; place++) {
            int difference = number(place).compareTo(other.number(place));
            if (difference != 0) {
                return difference;
            }
        }
        return comparePreReleases(preRelease, other.preRelease);
    }

    @Override
    public int compareTo(Version other) {
        int difference = comparePrecedence(other);
        return difference != 0 ? difference : metadata.compareToIgnoreCase(other.metadata);
    }

    @Override
    public String toString() {
        return text;
    }

    private static int comparePreReleases(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Boolean.compare(left.isEmpty(), right.isEmpty());
        }
        List<String> mine = identifiers(left);
        List<String> theirs = identifiers(right);
        for (int index = 0; index < Math.min(mine.size(), theirs.size()); index++) {
            int difference = compareIdentifiers(mine.get(index), theirs.get(index));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(mine.size(), theirs.size());
    }

    private static int compareIdentifiers(String left, String right) {
        boolean leftNumber = isNumber(left);
        boolean rightNumber = isNumber(right);
        if (leftNumber && rightNumber) {
            return new BigInteger(left).compareTo(new BigInteger(right));
        }
        return leftNumber == rightNumber ? left.compareToIgnoreCase(right) : Boolean.compare(rightNumber, leftNumber);
    }

    private static List<String> identifiers(String preRelease) {
        return List.of(preRelease.split("\\."));
    }

    private static boolean isNumber(String identifier) {
        return identifier.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    private static String orEmpty(Matcher form, String group) {
        String found = form.group(group);
        return found == null ? "" : found;
    }
}
