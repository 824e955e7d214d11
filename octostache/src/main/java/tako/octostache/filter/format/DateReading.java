package tako.octostache.filter.format;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as .NET reads them in its invariant culture, in the forms that people write: {@code 2030-05-22T09:05:00.5+02:00}, {@code 05/22/2030 9:05
 * PM}, {@code Wed, 22 May 2030 09:05:00 GMT}. A time alone is today's, a day without a year this year's.
 */
public final class DateReading {
    private static final int LONGEST = 100;
    private static final Pattern WHOLE = Pattern.compile("(?<date>.*?)(?:(?:(?<=[0-9])T|[\\s,]+|^)(?<time>[0-9]{1,2}(?::.*|\\s*[AaPp][Mm]?(?![A-Za-z]).*)))?");
    private static final Pattern TIME = Pattern.compile(
            "([0-9]{1,2})(?::([0-9]{1,2})(?::([0-9]{1,2})(?:\\.([0-9]+))?)?)?(?:\\s*([AaPp])[Mm]?)?\\s*(Z|z|GMT|gmt|[+-][0-9]{1,2}(?::?[0-9]{2})?)?");
    private static final int TICK_DIGITS = 7;
    private static final int NANOS_PER_TICK = 100;
    private static final int HALF_DAY = 12;
    private static final int DAY = 24;
    private static final int MINUTE = 60;
    private static final int LARGEST_OFFSET_MINUTES = 14 * MINUTE;
    private static final Pattern OFFSET = Pattern.compile("([+-])([0-9]{1,2})(?::?([0-9]{2}))?");

    private final Clock clock;

    /** @param clock for what today is, and for the machine's zone */
    public DateReading(Clock clock) {
        this.clock = clock;
    }

    /** With the offset as it is written, the machine's where there is none. */
    public Optional<Moment> withOffset(String text) {
        return asWritten(text).map(moment -> new Moment(Moment.Kind.OFFSET, moment.time(), moment.offset()));
    }

    /** In the machine's zone; of no known zone where none is written. */
    public Optional<Moment> local(String text) {
        return asWritten(text)
                .map(moment -> moment.kind() == Moment.Kind.UNSPECIFIED ? moment : inZone(moment, clock.getZone()))
                .filter(moment -> Moment.isInRange(moment.time()));
    }

    private static Moment inZone(Moment moment, ZoneId zone) {
        var there = moment.time().atOffset(moment.offset()).atZoneSameInstant(zone);
        return new Moment(Moment.Kind.LOCAL, there.toLocalDateTime(), there.getOffset());
    }

    /** With what is written of the zone: {@code Z}, an offset, or nothing. */
    public Optional<Moment> asWritten(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher whole = WHOLE.matcher(trimmed);
        return whole.matches() && !trimmed.isEmpty()
                ? read(whole.group("date"), Optional.ofNullable(whole.group("time")))
                : Optional.empty();
    }

    private Optional<Moment> read(String dateText, Optional<String> timeText) {
        var today = LocalDate.now(clock);
        Optional<LocalDate> date = dateText.isEmpty() ? Optional.of(today) : DayReading.read(dateText, today.getYear());
        return date.flatMap(day -> timeText.map(time -> timed(day, time))
                .orElseGet(() -> Optional.of(unspecified(day.atStartOfDay()))));
    }

    private Moment unspecified(LocalDateTime time) {
        return new Moment(Moment.Kind.UNSPECIFIED, time, clock.getZone().getRules().getOffset(time));
    }

    private Optional<Moment> timed(LocalDate day, String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        String zone = orNothing(time, 6);
        return time(time).map(day::atTime).flatMap(moment -> zone.isEmpty() ? Optional.of(unspecified(moment)) : zoned(moment, zone));
    }

    private static Optional<Moment> zoned(LocalDateTime time, String zone) {
        if (!zone.startsWith("+") && !zone.startsWith("-")) {
            return Optional.of(new Moment(Moment.Kind.UTC, time, ZoneOffset.UTC));
        }
        Matcher offset = OFFSET.matcher(zone);
        if (!offset.matches()) {
            return Optional.empty();
        }
        int minutes = Integer.parseInt(offset.group(2)) * MINUTE + number(offset, 3);
        if (minutes > LARGEST_OFFSET_MINUTES || number(offset, 3) >= MINUTE) {
            return Optional.empty();
        }
        int sign = offset.group(1).equals("-") ? -1 : 1;
        return Optional.of(new Moment(Moment.Kind.OFFSET, time, ZoneOffset.ofTotalSeconds(sign * minutes * MINUTE)));
    }

    private static Optional<LocalTime> time(Matcher time) {
        int hour = Integer.parseInt(time.group(1));
        int minute = number(time, 2);
        int second = number(time, 3);
        String half = orNothing(time, 5);
        boolean isHour = half.isEmpty() ? hour < DAY : hour <= HALF_DAY;
        if (!isHour || minute >= MINUTE || second >= MINUTE || (half.isEmpty() && time.group(2) == null)) {
            return Optional.empty();
        }
        int fullHour = half.isEmpty() ? hour : hour % HALF_DAY + (half.equalsIgnoreCase("p") ? HALF_DAY : 0);
        return Optional.of(LocalTime.of(fullHour, minute, second, nanos(orNothing(time, 4))));
    }

    private static int number(Matcher matcher, int group) {
        String digits = orNothing(matcher, group);
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String orNothing(Matcher matcher, int group) {
        return Optional.ofNullable(matcher.group(group)).orElse("");
    }

    /** To 100 ns; what is beyond is cut. */
    private static int nanos(String fraction) {
        String ticks = (fraction + "0".repeat(TICK_DIGITS)).substring(0, TICK_DIGITS);
        return Integer.parseInt(ticks) * NANOS_PER_TICK;
    }
}
