package tako.server.library.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** When a certificate's end is told. Pure. */
final class Expiry {
    private Expiry() {}

    /** What is told, the earliest first. */
    enum Warning {
        TWENTY_DAYS("CertificateExpiry20DayWarning", Duration.ofDays(20)),
        TEN_DAYS("CertificateExpiry10DayWarning", Duration.ofDays(10)),
        EXPIRED("CertificateExpired", Duration.ZERO);

        private final String category;
        private final Duration ahead;

        Warning(String category, Duration ahead) {
            this.category = category;
            this.ahead = ahead;
        }

        /** The category of its event. */
        String category() {
            return category;
        }

        private boolean isReached(Instant notAfter, Instant now) {
            return !now.isBefore(notAfter.minus(ahead));
        }
    }

    /** How long before its end a certificate first matters. */
    static final Duration HORIZON = Warning.TWENTY_DAYS.ahead;

    /**
     * The warning to give now: the latest one that is reached, unless it or a later one was given of this data before. Those that
     * were missed meanwhile are not made up for.
     */
    static Optional<Warning> due(Instant notAfter, Instant now, Optional<Warning> given) {
        return Arrays.stream(Warning.values())
                .filter(warning -> warning.isReached(notAfter, now))
                .max(Comparator.naturalOrder())
                .filter(reached -> given.isEmpty() || reached.compareTo(given.get()) > 0);
    }

    /** Whether a certificate is over. */
    static boolean isOver(Certificate certificate, Instant now) {
        Instant end = certificate.notAfter();
        return end != null && !now.isBefore(end);
    }

    /** The event's sentence. */
    static String message(String name, Instant notAfter, Instant now) {
        if (!now.isBefore(notAfter)) {
            return "Certificate " + name + " expired at " + notAfter;
        }
        long days = Duration.between(now, notAfter).toDays();
        return "Certificate " + name + " expires "
                + (days == 0 ? "today" : days == 1 ? "in 1 day" : "in " + days + " days") + ", at " + notAfter;
    }
}
