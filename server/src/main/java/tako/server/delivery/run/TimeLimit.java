package tako.server.delivery.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long an attempt of an item may take.
 *
 * @param minutes at least 1
 * @param at when that is over for the attempt that runs
 */
record TimeLimit(int minutes, Instant at) {
    /** The limit of an attempt that starts now. */
    static TimeLimit of(int minutes, Instant now) {
        return new TimeLimit(minutes, now.plus(Duration.ofMinutes(minutes)));
    }

    /** The minutes that a text names; empty when it names no whole number above zero. */
    static Optional<Integer> minutes(String text) {
        try {
            return Optional.of(Integer.parseInt(text.strip())).filter(minutes -> minutes > 0);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    boolean isOver(Instant now) {
        return !now.isBefore(at);
    }

    /** What is said of an attempt that was stopped for it. */
    String sentence() {
        return "It did not end within " + minutes + (minutes == 1 ? " minute" : " minutes") + " and was stopped.";
    }
}
