package tako.server.delivery.interruption;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in sentences: {@code 23 September 2024, 15:10 UTC}. */
public final class WrittenTime {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private WrittenTime() {}

    /** A time, to the minute. */
    public static String of(Instant at) {
        return FORM.format(at.atOffset(ZoneOffset.UTC));
    }
}
