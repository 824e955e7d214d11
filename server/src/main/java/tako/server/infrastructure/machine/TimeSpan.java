package tako.server.infrastructure.machine;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Time spans of machine policies as clients write and read them: {@code hh:mm:ss} or {@code d.hh:mm:ss}, at fixed positions. */
public final class TimeSpan {
    private static final Pattern FORM = Pattern.compile("(?:(\\d)\\.)?(\\d\\d):(\\d\\d):(\\d\\d)");

    private TimeSpan() {}

    /** What a text says; empty for one that clients could not read. */
    public static Optional<Duration> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches() ? Optional.of(duration(parts)) : Optional.empty();
    }

    private static Duration duration(Matcher parts) {
        return Duration.ofDays(parts.group(1) == null ? 0 : number(parts.group(1)))
                .plusHours(number(parts.group(2)))
                .plusMinutes(number(parts.group(3)))
                .plusSeconds(number(parts.group(4)));
    }

    private static long number(String digits) {
        return Long.parseLong(digits);
    }

    /** The text of a span of less than ten days. */
    public static String text(Duration span) {
        String days = span.toDays() == 0 ? "" : span.toDays() + ".";
        return days + "%02d:%02d:%02d".formatted(span.toHoursPart(), span.toMinutesPart(), span.toSecondsPart());
    }
}
