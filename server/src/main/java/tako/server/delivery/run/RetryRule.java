package tako.server.delivery.run;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether and when a failed attempt is made again. Pure.
 *
 * @param most how often an action is tried again at most, 0 to 3
 * @param backoff the pause before the first time; it doubles from one to the next
 */
record RetryRule(int most, Duration backoff) {
    /** The pause where none is said. */
    static final Duration USUAL = Duration.ofSeconds(10);

    private static final int MOST = 3;
    private static final Duration LONGEST = Duration.ofHours(1);

    /** What the texts of an action's properties say; a text that is no number is as good as none. */
    static RetryRule of(String maximumCount, String minimumBackoff) {
        int most = number(maximumCount).map(count -> Math.clamp(count, 0, MOST)).orElse(0);
        Duration backoff = number(minimumBackoff)
                .map(seconds -> Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST.toSeconds())))
                .orElse(USUAL);
        return new RetryRule(most, backoff);
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /**
     * How long to wait before the next attempt; empty when there is none.
     *
     * @param failures how many attempts have failed, from 1
     */
    Optional<Duration> pause(int failures) {
        if (failures > most) {
            return Optional.empty();
        }
        Duration grown = backoff.multipliedBy(1L << (failures - 1));
        return Optional.of(grown.compareTo(LONGEST) > 0 ? LONGEST : grown);
    }
}
