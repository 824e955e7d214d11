package tako.octostache.filter;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tako.octostache.filter.format.DateFormat;
import tako.octostache.filter.format.DateReading;
import tako.octostache.filter.format.Moment;
import tako.octostache.filter.format.NumberFormat;
import tako.octostache.filter.format.NumberReading;

/** Numbers and dates in a format. */
final class FormatFilter {
    private final DateReading dates;

    private FormatFilter(Clock clock) {
        this.dates = new DateReading(clock);
    }

    static Map<String, Filter> all(Clock clock) {
        return Map.of("format", Filter.withOptions(new FormatFilter(clock)::formatted));
    }

    private Optional<String> formatted(String text, List<String> options) {
        return switch (options.size()) {
            case 1 -> guessed(text, options.getFirst());
            case 2 -> typed(options.getFirst(), text, options.getLast());
            default -> Optional.empty();
        };
    }

    /** A number if it is one; a date otherwise. */
    private Optional<String> guessed(String text, String format) {
        return NumberReading.decimal(text)
                .map(number -> NumberFormat.format(number, format))
                .orElseGet(() -> date(dates::withOffset, text, format));
    }

    private Optional<String> typed(String type, String text, String format) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "int", "int32" -> WholeNumber.parse(text).flatMap(number -> NumberFormat.format(number, format));
            case "double" ->
                NumberReading.groupedFloating(text).flatMap(number -> NumberFormat.format(number, format));
            case "decimal" -> NumberReading.decimal(text).flatMap(number -> NumberFormat.format(number, format));
            case "date", "datetime" -> date(dates::local, text, format);
            case "datetimeoffset" -> date(dates::withOffset, text, format);
            default -> Optional.empty();
        };
    }

    private static Optional<String> date(
            Function<String, Optional<Moment>> reading, String text, String format) {
        return reading.apply(text).flatMap(moment -> DateFormat.format(moment, format));
    }
}
