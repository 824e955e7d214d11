package tako.platform.log;

/**
 * A set of the four characters with which texts begin. Almost every place of ordinary text is dismissed by one look into bits that stay in
 * the processor's cache; they say "perhaps" a little too often, so somebody else decides. Immutable.
 */
final class Beginnings {
    /** How many characters decide. No text is shorter. */
    static final int LENGTH = 4;

    /** Spreads four characters over the upper bits; 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private static final int BITS_FOR_EACH = 64;
    private static final long MOST_BITS = 1 << 22;

    private final long[] bits;
    private final int shift;

    /** @param texts each of at least {@value #LENGTH} characters */
    Beginnings(char[][]... texts) {
        long count = 0;
        for (char[][] some : texts) {
            count += some.length;
        }
        this.shift = shift(Math.min(MOST_BITS, BITS_FOR_EACH * count));
        this.bits = new long[(1 << (Long.SIZE - shift)) / Long.SIZE];
        for (char[][] some : texts) {
            for (char[] text : some) {
                int bit = place(key(text, 0), shift);
                bits[bit >>> 6] |= 1L << bit;
            }
        }
    }

    /** By how much a hash is shifted to name one of some places; there are at least 64. */
    static int shift(long places) {
        int log = Long.SIZE - Long.numberOfLeadingZeros(Math.max(places, Long.SIZE) - 1);
        return Long.SIZE - log;
    }

    /** The place that four characters name. */
    static int place(long key, int shift) {
        return (int) ((key * SPREAD) >>> shift);
    }

    /** Four characters as one number. */
    static long key(char[] in, int at) {
        return ((long) in[at] << 48) | ((long) in[at + 1] << 32) | ((long) in[at + 2] << 16) | in[at + 3];
    }

    /** The first place from one on where a text may begin, all four characters before the end; the end if there is none. */
    int next(char[] in, int from, int end) {
        if (end - from < LENGTH) {
            return end;
        }
        long key = ((long) in[from] << 32) | ((long) in[from + 1] << 16) | in[from + 2];
        for (int at = from + LENGTH - 1; at < end; at++) {
            key = (key << 16) | in[at];
            if (mayBe(key)) {
                return at - (LENGTH - 1);
            }
        }
        return end;
    }

    /** Whether a text may begin with four characters. */
    boolean mayBe(long key) {
        int bit = place(key, shift);
        return (bits[bit >>> 6] & (1L << bit)) != 0;
    }
}
