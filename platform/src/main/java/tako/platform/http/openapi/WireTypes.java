package tako.platform.http.openapi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of types that have no members. */
final class WireTypes {
    private static final String SPAN = "^-?(\\d+\\.)?\\d{2}:\\d{2}:\\d{2}(\\.\\d{7})?$";

    private static final Map<Class<?>, Map<String, String>> KEYWORDS = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(CharSequence.class, Map.of("type", "string")),
            Map.entry(char.class, Map.of("type", "string")),
            Map.entry(Character.class, Map.of("type", "string")),
            Map.entry(UUID.class, Map.of("type", "string", "format", "uuid")),
            Map.entry(URI.class, Map.of("type", "string", "format", "uri-reference")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(OffsetDateTime.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
            Map.entry(Duration.class, Map.of("type", "string", "format", "time-span", "pattern", SPAN)),
            Map.entry(byte[].class, Map.of("type", "string", "contentEncoding", "base64")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(short.class, Map.of("type", "integer")),
            Map.entry(Short.class, Map.of("type", "integer")),
            Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(BigInteger.class, Map.of("type", "integer")),
            Map.entry(float.class, Map.of("type", "number")),
            Map.entry(Float.class, Map.of("type", "number")),
            Map.entry(double.class, Map.of("type", "number")),
            Map.entry(Double.class, Map.of("type", "number")),
            Map.entry(BigDecimal.class, Map.of("type", "number")),
            Map.entry(ObjectNode.class, Map.of("type", "object")),
            Map.entry(ArrayNode.class, Map.of("type", "array")));

    private WireTypes() {}

    /** The schema of a type that is none of ours. */
    static Optional<ObjectNode> schema(Class<?> type) {
        return Optional.ofNullable(KEYWORDS.get(type)).map(keywords -> {
            ObjectNode schema = JsonNodeFactory.instance.objectNode();
            keywords.keySet().stream()
                    .sorted((one, other) -> other.compareTo(one))
                    .forEach(keyword -> schema.put(keyword, keywords.get(keyword)));
            return schema;
        });
    }
}
