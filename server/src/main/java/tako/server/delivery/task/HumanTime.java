package tako.server.delivery.task;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in the words that clients print. */
final class HumanTime {
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy h:mm:ss a xxx", Locale.ENGLISH);

    private HumanTime() {}

    /** {@code Monday, 23 September 2024 3:10:03 PM +00:00}. */
    static String of(Instant at) {
        return LONG.format(at.atOffset(ZoneOffset.UTC));
    }

    /** {@code 6 seconds}, {@code 2 minutes}, {@code 1 hour}: the greatest unit, rounded down. */
    static String of(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return count(seconds, "second");
        }
        if (seconds < 3600) {
            return count(seconds / 60, "minute");
        }
        return seconds < 86_400 ? count(seconds / 3600, "hour") : count(seconds / 86_400, "day");
    }

    private static String count(long many, String unit) {
        return many + " " + unit + (many == 1 ? "" : "s");
    }
}
