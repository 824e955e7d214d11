package tako.octostache.filter;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tako.octostache.filter.format.DateFormat;
import tako.octostache.filter.format.DateReading;
import tako.octostache.filter.format.Moment;
import tako.octostache.filter.format.NumberReading;

/** What time it is, and what it will be. */
final class DateFilters {
    private static final String ROUND_TRIP = "O";
    private static final int NANOS_PER_TICK = 100;
    private static final long TICKS_PER_SECOND = 10_000_000;
    private static final double TICKS_PER_HOUR = 36_000_000_000.0;
    private static final int HOURS_PER_DAY = 24;
    /** Longer than from the first year to the last. */
    private static final double MOST_TICKS = 4e18;

    private final Clock clock;
    private final DateReading dates;

    private DateFilters(Clock clock) {
        this.clock = clock;
        this.dates = new DateReading(clock);
    }

    static Map<String, Filter> all(Clock clock) {
        var filters = new DateFilters(clock);
        return Map.of(
                "nowdate", filters.now(clock.getZone(), Moment.Kind.UNSPECIFIED),
                "nowdateutc", filters.now(ZoneOffset.UTC, Moment.Kind.UTC),
                "addhours", filters.add(TICKS_PER_HOUR),
                "adddays", filters.add(TICKS_PER_HOUR * HOURS_PER_DAY));
    }

    /** Takes no argument. */
    private Filter now(ZoneId zone, Moment.Kind kind) {
        return (argument, options) -> argument.isPresent() || options.size() > 1
                ? Optional.empty()
                : Optional.of(now(zone, kind, options.isEmpty() ? ROUND_TRIP : options.getFirst()));
    }

    private String now(ZoneId zone, Moment.Kind kind, String format) {
        ZonedDateTime now = clock.instant().atZone(zone);
        LocalDateTime time = now.toLocalDateTime();
        var moment = new Moment(kind, time, now.getOffset());
        return DateFormat.format(moment, format)
                .orElseThrow(() -> new FilterRefused(String.format(
                        Locale.ROOT,
                        "\"%s\" is not a format for dates. Write one such as yyyy-MM-dd HH:mm.",
                        Shortened.of(format))));
    }

    private Filter add(double ticksPerUnit) {
        return Filter.withOptions((text, options) -> options.size() == 1
                ? NumberReading.floating(options.getFirst())
                        .map(amount -> amount * ticksPerUnit)
                        .filter(ticks -> Math.abs(ticks) < MOST_TICKS)
                        .flatMap(ticks -> dates.asWritten(text).flatMap(moment -> later(moment, Math.round(ticks))))
                : Optional.empty());
    }

    private static Optional<String> later(Moment moment, long ticks) {
        LocalDateTime later = moment.time()
                .plusSeconds(ticks / TICKS_PER_SECOND)
                .plusNanos(ticks % TICKS_PER_SECOND * NANOS_PER_TICK);
        return Moment.isInRange(later) ? DateFormat.format(moment.at(later), ROUND_TRIP) : Optional.empty();
    }
}
