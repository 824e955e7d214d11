package tako.server;

import java.time.ZoneOffset;
import tako.platform.json.Json;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the wire has it, for tests of documents. */
public final class WireMapper {
    private static final JsonMapper MAPPER = Json.mapper(ZoneOffset.UTC);

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
