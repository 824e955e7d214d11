package tako.server.library.feed.registry;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The times that a client of registries lives by.
 *
 * @param wall what people call the time, for answers that name a date
 * @param nanos nanoseconds of a clock that only goes forward, for bounds
 * @param pause waits between two attempts
 */
public record RegistryTime(InstantSource wall, LongSupplier nanos, Pause pause) {
    /** Waiting. */
    @FunctionalInterface
    public interface Pause {
        /** Returns when this long has passed. */
        void of(Duration time) throws InterruptedException;
    }

    /** The clocks of this machine. */
    public static RegistryTime system() {
        return new RegistryTime(InstantSource.system(), System::nanoTime, RegistryTime::wait);
    }

    private static void wait(Duration time) throws InterruptedException {
        boolean never = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
        assert !never : "nobody counts down";
    }
}
