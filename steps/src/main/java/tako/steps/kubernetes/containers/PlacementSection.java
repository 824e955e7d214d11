package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where pods may run, and when they count as ready. */
record PlacementSection(Properties properties) {
    private static final List<String> OPERATORS = List.of("Equal", "Exists");
    private static final List<String> EFFECTS = List.of("NoSchedule", "PreferNoSchedule", "NoExecute");

    void addTo(ObjectDraft spec) {
        ObjectNode affinity = new ObjectDraft()
                .withFilled("nodeAffinity", new AffinitySection(properties).ofNodes())
                .withFilled("podAffinity", new AffinitySection(properties).ofPods(Property.POD_AFFINITY))
                .withFilled("podAntiAffinity", new AffinitySection(properties).ofPods(Property.POD_ANTI_AFFINITY))
                .node();
        spec.withFilled("nodeSelector", selector())
                .withFilled("affinity", affinity)
                .with("tolerations", tolerations())
                .with("readinessGates", gates());
    }

    private ObjectNode selector() {
        return KeyValue.map(properties.pairs(Property.NODE_SELECTORS, "node selector"), Format.LABEL_KEY);
    }

    private List<ObjectNode> tolerations() {
        return properties.items(Property.TOLERATIONS, "toleration").stream()
                .map(PlacementSection::toleration)
                .toList();
    }

    private static ObjectNode toleration(Item toleration) {
        return new ObjectDraft()
                .with("key", toleration.field("key").node(Format.LABEL_KEY))
                .with("operator", toleration.field("operator", "option2").word(OPERATORS))
                .with("value", toleration.field("value").any())
                .with("effect", toleration.field("effect", "option").word(EFFECTS))
                .with(
                        "tolerationSeconds",
                        toleration.field("tolerationSeconds").whole(Integer.MIN_VALUE, Integer.MAX_VALUE))
                .node();
    }

    private List<ObjectNode> gates() {
        return properties.json(Property.READINESS_GATES).stream()
                .flatMap(JsonNode::valueStream)
                .map(this::condition)
                .flatMap(condition -> condition.node(Format.LABEL_KEY).stream())
                .map(condition -> new ObjectDraft()
                        .with("conditionType", Optional.of(condition))
                        .node())
                .toList();
    }

    private Field condition(JsonNode element) {
        return element instanceof ObjectNode object
                ? new Item(object, "readiness gate", properties.problems()).field("conditionType", "key", "value")
                : new Field(Property.READINESS_GATES.title(), Optional.of(element), properties.problems());
    }
}
