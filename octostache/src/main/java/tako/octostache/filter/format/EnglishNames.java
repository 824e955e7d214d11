package tako.octostache.filter.format;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The names of days and months, which are English whatever the machine's language. */
final class EnglishNames {
    private static final int SHORT = 3;

    private EnglishNames() {}

    static String day(DayOfWeek day, boolean isShort) {
        return name(day, isShort);
    }

    static String month(Month month, boolean isShort) {
        return name(month, isShort);
    }

    private static String name(Enum<?> value, boolean isShort) {
        String name = value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT);
        return isShort ? name.substring(0, SHORT) : name;
    }

    static Optional<DayOfWeek> day(String name) {
        return find(Arrays.stream(DayOfWeek.values()), name);
    }

    static Optional<Month> month(String name) {
        return find(Arrays.stream(Month.values()), name);
    }

    private static <E extends Enum<E>> Optional<E> find(Stream<E> values, String name) {
        return values.filter(value -> name(value, true).equalsIgnoreCase(name) || name(value, false).equalsIgnoreCase(name))
                .findFirst();
    }
}
