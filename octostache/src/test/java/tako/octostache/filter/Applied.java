package tako.octostache.filter;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Standard filters, applied at a fixed time in a zone two hours before UTC. */
final class Applied {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2030-05-22T07:05:00.123456789Z"), ZoneId.of("+02:00"));
    private static final Map<String, Filter> FILTERS = StandardFilters.all(CLOCK);

    private Applied() {}

    static Optional<String> to(String argument, String filter, String... options) {
        return apply(Optional.of(argument), filter, options);
    }

    static Optional<String> toNothing(String filter, String... options) {
        return apply(Optional.empty(), filter, options);
    }

    private static Optional<String> apply(Optional<String> argument, String filter, String... options) {
        return Objects.requireNonNull(FILTERS.get(filter)).apply(argument, List.of(options));
    }
}
