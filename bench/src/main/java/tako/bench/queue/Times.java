package tako.bench.queue;

import java.util.Arrays;
import java.util.Locale;

/**
 * What became of a load.
 *
 * @param nanos from just before a task was added until the first instruction of its handler, in the order of adding
 * @param elapsed nanoseconds from just before the first task was added until the last one started
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record Times(long[] nanos, long elapsed) {
    /** The first ones of a measurement find connections and plans that are not there yet, and do not count. */
    private static final double LEAD_IN = 0.1;

    double perSecond() {
        return nanos.length * 1e9 / elapsed;
    }

    /**
     * Milliseconds within which this share of the tasks started.
     *
     * @param percent above 0, at most 100
     */
    double percentile(double percent) {
        long[] counted = Arrays.copyOfRange(nanos, (int) (nanos.length * LEAD_IN), nanos.length);
        Arrays.sort(counted);
        int rank = (int) Math.ceil(percent / 100 * counted.length);
        return counted[rank - 1] / 1e6;
    }

    /** The distribution for people. */
    String words() {
        return String.format(
                Locale.ROOT, "p50 %.2f ms, p90 %.2f ms, p99 %.2f ms", percentile(50), percentile(90), percentile(99));
    }
}
