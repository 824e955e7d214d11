package tako.platform.log;

import java.util.Arrays;
import java.util.Collection;

/** Texts in order, and a table of the four characters with which they begin. Immutable. */
final class SortedTexts {
    private final char[][] sorted;

    /** Four characters each, at the place that their hash names or behind it. */
    private final long[] keys;

    private final int[] firsts;

    /** Zero where no key is. */
    private final int[] ends;

    private final int shift;

    private SortedTexts(char[][] sorted) {
        this.sorted = sorted;
        this.shift = Beginnings.shift(2L * sorted.length);
        this.keys = new long[1 << (Long.SIZE - shift)];
        this.firsts = new int[keys.length];
        this.ends = new int[keys.length];
        for (int first = 0; first < sorted.length; ) {
            long key = Beginnings.key(sorted[first], 0);
            int end = first + 1;
            while (end < sorted.length && Beginnings.key(sorted[end], 0) == key) {
                end++;
            }
            put(key, first, end);
            first = end;
        }
    }

    static SortedTexts none() {
        return new SortedTexts(new char[0][]);
    }

    private void put(long key, int first, int end) {
        int place = Beginnings.place(key, shift);
        while (ends[place] > 0) {
            place = (place + 1) & (keys.length - 1);
        }
        keys[place] = key;
        firsts[place] = first;
        ends[place] = end;
    }

    /**
     * These and more.
     *
     * @param more each of at least {@value Beginnings#LENGTH} characters
     */
    SortedTexts with(Collection<String> more) {
        char[][] fresh = more.stream()
                .sorted()
                .map(String::toCharArray)
                .filter(text -> Arrays.binarySearch(sorted, text, Arrays::compare) < 0)
                .toArray(char[][]::new);
        if (fresh.length == 0) {
            return this;
        }
        if (sorted.length == 0) {
            return new SortedTexts(fresh);
        }
        char[][] both = Arrays.copyOf(sorted, sorted.length + fresh.length);
        System.arraycopy(fresh, 0, both, sorted.length, fresh.length);
        // Two runs in order are merged, not sorted.
        Arrays.sort(both, Arrays::compare);
        return new SortedTexts(both);
    }

    /** All of them, in order. */
    char[][] all() {
        return sorted;
    }

    /**
     * Lets a walk begin among the texts that begin with four characters; whether there are any.
     *
     * @param length how many of the four the walk counts as read
     */
    boolean begin(PatternWalk walk, long key, int length) {
        int place = Beginnings.place(key, shift);
        while (ends[place] > 0) {
            if (keys[place] == key) {
                walk.begin(firsts[place], ends[place], Beginnings.LENGTH, length);
                return true;
            }
            place = (place + 1) & (keys.length - 1);
        }
        return false;
    }
}
