package tako.platform.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/** Instants as ISO 8601 with milliseconds and an offset: {@code 2024-09-23T15:09:56.364+00:00}, never {@code Z}. */
public final class WireInstants {
    private static final DateTimeFormatter OUT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter IN = DateTimeFormatter.ofPattern(
            "uuuu-MM-dd[['T'][' ']HH:mm[:ss[.SSSSSSS][.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S]][XXX][XX][X]]",
            Locale.ROOT);

    private WireInstants() {}

    /** The text of an instant. */
    public static String format(Instant instant) {
        return OUT.format(instant);
    }

    /**
     * Reads an instant.
     *
     * @param serverZone the zone of a text without offset; in a gap of daylight saving the instant after it
     * @throws DateTimeException when the text is no date
     */
    public static Instant parse(String text, ZoneId serverZone) {
        TemporalAccessor read = IN.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        return switch (read) {
            case OffsetDateTime time -> time.toInstant();
            case LocalDateTime time -> time.atZone(serverZone).toInstant();
            default -> LocalDate.from(read).atStartOfDay(serverZone).toInstant();
        };
    }

    static final class Writer extends StdSerializer<Instant> {
        Writer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(format(value));
        }
    }

    static final class Reader extends StdDeserializer<Instant> {
        private final transient ZoneId serverZone;

        Reader(ZoneId serverZone) {
            super(Instant.class);
            this.serverZone = serverZone;
        }

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (Instant) context.handleUnexpectedToken(context.constructType(Instant.class), parser);
            }
            String text = parser.getString();
            if (text.isBlank()) {
                return null;
            }
            try {
                return parse(text, serverZone);
            } catch (DateTimeException unreadable) {
                return (Instant) context.handleWeirdStringValue(Instant.class, text, "a date and time");
            }
        }

        @Override
        public LogicalType logicalType() {
            return LogicalType.DateTime;
        }
    }
}
