package tako.platform.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until a test moves it. It begins at 2030-01-01T00:00:00Z. */
public final class ManualClock implements InstantSource {
    private static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");

    private final AtomicLong nanos = new AtomicLong();

    @Override
    public Instant instant() {
        return BEGIN.plusNanos(nanos.get());
    }

    /** Moves it forward. */
    public void advance(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    /** Both times of a node by this clock. */
    public TaskClock both() {
        return new TaskClock(this, nanos::get);
    }
}
