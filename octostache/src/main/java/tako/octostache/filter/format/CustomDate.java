package tako.octostache.filter.format;

import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Writes a date by a pattern. */
final class CustomDate {
    private static final String LETTERS = "dfFghHmMstyzK";
    private static final int MOST_FRACTION_DIGITS = 7;
    private static final int NANOS_PER_TICK = 100;
    private static final int HALF_DAY = 12;
    private static final int CENTURY = 100;
    private static final int HOUR = 3600;
    private static final int MINUTE = 60;

    private final Moment moment;
    private final String pattern;
    private final StringBuilder result = new StringBuilder();
    private int position;
    private boolean usable = true;

    CustomDate(Moment moment, String pattern) {
        this.moment = moment;
        this.pattern = pattern;
    }

    /** Empty if the pattern is none. */
    Optional<String> write() {
        while (usable && position < pattern.length()) {
            char c = pattern.charAt(position);
            if (LETTERS.indexOf(c) >= 0) {
                int count = run(c);
                position += count;
                letter(c, count);
            } else {
                position++;
                sign(c);
            }
        }
        return usable ? Optional.of(result.toString()) : Optional.empty();
    }

    private int run(char c) {
        int end = position;
        while (end < pattern.length() && pattern.charAt(end) == c) {
            end++;
        }
        return c == 'K' ? 1 : end - position;
    }

    private void sign(char c) {
        switch (c) {
            case '\'', '"' -> quoted(c);
            case '\\' -> behindBackslash();
            case '%' -> single();
            default -> result.append(c);
        }
    }

    private void quoted(char quote) {
        while (position < pattern.length()) {
            char c = pattern.charAt(position++);
            if (c == quote) {
                return;
            }
            if (c == '\\') {
                behindBackslash();
            } else {
                result.append(c);
            }
        }
        usable = false;
    }

    private void behindBackslash() {
        if (position == pattern.length()) {
            usable = false;
        } else {
            result.append(pattern.charAt(position++));
        }
    }

    /** The next letter alone, as a custom one. */
    private void single() {
        boolean last = position == pattern.length();
        if (last || pattern.charAt(position) == '%') {
            usable = false;
            return;
        }
        char c = pattern.charAt(position);
        if (LETTERS.indexOf(c) >= 0) {
            position++;
            letter(c, 1);
        } else {
            new CustomDate(moment, Character.toString(c)).write().ifPresentOrElse(result::append, () -> usable = false);
            position++;
        }
    }

    private void letter(char c, int count) {
        LocalDateTime time = moment.time();
        int two = Math.min(count, 2);
        switch (c) {
            case 'd' -> day(count);
            case 'f', 'F' -> fraction(c, count);
            case 'g' -> result.append("A.D.");
            case 'h' -> number(time.getHour() % HALF_DAY == 0 ? HALF_DAY : time.getHour() % HALF_DAY, two);
            case 'H' -> number(time.getHour(), two);
            case 'm' -> number(time.getMinute(), two);
            case 'M' -> month(count);
            case 's' -> number(time.getSecond(), two);
            case 't' -> result.append(time.getHour() < HALF_DAY ? "AM" : "PM", 0, two);
            case 'y' -> number(count <= 2 ? time.getYear() % CENTURY : time.getYear(), count);
            case 'z' -> offset(count);
            default -> zone();
        }
    }

    private void number(int number, int digits) {
        String text = Integer.toString(number);
        result.repeat('0', Math.max(0, digits - text.length())).append(text);
    }

    private void day(int count) {
        if (count <= 2) {
            number(moment.time().getDayOfMonth(), count);
        } else {
            result.append(EnglishNames.day(moment.time().getDayOfWeek(), count == 3));
        }
    }

    private void month(int count) {
        if (count <= 2) {
            number(moment.time().getMonthValue(), count);
        } else {
            result.append(EnglishNames.month(moment.time().getMonth(), count == 3));
        }
    }

    /** With {@code F} without zeros at the end, and without the point before nothing. */
    private void fraction(char letter, int count) {
        if (count > MOST_FRACTION_DIGITS) {
            usable = false;
            return;
        }
        String digits = String.format(
                        Locale.ROOT, "%07d", moment.time().get(ChronoField.NANO_OF_SECOND) / NANOS_PER_TICK)
                .substring(0, count);
        String written = letter == 'f' ? digits : digits.replaceFirst("0+$", "");
        result.append(written);
        boolean pointBeforeNothing =
                written.isEmpty() && !result.isEmpty() && result.charAt(result.length() - 1) == '.';
        if (pointBeforeNothing) {
            result.setLength(result.length() - 1);
        }
    }

    private void offset(int count) {
        int seconds = moment.offset().getTotalSeconds();
        result.append(seconds < 0 ? '-' : '+');
        number(Math.abs(seconds) / HOUR, Math.min(count, 2));
        if (count > 2) {
            result.append(':');
            number(Math.abs(seconds) % HOUR / MINUTE, 2);
        }
    }

    private void zone() {
        switch (moment.kind()) {
            case UNSPECIFIED -> {}
            case UTC -> result.append('Z');
            case LOCAL, OFFSET -> offset(3);
        }
    }
}
