package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tako.server.delivery.step.RenderingRefused;
import tako.steps.kubernetes.manifest.YamlTexts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fields that hold YAML, as trees whose secrets are still known.
 *
 * @param namespace where objects go
 */
record YamlFields(YamlTexts yaml, String namespace, Texts texts, Problems problems) {
    /** The objects of a field; none if something is wrong with it. */
    List<ObjectNode> objects(Field field) {
        return read(field, this::all).stream()
                .flatMap(JsonNode::valueStream)
                .map(ObjectNode.class::cast)
                .toList();
    }

    private JsonNode all(String text) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        yaml.objects(text, namespace).forEach(all::add);
        return all;
    }

    /** The mapping that a field is; empty if something is wrong with it. */
    Optional<ObjectNode> mapping(Field field) {
        return read(field, yaml::mapping).map(ObjectNode.class::cast);
    }

    /** Reads what is shown first, so that what is wrong with it can be said without telling a secret. */
    private Optional<JsonNode> read(Field field, Function<String, JsonNode> reading) {
        Text text = field.text().orElse(Text.plain(""));
        Optional<JsonNode> shown = Optional.empty();
        try {
            shown = Optional.of(reading.apply(text.shown()));
            JsonNode clear = text.hasSecret() ? reading.apply(text.clear()) : shown.get();
            return texts.together(Optional.of(clear), shown, field.title());
        } catch (RenderingRefused refused) {
            if (shown.isEmpty()) {
                refused.problems().forEach(problem -> problems.add("The " + field.title() + ": " + problem));
            } else {
                problems.add("The " + field.title() + " is no valid YAML with the values of its secret variables."
                        + " Put them in quotes, or use the filter YamlDoubleQuoteEscape.");
            }
            return Optional.empty();
        }
    }
}
