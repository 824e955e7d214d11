package tako.server.library.feed.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A time in which waiting takes none, but counts. */
final class ManualTime {
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private long nanos;

    RegistryTime time() {
        return new RegistryTime(() -> NOON.plusNanos(nanos), () -> nanos, this::pause);
    }

    /** How long was waited, each time. */
    List<Duration> pauses() {
        return pauses;
    }

    private void pause(Duration time) {
        pauses.add(time);
        nanos += time.toNanos();
    }
}
