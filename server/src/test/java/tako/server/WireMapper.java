package tako.server;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the wire has it, for tests of documents. */
public final class WireMapper {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES, MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private WireMapper() {}

    /** The mapper itself. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Reads a document. */
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** Writes a document. */
    public static String write(Object document) {
        return MAPPER.writeValueAsString(document);
    }

    /** Whether two texts are the same JSON. */
    public static boolean same(String left, String right) {
        return MAPPER.readTree(left).equals(MAPPER.readTree(right));
    }
}
