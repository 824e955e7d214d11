package tako.steps.kubernetes.containers;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tako.steps.kubernetes.manifest.Manifest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The config map and the secret of a step. */
record DataSection(Scope scope) {
    /** The most that Kubernetes keeps in one object. */
    private static final int LARGEST = 1024 * 1024;

    Optional<Manifest> configMap() {
        if (!scope.has(Feature.CONFIG_MAP)) {
            return Optional.empty();
        }
        ObjectNode data = values(Property.CONFIG_MAP_VALUES);
        return Optional.of(Leaf.manifest(object("ConfigMap", scope.names().configMap())
                .withFilled("data", data)
                .node()));
    }

    Optional<Manifest> secret() {
        if (!scope.has(Feature.SECRET)) {
            return Optional.empty();
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        values(Property.SECRET_VALUES)
                .properties()
                .forEach(value -> data.set(
                        value.getKey(), secret(Text.of(value.getValue()).clear())));
        return Optional.of(Leaf.manifest(object("Secret", scope.names().secret())
                .with("type", "Opaque")
                .withFilled("data", data)
                .node()));
    }

    /** A secret's value as Kubernetes keeps it, never shown. */
    static JsonNode secret(String clear) {
        return Text.secret(FeedSecretSection.base64(clear)).node();
    }

    private ObjectDraft object(String kind, String name) {
        return scope.object("v1", kind, name, JsonNodeFactory.instance.objectNode());
    }

    private ObjectNode values(Property property) {
        ObjectNode values = KeyValue.map(scope.properties().pairs(property, "value"), Format.DATA_KEY);
        long size = values.properties().stream().mapToLong(DataSection::size).sum();
        if (size > LARGEST) {
            scope.problems()
                    .add("The " + property.title() + " holds " + size + " bytes, but Kubernetes keeps at most "
                            + LARGEST + " in one object. Make it smaller, or put parts of it elsewhere.");
        }
        return values;
    }

    private static long size(Map.Entry<String, JsonNode> value) {
        String text = Text.of(value.getValue()).clear();
        return (long) value.getKey().length() + text.getBytes(StandardCharsets.UTF_8).length;
    }
}
