package tako.server.resource;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.node.ObjectNode;

/** A value in a bag of properties: a text, kept exactly as sent, or a sensitive value. */
@JsonSerialize(using = PropertyValue.Writer.class)
@JsonDeserialize(using = PropertyValue.Reader.class)
public sealed interface PropertyValue {
    /** A text. Numbers and booleans on the wire are read as their texts. */
    record Plain(String text) implements PropertyValue {}

    /**
     * A sensitive value. A client writes {@code newValue}; stored is {@code secretId}; never shown in texts or messages.
     *
     * @param hasValue whether there is a value
     * @param secretId where it is kept
     * @param newValue what a client wrote, before it is put away
     */
    record Sensitive(boolean hasValue, Optional<String> secretId, Optional<String> newValue) implements PropertyValue {
        @Override
        public String toString() {
            return "Sensitive[hasValue=" + hasValue + "]";
        }
    }

    /** A text as a property. */
    static PropertyValue of(String text) {
        return new Plain(text);
    }

    /** A bag as documents keep it: unmodifiable, in the order sent, without members that are null. */
    static Map<String, PropertyValue> bag(@Nullable Map<String, ? extends @Nullable PropertyValue> sent) {
        Map<String, PropertyValue> bag = new LinkedHashMap<>();
        if (sent != null) {
            sent.forEach((key, value) -> {
                if (value != null) {
                    bag.put(key, value);
                }
            });
        }
        return Collections.unmodifiableMap(bag);
    }

    /** The text of a property, its key compared without regard to case; empty when absent, blank or sensitive. */
    static Optional<String> text(Map<String, PropertyValue> bag, String key) {
        return find(bag, key)
                .flatMap(value -> value instanceof Plain(String text) ? Optional.of(text) : Optional.empty())
                .filter(text -> !text.isBlank());
    }

    /** A property, its key compared without regard to case. */
    static Optional<PropertyValue> find(Map<String, PropertyValue> bag, String key) {
        PropertyValue exact = bag.get(key);
        if (exact != null) {
            return Optional.of(exact);
        }
        return bag.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(key))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Writes texts as strings and sensitive values in their stored form, or, before they are stored, as sent. */
    final class Writer extends ValueSerializer<PropertyValue> {
        @Override
        public void serialize(PropertyValue value, JsonGenerator out, SerializationContext context) {
            switch (value) {
                case Plain(String text) -> out.writeString(text);
                case Sensitive sensitive -> write(sensitive, out);
            }
        }

        private static void write(Sensitive sensitive, JsonGenerator out) {
            out.writeStartObject();
            out.writeBooleanProperty("HasValue", sensitive.hasValue());
            sensitive.secretId().ifPresent(id -> out.writeStringProperty("SecretId", id));
            sensitive.newValue().ifPresent(text -> out.writeStringProperty("NewValue", text));
            out.writeEndObject();
        }
    }

    /** Reads strings, scalars and sensitive objects; any other structure is read as its JSON text. */
    final class Reader extends ValueDeserializer<PropertyValue> {
        @Override
        public PropertyValue deserialize(JsonParser in, DeserializationContext context) {
            JsonNode node = context.readTree(in);
            return switch (node) {
                case ObjectNode object
                when member(object, "HasValue").isPresent()
                        || member(object, "NewValue").isPresent() -> sensitive(object);
                case JsonNode scalar when scalar.isBoolean() -> of(scalar.asBoolean() ? "True" : "False");
                case JsonNode scalar when scalar.isValueNode() -> of(scalar.asString());
                default -> of(node.toString());
            };
        }

        private static PropertyValue sensitive(ObjectNode object) {
            return new Sensitive(
                    member(object, "HasValue")
                            .map(node -> node.asBoolean(false))
                            .orElse(false),
                    member(object, "SecretId").map(JsonNode::asString),
                    member(object, "NewValue").map(JsonNode::asString));
        }

        private static Optional<JsonNode> member(ObjectNode object, String name) {
            return object.properties().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .filter(node -> !node.isNull())
                    .findFirst();
        }
    }
}
