package tako.server.library.feed.registry;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When a question must have been answered. */
final class Deadline {
    private final LongSupplier nanos;
    private final long start;
    private final Duration total;

    Deadline(LongSupplier nanos, Duration total) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.total = total;
    }

    /** What is left; never negative. */
    Duration left() {
        Duration left = total.minusNanos(nanos.getAsLong() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** How long there was from the beginning. */
    Duration total() {
        return total;
    }
}
