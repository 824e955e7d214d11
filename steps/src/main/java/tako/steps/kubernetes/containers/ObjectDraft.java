package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An object that grows member by member; what is absent or empty is left out. */
final class ObjectDraft {
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    ObjectDraft with(String name, String value) {
        node.put(name, value);
        return this;
    }

    ObjectDraft with(String name, Optional<? extends JsonNode> value) {
        value.ifPresent(present -> node.set(name, present));
        return this;
    }

    /** With a member even if it is empty. */
    ObjectDraft with(String name, JsonNode value) {
        node.set(name, value);
        return this;
    }

    /** With a list; without it when it has no element. */
    ObjectDraft with(String name, List<? extends JsonNode> values) {
        if (!values.isEmpty()) {
            values.forEach(node.withArray(name)::add);
        }
        return this;
    }

    /** With an object; without it when it has no member. */
    ObjectDraft withFilled(String name, ObjectNode value) {
        if (!value.isEmpty()) {
            node.set(name, value);
        }
        return this;
    }

    ObjectNode node() {
        return node;
    }

    /** The object if it has a member. */
    Optional<ObjectNode> filled() {
        return node.isEmpty() ? Optional.empty() : Optional.of(node);
    }
}
