package tako.platform.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** What a node of the model takes for the time: a wall clock that jumps, and one that only goes forward. */
final class ModelClock implements InstantSource {
    private static final long BEGIN = Instant.parse("2030-01-01T00:00:00Z").toEpochMilli();

    private final LongSupplier real;
    private final long origin;
    private long jumped;

    /**
     * @param real milliseconds that have really passed
     * @param origin where the clock that only goes forward begins
     */
    ModelClock(LongSupplier real, Duration origin) {
        this.real = real;
        this.origin = origin.toNanos();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        return BEGIN + real.getAsLong() + jumped;
    }

    void jump(Duration by) {
        jumped += by.toMillis();
    }

    void setRight() {
        jumped = 0;
    }

    TaskClock both() {
        return new TaskClock(this, () -> origin + real.getAsLong() * 1_000_000);
    }
}
