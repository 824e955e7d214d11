package tako.server.settings.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a mail is tried again.
 *
 * @param first how long after the first attempt; each later pause is twice the one before
 * @param longest no pause is longer
 * @param giveUpAfter how long after it was queued nobody tries any more; zero for one attempt
 */
record MailRetries(Duration first, Duration longest, Duration giveUpAfter) {
    private static final int DOUBLINGS = 20;

    /** Those of mails of steps. */
    static final MailRetries STANDARD =
            new MailRetries(Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(24));

    /** Somebody waits for the answer. */
    static final MailRetries ONCE = new MailRetries(Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ZERO);

    /** The pause after so many attempts, at least one. */
    Duration pause(int attempts) {
        Duration pause = first.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    /** When it is tried again; empty when that would be too late. */
    Optional<Instant> next(int attempts, Instant now, Instant giveUpAt) {
        return Optional.of(now.plus(pause(attempts))).filter(next -> !next.isAfter(giveUpAt));
    }
}
