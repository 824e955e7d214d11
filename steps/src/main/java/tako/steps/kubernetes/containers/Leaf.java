package tako.steps.kubernetes.containers;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tako.steps.kubernetes.manifest.Manifest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

/**
 * A leaf that holds a secret. It travels inside a tree, so that what is applied and what is shown are made once and come apart only at
 * the end, in {@link #manifest}.
 */
record Leaf(JsonNode clear, JsonNode shown) {
    /** The secret leaf that a node is, if it is one. */
    static Optional<Leaf> in(JsonNode node) {
        return node instanceof POJONode held && held.getPojo() instanceof Leaf leaf
                ? Optional.of(leaf)
                : Optional.empty();
    }

    /**
     * One tree of two that were read from the same text with and without its secrets; empty when they are not built alike, which means
     * that a secret is more than a value.
     */
    static Optional<JsonNode> joined(JsonNode clear, JsonNode shown) {
        if (clear.equals(shown)) {
            return Optional.of(clear);
        }
        if (clear instanceof ObjectNode one && shown instanceof ObjectNode other) {
            return objects(one, other);
        }
        if (clear instanceof ArrayNode one && shown instanceof ArrayNode other) {
            return arrays(one, other);
        }
        return clear.isContainer() || shown.isContainer()
                ? Optional.empty()
                : Optional.of(JsonNodeFactory.instance.pojoNode(new Leaf(clear, shown)));
    }

    private static Optional<JsonNode> objects(ObjectNode clear, ObjectNode shown) {
        if (!new TreeSet<>(clear.propertyNames()).equals(new TreeSet<>(shown.propertyNames()))) {
            return Optional.empty();
        }
        ObjectNode joined = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : clear.properties()) {
            Optional<JsonNode> value = joined(member.getValue(), shown.path(member.getKey()));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            joined.set(member.getKey(), value.get());
        }
        return Optional.of(joined);
    }

    private static Optional<JsonNode> arrays(ArrayNode clear, ArrayNode shown) {
        if (clear.size() != shown.size()) {
            return Optional.empty();
        }
        ArrayNode joined = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < clear.size(); i++) {
            Optional<JsonNode> element = joined(clear.path(i), shown.path(i));
            if (element.isEmpty()) {
                return Optional.empty();
            }
            joined.add(element.get());
        }
        return Optional.of(joined);
    }

    /** The object of a tree with secret leaves, as it is applied and as it is shown. */
    static Manifest manifest(ObjectNode tree) {
        return new Manifest((ObjectNode) inClear(tree), (ObjectNode) masked(tree));
    }

    /** A tree without secret leaves: what is applied. */
    static JsonNode inClear(JsonNode tree) {
        return apart(tree, true);
    }

    /** A tree without secret leaves: what is shown. */
    static JsonNode masked(JsonNode tree) {
        return apart(tree, false);
    }

    private static JsonNode apart(JsonNode node, boolean inClear) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(member -> copy.set(member.getKey(), apart(member.getValue(), inClear)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> copy.add(apart(element, inClear)));
                yield copy;
            }
            default ->
                in(node).map(leaf -> inClear ? leaf.clear() : leaf.shown()).orElse(node);
        };
    }
}
