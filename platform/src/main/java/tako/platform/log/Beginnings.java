package tako.platform.log;

/**
 * With which four characters sorted texts begin. Almost every place of ordinary text is dismissed by one look into a set of bits that
 * stays in the processor's cache; where it says perhaps, a table of the beginnings decides. Immutable.
 */
final class Beginnings {
    /** How many characters decide. No text is shorter. */
    static final int LENGTH = 4;

    /** Spreads four characters over the upper bits; 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private static final int BITS_FOR_EACH = 64;
    private static final long MOST_BITS = 1 << 22;

    private final long[] bits;
    private final int bitShift;

    /** Four characters each, at the place that their hash names or behind it. */
    private final long[] keys;

    private final int[] firsts;

    /** Zero where no key is. */
    private final int[] ends;

    private final int keyShift;

    /** @param sorted each of at least {@value #LENGTH} characters */
    Beginnings(char[][] sorted) {
        this.bitShift = shift(Math.min(MOST_BITS, BITS_FOR_EACH * (long) sorted.length));
        this.bits = new long[(1 << (Long.SIZE - bitShift)) / Long.SIZE];
        this.keyShift = shift(2L * sorted.length);
        this.keys = new long[1 << (Long.SIZE - keyShift)];
        this.firsts = new int[keys.length];
        this.ends = new int[keys.length];
        for (int first = 0; first < sorted.length; ) {
            long key = key(sorted[first], 0);
            int end = first + 1;
            while (end < sorted.length && key(sorted[end], 0) == key) {
                end++;
            }
            put(key, first, end);
            first = end;
        }
    }

    private static int shift(long places) {
        int log = Long.SIZE - Long.numberOfLeadingZeros(Math.max(places, Long.SIZE) - 1);
        return Long.SIZE - log;
    }

    private static long key(char[] in, int at) {
        return ((long) in[at] << 48) | ((long) in[at + 1] << 32) | ((long) in[at + 2] << 16) | in[at + 3];
    }

    private void put(long key, int first, int end) {
        int bit = (int) ((key * SPREAD) >>> bitShift);
        bits[bit >>> 6] |= 1L << bit;
        int place = (int) ((key * SPREAD) >>> keyShift);
        while (ends[place] > 0) {
            place = (place + 1) & (keys.length - 1);
        }
        keys[place] = key;
        firsts[place] = first;
        ends[place] = end;
    }

    /** The first place from one on where a text may begin, all four characters before the end; the end if there is none. */
    int next(char[] in, int from, int end) {
        if (end - from < LENGTH) {
            return end;
        }
        long key = ((long) in[from] << 32) | ((long) in[from + 1] << 16) | in[from + 2];
        for (int at = from + LENGTH - 1; at < end; at++) {
            key = (key << 16) | in[at];
            int bit = (int) ((key * SPREAD) >>> bitShift);
            if ((bits[bit >>> 6] & (1L << bit)) != 0) {
                return at - (LENGTH - 1);
            }
        }
        return end;
    }

    /** Lets a walk begin among the texts that begin with the four characters at a place; whether there are any. */
    boolean begin(PatternWalk walk, char[] in, int at) {
        long key = key(in, at);
        int place = (int) ((key * SPREAD) >>> keyShift);
        while (ends[place] > 0) {
            if (keys[place] == key) {
                walk.begin(firsts[place], ends[place], LENGTH);
                return true;
            }
            place = (place + 1) & (keys.length - 1);
        }
        return false;
    }
}
