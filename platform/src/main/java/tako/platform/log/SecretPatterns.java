package tako.platform.log;

import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;

/** The texts that are looked for, all at once. Immutable. */
final class SecretPatterns {
    /** Nothing to look for. */
    static final SecretPatterns NONE = new SecretPatterns(new String[0]);

    private final String[] sorted;
    private final Beginnings beginnings;

    /** Whether a text's first line is so short that its end is reached before four characters. */
    private final boolean shortFirstLines;

    private SecretPatterns(String[] sorted) {
        this.sorted = sorted;
        this.beginnings = new Beginnings(sorted);
        this.shortFirstLines = Arrays.stream(sorted).anyMatch(SecretPatterns::hasShortFirstLine);
    }

    private static boolean hasShortFirstLine(String text) {
        int lineEnd = text.indexOf('\n');
        return lineEnd >= 0 && lineEnd < Beginnings.LENGTH - 1;
    }

    /**
     * These and more.
     *
     * @param more each of at least {@value Beginnings#LENGTH} characters
     */
    SecretPatterns with(Collection<String> more) {
        TreeSet<String> all = new TreeSet<>(more);
        Arrays.asList(sorted).forEach(all::remove);
        if (all.isEmpty()) {
            return this;
        }
        String[] both = Arrays.copyOf(sorted, sorted.length + all.size());
        System.arraycopy(all.toArray(String[]::new), 0, both, sorted.length, all.size());
        // Two runs in order are merged, not sorted.
        Arrays.sort(both);
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
