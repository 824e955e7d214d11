package tako.platform.json;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spans of time in .NET's constant format: {@code [-][d.]hh:mm:ss[.fffffff]} ("Standard TimeSpan format strings" of .NET's
 * documentation).
 */
public final class TimeSpan {
    private static final Pattern FORM =
            Pattern.compile("(-)?(?:(\\d{1,8})(?:\\.|$))?(?:(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,7}))?)?)?");
    private static final long NANOS_PER_TICK = 100;
    private static final int TICK_DIGITS = 7;

    private TimeSpan() {}

    /** The text of a span; parts of less than 100 ns are dropped. */
    public static String format(Duration span) {
        Duration size = span.abs();
        long ticks = size.toNanosPart() / NANOS_PER_TICK;
        String days = size.toDays() == 0 ? "" : size.toDays() + ".";
        String fraction = ticks == 0 ? "" : String.format(Locale.ROOT, ".%07d", ticks);
        return (span.isNegative() ? "-" : "")
                + String.format(
                        Locale.ROOT,
                        "%s%02d:%02d:%02d%s",
                        days,
                        size.toHoursPart(),
                        size.toMinutesPart(),
                        size.toSecondsPart(),
                        fraction);
    }

    /**
     * Reads a span: {@code hh:mm:ss}, {@code hh:mm}, {@code d.hh:mm:ss}, or days alone.
     *
     * @throws IllegalArgumentException when the text is no span, or its hours, minutes or seconds exceed 23, 59, 59
     */
    public static Duration parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (text.isBlank() || !parts.matches() || text.strip().endsWith(".")) {
            throw new IllegalArgumentException("Not a span of time: " + text);
        }
        Duration size = Duration.ofDays(number(parts, 2))
                .plusHours(within(23, number(parts, 3), text))
                .plusMinutes(within(59, number(parts, 4), text))
                .plusSeconds(within(59, number(parts, 5), text))
                .plusNanos(ticks(parts) * NANOS_PER_TICK);
        return parts.start(1) < 0 ? size : size.negated();
    }

    private static long within(long most, long value, String text) {
        if (value > most) {
            throw new IllegalArgumentException("Not a span of time: " + text);
        }
        return value;
    }

    private static long number(Matcher parts, int group) {
        return parts.start(group) < 0 ? 0 : Long.parseLong(parts.group(group));
    }

    private static long ticks(Matcher parts) {
        return parts.start(6) < 0
                ? 0
                : Long.parseLong(
                        parts.group(6) + "0".repeat(TICK_DIGITS - parts.group(6).length()));
    }
}
