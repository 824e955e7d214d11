package tako.platform.log;

import java.util.Arrays;
import java.util.Collection;

/** The texts that are looked for, all at once. Immutable. */
final class SecretPatterns {
    /** Nothing to look for. */
    static final SecretPatterns NONE = new SecretPatterns(new char[0][]);

    private final char[][] sorted;
    private final Beginnings beginnings;

    /** Whether a text's first line is so short that its end is reached before four characters. */
    private final boolean shortFirstLines;

    private SecretPatterns(char[][] sorted) {
        this.sorted = sorted;
        this.beginnings = new Beginnings(sorted);
        this.shortFirstLines = Arrays.stream(sorted).anyMatch(SecretPatterns::hasShortFirstLine);
    }

    private static boolean hasShortFirstLine(char[] text) {
        return text[1] == '\n' || text[2] == '\n';
    }

    /**
     * These and more.
     *
     * @param more each of at least {@value Beginnings#LENGTH} characters
     */
    SecretPatterns with(Collection<String> more) {
        char[][] fresh = more.stream()
                .map(String::toCharArray)
                .filter(text -> Arrays.binarySearch(sorted, text, Arrays::compare) < 0)
                .sorted(Arrays::compare)
                .toArray(char[][]::new);
        if (fresh.length == 0) {
            return this;
        }
        char[][] both = Arrays.copyOf(sorted, sorted.length + fresh.length);
        System.arraycopy(fresh, 0, both, sorted.length, fresh.length);
        // Two runs in order are merged, not sorted.
        Arrays.sort(both, Arrays::compare);
        return new SecretPatterns(both);
    }

    /** The first place from one on where a text may begin; the end if there is none in which four characters are left. */
    int next(char[] in, int from, int end) {
        return beginnings.next(in, from, end);
    }

    /** Lets a walk begin at a place that {@link #next} has found; whether a text begins so. */
    boolean begin(PatternWalk walk, char[] in, int at) {
        return beginnings.begin(walk, in, at);
    }

    /** A walk through these. */
    PatternWalk walk() {
        return new PatternWalk(sorted);
    }

    /** Whether a text may begin in the last characters before an end, which are too few for {@link #next}. */
    boolean mayBeginWithin(char[] in, int end) {
        return end > 0 && sorted.length > 0 && (in[end - 1] != '\n' || shortFirstLines);
    }
}
