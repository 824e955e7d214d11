package tako.server.resource;

import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sensitive values inside documents, at any depth, in known members and unknown ones alike. A client writes {@code
 * {HasValue, NewValue}}; stored is {@code {HasValue, SecretId}}; read is {@code {HasValue, NewValue: null, Hint: null}}.
 */
public final class SensitiveValues {
    private static final String HAS_VALUE = "HasValue";
    private static final String NEW_VALUE = "NewValue";
    private static final String SECRET_ID = "SecretId";
    private static final String HINT = "Hint";

    private SensitiveValues() {}

    /**
     * The stored form of what a client wrote: a new value is kept and becomes an id; "has a value" without a new one keeps
     * what stood at the same place before; anything else clears.
     *
     * @param keep puts a clear text away and returns its id
     */
    public static JsonNode store(JsonNode written, Optional<JsonNode> before, Function<String, String> keep) {
        return switch (written) {
            case ObjectNode object when isSensitive(object) -> storeOne(object, before, keep);
            case ObjectNode object -> {
                ObjectNode result = object.objectNode();
                object.forEachEntry((name, child) ->
                        result.set(name, store(child, before.flatMap(old -> member(old, name)), keep)));
                yield result;
            }
            case ArrayNode array -> {
                ArrayNode result = array.arrayNode();
                for (int index = 0; index < array.size(); index++) {
                    JsonNode child = array.get(index);
                    int position = index;
                    result.add(store(child, before.flatMap(old -> element(old, child, position, array.size())), keep));
                }
                yield result;
            }
            default -> written;
        };
    }

    /** What clients read: whether there is a value, never which. */
    public static JsonNode mask(JsonNode stored) {
        return switch (stored) {
            case ObjectNode object
            when isSensitive(object) -> {
                ObjectNode masked = object.objectNode();
                masked.put(HAS_VALUE, object.path(HAS_VALUE).asBoolean(false));
                masked.putNull(NEW_VALUE);
                masked.putNull(HINT);
                yield masked;
            }
            case ObjectNode object -> {
                ObjectNode result = object.objectNode();
                object.forEachEntry((name, child) -> result.set(name, mask(child)));
                yield result;
            }
            case ArrayNode array -> {
                ArrayNode result = array.arrayNode();
                array.forEach(child -> result.add(mask(child)));
                yield result;
            }
            default -> stored;
        };
    }

    private static boolean isSensitive(ObjectNode object) {
        return find(object, NEW_VALUE).isPresent()
                || (find(object, HAS_VALUE).isPresent()
                        && (find(object, SECRET_ID).isPresent() || object.size() <= 2));
    }

    private static JsonNode storeOne(ObjectNode written, Optional<JsonNode> before, Function<String, String> keep) {
        ObjectNode stored = written.objectNode();
        Optional<String> clear = find(written, NEW_VALUE)
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(JsonNode::asString);
        Optional<String> kept = before.flatMap(old -> find(old, SECRET_ID)).map(JsonNode::asString);
        boolean wanted =
                find(written, HAS_VALUE).map(node -> node.asBoolean(false)).orElse(false);
        Optional<String> id = clear.isPresent() ? clear.map(keep) : kept.filter(ignored -> wanted);
        stored.put(HAS_VALUE, id.isPresent());
        id.ifPresent(secret -> stored.put(SECRET_ID, secret));
        return stored;
    }

    private static Optional<JsonNode> member(JsonNode parent, String name) {
        return parent instanceof ObjectNode object ? find(object, name) : Optional.empty();
    }

    /** An element of a list is the one with the same id, else the one at the same place while the lists are equally long. */
    private static Optional<JsonNode> element(JsonNode list, JsonNode child, int index, int written) {
        Optional<String> id = find(child, "Id").map(JsonNode::asString).filter(text -> !text.isEmpty());
        if (id.isEmpty()) {
            return written == list.size() ? Optional.ofNullable(list.get(index)) : Optional.empty();
        }
        for (JsonNode candidate : list) {
            if (find(candidate, "Id").map(JsonNode::asString).equals(id)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> find(JsonNode node, String name) {
        return node instanceof ObjectNode object ? Members.find(object, name) : Optional.empty();
    }
}
