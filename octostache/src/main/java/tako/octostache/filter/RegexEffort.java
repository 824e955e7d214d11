package tako.octostache.filter;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many steps an expression may take for a single match, by the counts that it repeats its parts. */
final class RegexEffort {
    private static final long MOST = 1_000_000;

    private final Deque<long[]> outer = new ArrayDeque<>();
    private long sum;
    private long last;

    void atom() {
        last = 1;
        sum++;
    }

    void open() {
        outer.push(new long[] {sum});
        sum = 0;
        last = 0;
    }

    void close() {
        last = Math.max(1, sum);
        sum = last + outer.pop()[0];
    }

    /** The part before is repeated that often; false if this is too much. */
    boolean repeat(int times) {
        sum += last * Math.max(0, times - 1);
        return sum <= MOST;
    }

    long total() {
        return sum;
    }
}
