package tako.octostache.filter.format;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A date and a time of day, with what is known of its zone.
 *
 * @param time in the years 1 to 9999, to 100 ns
 * @param offset from UTC; that of the machine where nothing is known
 */
public record Moment(Kind kind, LocalDateTime time, ZoneOffset offset) {

    /** What is known of the zone. */
    public enum Kind {
        /** Nothing. */
        UNSPECIFIED,
        /** It is the machine's. */
        LOCAL,
        UTC,
        /** It has an offset, and is formatted as .NET's DateTimeOffset. */
        OFFSET
    }

    static final int FIRST_YEAR = 1;
    static final int LAST_YEAR = 9999;

    public Moment at(LocalDateTime other) {
        return new Moment(kind, other, offset);
    }

    Moment inUtc() {
        return new Moment(kind, time.minusSeconds(offset.getTotalSeconds()), ZoneOffset.UTC);
    }

    /** Whether dates can be so early or late. */
    public static boolean isInRange(LocalDateTime time) {
        return time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR;
    }
}
