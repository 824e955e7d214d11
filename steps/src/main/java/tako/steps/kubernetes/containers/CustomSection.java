package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Map;
import tako.steps.kubernetes.manifest.Manifest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Objects of any kind that users wrote as YAML. Each belongs to one deployment: its name ends with the id, and it bears the labels. */
record CustomSection(Scope scope, YamlFields yaml) {
    List<Manifest> manifests() {
        if (!scope.has(Feature.CUSTOM_RESOURCES)) {
            return List.of();
        }
        Field text = scope.properties().field(Property.CUSTOM_YAML);
        if (!text.isGiven()
                && scope.properties().field(Property.CUSTOM_YAML_FILE).isGiven()) {
            scope.problems()
                    .add("The custom resources are to come from a file, which this step cannot read."
                            + " Put their YAML into the step, or use the step that deploys YAML.");
            return List.of();
        }
        return text.given() ? yaml.objects(text).stream().map(this::manifest).toList() : List.of();
    }

    private Manifest manifest(ObjectNode object) {
        ObjectNode metadata = object.path("metadata") instanceof ObjectNode found
                ? found.deepCopy()
                : JsonNodeFactory.instance.objectNode();
        Text name = Text.of(metadata.path("name"));
        if (name.hasSecret()) {
            scope.problems()
                    .add("The " + Property.CUSTOM_YAML.title()
                            + " has an object whose name comes from a secret variable."
                            + " Names are shown to everybody: use a variable that is not secret.");
        }
        metadata.put("name", Names.suffixed(name.clear(), scope.run()));
        metadata.set("labels", labels(metadata.path("labels")));
        ObjectNode copy = object.deepCopy();
        copy.set("metadata", metadata);
        return Leaf.manifest(copy);
    }

    private ObjectNode labels(JsonNode own) {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        own.properties().forEach(label -> labels.set(label.getKey(), label.getValue()));
        for (Map.Entry<String, JsonNode> label : scope.labels().node().properties()) {
            labels.set(label.getKey(), label.getValue());
        }
        return labels;
    }
}
