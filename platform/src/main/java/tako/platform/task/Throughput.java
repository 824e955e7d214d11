package tako.platform.task;

import java.time.Duration;

/** How many things happened in the last full window, or so far in this one if that is more. */
final class Throughput {
    private final long window;
    private long start;
    private int before;
    private int current;

    Throughput(Duration window, long now) {
        this.window = window.toNanos();
        this.start = now;
    }

    void happened(long now) {
        roll(now);
        current++;
    }

    int recently(long now) {
        roll(now);
        return Math.max(before, current);
    }

    private void roll(long now) {
        long windows = (now - start) / window;
        if (windows <= 0) {
            return;
        }
        before = windows == 1 ? current : 0;
        current = 0;
        start += windows * window;
    }
}
