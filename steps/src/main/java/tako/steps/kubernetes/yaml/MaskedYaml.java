package tako.steps.kubernetes.yaml;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tako.octostache.Template;
import tako.octostache.Variables;
import tako.platform.log.Masking;
import tako.server.delivery.step.RenderContext;
import tako.steps.kubernetes.manifest.Manifest;
import tako.steps.kubernetes.manifest.ManifestParsing;
import tako.steps.kubernetes.manifest.Mask;
import tako.steps.kubernetes.manifest.Parsed;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Objects beside what people may see of them. The text is evaluated and read a second time with every secret masked, so that what filters
 * made of a secret is masked too. While it is read the mask is a character without meaning in YAML, where a star would begin an alias.
 *
 * @param template the text
 * @param namespace of the step
 */
record MaskedYaml(Template template, RenderContext context, String namespace) {
    /** The objects with their masked forms. */
    List<Manifest> beside(List<ObjectNode> objects) {
        if (context.sensitive().isEmpty()) {
            return objects.stream().map(Manifest::of).toList();
        }
        List<ObjectNode> masked = masked();
        return IntStream.range(0, objects.size())
                .mapToObj(index -> {
                    ObjectNode object = objects.get(index);
                    return masked.size() == objects.size() && isSame(object, masked.get(index))
                            ? new Manifest(object, Mask.shown(masked.get(index)))
                            : new Manifest(object, outline(object));
                })
                .toList();
    }

    /** A sentence without the values of secrets. */
    String masked(String sentence) {
        Masking masking = new Masking();
        for (String name : context.sensitive()) {
            context.variables().get(name).ifPresent(masking::add);
        }
        return masking.mask(sentence);
    }

    private List<ObjectNode> masked() {
        Map<String, String> masks =
                context.sensitive().stream().collect(Collectors.toMap(Function.identity(), _ -> Mask.IN_YAML));
        Variables variables = context.variables().with(masks);
        return switch (new ManifestParsing()
                .objects(template.evaluate(variables).text(), namespace)) {
            case Parsed.Value<List<ObjectNode>>(var objects) -> objects;
            case Parsed.Refused<List<ObjectNode>> _ -> List.of();
        };
    }

    private static boolean isSame(ObjectNode object, ObjectNode masked) {
        return object.path("kind").equals(masked.path("kind"))
                && object.path("apiVersion").equals(masked.path("apiVersion"));
    }

    /** All that can be shown of an object whose very structure stands in a secret. */
    private ObjectNode outline(ObjectNode object) {
        ObjectNode outline = JsonNodeFactory.instance.objectNode();
        outline.set("apiVersion", object.path("apiVersion"));
        outline.set("kind", object.path("kind"));
        outline.putObject("metadata")
                .put("name", masked(object.path("metadata").path("name").asString("")));
        return outline.put("hidden", "A secret makes up the structure of this object.");
    }
}
