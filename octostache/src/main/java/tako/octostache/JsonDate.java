package tako.octostache;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A string in JSON that looks like a date with a time: Newtonsoft takes it for one, so templates show it in another form than it was
 * written in. Times with an offset are shown in UTC, which stands for the local time of Octopus's machine.
 *
 * @param zone what the string says of its zone: nothing, {@code Z}, or for an offset what the local time has instead
 */
record JsonDate(LocalDateTime time, String zone) {
    private static final int SHORTEST = 19;
    private static final int LONGEST = 40;
    private static final int PLACE_OF_T = 10;
    private static final String LOCAL_ZONE = "+00:00";

    private static final Pattern OF_MICROSOFT = Pattern.compile("/Date\\((-?\\d{1,15})([+-]\\d{4})?\\)/");
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 7, true)
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .toFormatter();
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss");
    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
            .toFormatter();

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
            return Optional.of(new JsonDate(time, matcher.group(2) == null ? "Z" : LOCAL_ZONE));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<JsonDate> iso(String text) {
        try {
            TemporalAccessor parsed = ISO.parse(text);
            if (text.endsWith("Z")) {
                return Optional.of(new JsonDate(LocalDateTime.from(parsed), "Z"));
            }
            if (!parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
                return Optional.of(new JsonDate(LocalDateTime.from(parsed), ""));
            }
            OffsetDateTime local = OffsetDateTime.from(parsed).withOffsetSameInstant(ZoneOffset.UTC);
            return Optional.of(new JsonDate(local.toLocalDateTime(), LOCAL_ZONE));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
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
