package tako.octostache;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A string in JSON that looks like a date with a time: Newtonsoft takes it for one, so templates show it in another form than it was
 * written in. A day that does not exist is no date, and the years are those of .NET; {@code 24:00:00} is the next day's beginning, as
 * Newtonsoft has it. Times with an offset are shown in UTC, which stands for the local time of Octopus's machine.
 *
 * @param zone what the string says of its zone: nothing, {@code Z}, or for an offset what the local time has instead
 */
record JsonDate(LocalDateTime time, String zone) {
    private static final int SHORTEST = 19;
    private static final int LONGEST = 40;
    private static final int PLACE_OF_T = 10;
    private static final String START_OF_DAY = "T00:00:00";
    private static final String END_OF_DAY = "T24:00:00";

    /** .NET's first and last moments. */
    private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);

    private static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_900);
    private static final String LOCAL_ZONE = "+00:00";

    private static final Pattern OF_MICROSOFT = Pattern.compile("/Date\\((-?\\d{1,15})([+-]\\d{4})?\\)/");
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 7, true)
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
            .toFormatter(Locale.ROOT);

    /** The date that a string is taken for, if it is. */
    static Optional<JsonDate> of(String text) {
        if (text.startsWith("/Date(")) {
            return ofMicrosoft(text);
        }
        boolean looksLikeIt = text.length() >= SHORTEST
                && text.length() <= LONGEST
                && Character.isDigit(text.charAt(0))
                && text.charAt(PLACE_OF_T) == 'T';
        return looksLikeIt ? iso(text) : Optional.empty();
    }

    private static Optional<JsonDate> ofMicrosoft(String text) {
        Matcher matcher = OF_MICROSOFT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            var time = LocalDateTime.ofInstant(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), ZoneOffset.UTC);
            return isInYears(time)
                    ? Optional.of(new JsonDate(time, matcher.group(2) == null ? "Z" : LOCAL_ZONE))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<JsonDate> iso(String text) {
        boolean endOfDay = text.startsWith(END_OF_DAY, PLACE_OF_T);
        String inDay = endOfDay ? text.substring(0, PLACE_OF_T) + START_OF_DAY + text.substring(SHORTEST) : text;
        try {
            TemporalAccessor parsed = ISO.parse(inDay);
            LocalDateTime written = LocalDateTime.from(parsed);
            if (endOfDay && parsed.get(ChronoField.NANO_OF_SECOND) > 0) {
                return Optional.empty();
            }
            LocalDateTime time = endOfDay ? written.plusDays(1) : written;
            return isInYears(written) && isInYears(time) ? Optional.of(inZone(text, parsed, time)) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static JsonDate inZone(String text, TemporalAccessor parsed, LocalDateTime time) {
        if (text.endsWith("Z")) {
            return new JsonDate(time, "Z");
        }
        if (!parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
            return new JsonDate(time, "");
        }
        LocalDateTime local = time.minusSeconds(parsed.get(ChronoField.OFFSET_SECONDS));
        return new JsonDate(local.isAfter(LAST) ? LAST : local.isBefore(FIRST) ? FIRST : local, LOCAL_ZONE);
    }

    private static boolean isInYears(LocalDateTime time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    /** As a value: {@code 01/02/2020 03:04:05}. */
    String text() {
        return SHOWN.format(time);
    }

    /** As a string in JSON, the zeros at the end of its fraction dropped. */
    String json() {
        return WRITTEN.format(time) + zone;
    }
}
