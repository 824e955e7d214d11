package tako.octostache.filter.format;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days in figures or with the name of the month, and perhaps with the name of the day, which must then be right. */
final class DayReading {
    private static final Pattern WEEKDAY = Pattern.compile("(?:([A-Za-z]{3,9})(?:,\\s*|\\s+))?(.*)");
    private static final String FIRST_OF_MONTH = "(?<day>)";
    private static final String NO_YEAR = "(?<year>)";
    private static final List<Pattern> FORMS = List.of(
            form("(?<year>\\d{4})(?<sign>[-/. ])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})"),
            form("(?<month>\\d{1,2})(?<sign>[-/. ])(?<day>\\d{1,2})\\k<sign>(?<year>\\d{4}|\\d{2})"),
            form("(?<year>\\d{4})[-/](?<month>\\d{1,2})" + FIRST_OF_MONTH),
            form("(?<month>\\d{1,2})[-/](?<year>\\d{4})" + FIRST_OF_MONTH),
            form("(?<month>\\d{1,2})[-/](?<day>\\d{1,2})" + NO_YEAR),
            form("(?<day>\\d{1,2})[-/. ](?<name>[A-Za-z]{3,9})(?:,?[-/. ])(?<year>\\d{4}|\\d{2})"),
            form("(?<name>[A-Za-z]{3,9}) (?<day>\\d{1,2}),? ?(?<year>\\d{4})"),
            form("(?<year>\\d{4})[-/. ](?<name>[A-Za-z]{3,9})[-/. ](?<day>\\d{1,2})"),
            form("(?<name>[A-Za-z]{3,9}),? (?<year>\\d{4})" + FIRST_OF_MONTH),
            form("(?<day>\\d{1,2}) (?<name>[A-Za-z]{3,9})" + NO_YEAR),
            form("(?<name>[A-Za-z]{3,9}) (?<day>\\d{1,2})" + NO_YEAR));
    private static final int LAST_SHORT_YEAR = 49;
    private static final int SHORT = 2;

    private DayReading() {}

    private static Pattern form(String form) {
        return Pattern.compile(form);
    }

    /** @param year the one that is meant where none is written */
    static Optional<LocalDate> read(String text, int year) {
        Matcher parts = WEEKDAY.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<DayOfWeek> weekday = Optional.ofNullable(parts.group(1)).flatMap(EnglishNames::day);
        String day = weekday.isPresent() ? parts.group(2) : text;
        return FORMS.stream()
                .map(form -> form.matcher(day))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(matcher -> date(matcher, year))
                .filter(date -> weekday.isEmpty() || date.getDayOfWeek() == weekday.get());
    }

    private static Optional<LocalDate> date(Matcher matcher, int thisYear) {
        Optional<Integer> month = matcher.namedGroups().containsKey("name")
                ? EnglishNames.month(matcher.group("name")).map(Month::getValue)
                : Optional.of(Integer.parseInt(matcher.group("month")));
        String day = matcher.group("day");
        try {
            int dayOfMonth = day.isEmpty() ? 1 : Integer.parseInt(day);
            int year = year(matcher.group("year"), thisYear);
            return month.filter(_ -> year >= Moment.FIRST_YEAR).map(number -> LocalDate.of(year, number, dayOfMonth));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int year(String digits, int thisYear) {
        if (digits.isEmpty()) {
            return thisYear;
        }
        int year = Integer.parseInt(digits);
        if (digits.length() > SHORT) {
            return year;
        }
        return year <= LAST_SHORT_YEAR ? 2000 + year : 1900 + year;
    }
}
