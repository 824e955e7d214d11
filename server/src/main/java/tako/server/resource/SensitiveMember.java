package tako.server.resource;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A member that is always sensitive, as {@link SensitiveValues} stores it. Clients write an object {@code {HasValue, NewValue}};
 * a bare text is taken for a new value, so that no secret stays in a document because a client wrote it the short way.
 */
public final class SensitiveMember {
    private static final String HAS_VALUE = "HasValue";
    private static final String NEW_VALUE = "NewValue";

    private SensitiveMember() {}

    /** Writes the member as an object under this name, whatever the client wrote; an empty new value is none. */
    public static void normalise(ObjectNode body, String name) {
        Optional<String> value = newValue(body, name);
        boolean keeps = keeps(body, name);
        Members.remove(body, name);
        ObjectNode object = body.putObject(name);
        object.put(HAS_VALUE, value.isPresent() || keeps);
        value.ifPresent(text -> object.put(NEW_VALUE, text));
    }

    /** Writes a new value. */
    public static void set(ObjectNode body, String name, String value) {
        Members.remove(body, name);
        ObjectNode object = body.putObject(name);
        object.put(HAS_VALUE, true);
        object.put(NEW_VALUE, value);
    }

    /** Says that what is stored stays, or that there is nothing. */
    public static void keep(ObjectNode body, String name, boolean hasValue) {
        Members.remove(body, name);
        body.putObject(name).put(HAS_VALUE, hasValue);
    }

    /** The new value that a client wrote; none for an empty one. */
    public static Optional<String> newValue(ObjectNode body, String name) {
        return Members.find(body, name)
                .flatMap(member ->
                        member instanceof ObjectNode object ? Members.find(object, NEW_VALUE) : Optional.of(member))
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(JsonNode::asString)
                .filter(text -> !text.isEmpty());
    }

    /** Whether a client wrote that there is a value, and no new one: what is stored stays. */
    public static boolean keeps(ObjectNode body, String name) {
        return newValue(body, name).isEmpty() && hasValue(body, name) && !isCleared(body, name);
    }

    /** Whether there is a value: one that is stored, or a new one. */
    public static boolean hasValue(ObjectNode body, String name) {
        return newValue(body, name).isPresent()
                || object(body, name)
                        .flatMap(object -> Members.find(object, HAS_VALUE))
                        .map(flag -> flag.asBoolean(false))
                        .orElse(false);
    }

    /** The id of the secret in a stored document. */
    public static Optional<String> secretId(ObjectNode stored, String name) {
        return object(stored, name)
                .flatMap(object -> Members.find(object, "SecretId"))
                .map(JsonNode::asString);
    }

    /** An empty text as the new value clears. */
    private static boolean isCleared(ObjectNode body, String name) {
        return object(body, name)
                .flatMap(object -> Members.find(object, NEW_VALUE))
                .map(value -> value.isString() && value.asString().isEmpty())
                .orElse(false);
    }

    private static Optional<ObjectNode> object(ObjectNode body, String name) {
        return Members.find(body, name)
                .flatMap(member -> member instanceof ObjectNode object ? Optional.of(object) : Optional.empty());
    }
}
