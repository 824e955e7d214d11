package tako.server.library.feed.registry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/** When a request is sent again, and after how long. */
final class RetryRule {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);

    private RetryRule() {}

    /** Whether the same request may get another answer later. */
    static boolean mayPass(int status) {
        return PASSING.contains(status);
    }

    /**
     * How long to wait after an attempt: twice as long each time, and as long as the server asks for.
     *
     * @param attempt counted from 1
     * @param wished what the server asked for
     */
    static Duration pause(int attempt, Optional<Duration> wished) {
        Duration least = FIRST_PAUSE.multipliedBy(1L << (attempt - 1));
        return wished.filter(wish -> wish.compareTo(least) > 0).orElse(least);
    }

    /** What {@code Retry-After} says: seconds, or a date; empty when it cannot be read. */
    static Optional<Duration> wished(Optional<String> retryAfter, Instant now) {
        return retryAfter
                .map(String::strip)
                .flatMap(text -> text.matches("[0-9]{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : date(text).map(date -> date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
