package tako.platform.task;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two times a node needs.
 *
 * @param wall what people call the time: due times, expiry, records. It may jump and differ between nodes.
 * @param nanos nanoseconds of a clock that only goes forward: leases, takeover and cancel are measured with it
 */
public record TaskClock(InstantSource wall, LongSupplier nanos) {
    /** The clocks of this machine. */
    public static TaskClock system() {
        return new TaskClock(InstantSource.system(), System::nanoTime);
    }

    /** Now, in UTC milliseconds. */
    long millis() {
        return wall.millis();
    }

    /** Now, on the clock that only goes forward. */
    long now() {
        return nanos.getAsLong();
    }

    /** Whether at least this long has passed between two readings of {@link #now}. */
    static boolean passed(long since, long now, Duration duration) {
        return now - since >= duration.toNanos();
    }
}
