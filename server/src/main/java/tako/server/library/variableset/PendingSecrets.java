package tako.server.library.variableset;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import tako.platform.database.Tx;
import tako.server.resource.SecretStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Clear texts that are to be put away once a change is stored. Until then, each has an id of its own that no secret has. */
final class PendingSecrets implements UnaryOperator<String> {
    private static final String HAS_VALUE = "HasValue";
    private static final String SECRET_ID = "SecretId";

    private final Map<String, String> clear = new LinkedHashMap<>();

    /** Takes a clear text and returns the id that stands for it. */
    @Override
    public String apply(String text) {
        String id = "pending-" + clear.size();
        clear.put(id, text);
        return id;
    }

    /**
     * Puts the texts away.
     *
     * @return replaces, in a copy of some JSON, the ids that stood for them by those of their rows
     */
    UnaryOperator<JsonNode> keep(Tx tx, SecretStore store) {
        if (clear.isEmpty()) {
            return UnaryOperator.identity();
        }
        Map<String, String> kept = new HashMap<>();
        clear.forEach((id, text) -> kept.put(id, store.keep(tx, text)));
        return json -> replaced(json, kept);
    }

    private static JsonNode replaced(JsonNode json, Map<String, String> kept) {
        return switch (json) {
            case ObjectNode object
            when object.has(HAS_VALUE) && object.get(SECRET_ID) instanceof StringNode id ->
                object.deepCopy().put(SECRET_ID, kept.getOrDefault(id.stringValue(), id.stringValue()));
            case ObjectNode object -> {
                ObjectNode result = object.objectNode();
                object.forEachEntry((name, child) -> result.set(name, replaced(child, kept)));
                yield result;
            }
            case ArrayNode array -> {
                ArrayNode result = array.arrayNode();
                array.forEach(child -> result.add(replaced(child, kept)));
                yield result;
            }
            default -> json;
        };
    }
}
