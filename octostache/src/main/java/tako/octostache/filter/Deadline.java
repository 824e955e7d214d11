package tako.octostache.filter;

import java.time.Duration;

/** When something must be over. Looking costs some 25 ns. */
public final class Deadline {
    private final long start = System.nanoTime();
    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    /** So long from now; a time of centuries is without end. */
    public static Deadline in(Duration time) {
        return new Deadline(time.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0 ? time.toNanos() : Long.MAX_VALUE);
    }

    /** Whether it has passed. */
    public boolean isOver() {
        return System.nanoTime() - start > nanos;
    }

    /** How long it was when it was set, in milliseconds. */
    public long milliseconds() {
        return nanos / 1_000_000;
    }
}
