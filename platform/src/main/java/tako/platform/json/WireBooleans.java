package tako.platform.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.type.LogicalType;

/** Booleans, also as text in any letter case: {@code "True"} is how several clients send them. */
final class WireBooleans extends StdDeserializer<Boolean> {
    private final @Nullable Boolean absent;

    WireBooleans(@Nullable Boolean absent) {
        super(Boolean.class);
        this.absent = absent;
    }

    @Override
    public @Nullable Boolean deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE) {
            return true;
        }
        if (token == JsonToken.VALUE_FALSE) {
            return false;
        }
        if (token != JsonToken.VALUE_STRING) {
            return (Boolean) context.handleUnexpectedToken(context.constructType(Boolean.class), parser);
        }
        return ofText(parser.getString(), context);
    }

    private @Nullable Boolean ofText(String text, DeserializationContext context) {
        String word = text.strip();
        if (word.isEmpty()) {
            return absent;
        }
        if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
            return word.equalsIgnoreCase("true");
        }
        return (Boolean) context.handleWeirdStringValue(Boolean.class, text, "true or false");
    }

    @Override
    public @Nullable Object getNullValue(DeserializationContext context) {
        return absent;
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.Boolean;
    }
}
