package tako.steps.kubernetes.containers;

import java.util.List;
import tako.server.delivery.step.RenderingRefused;
import tako.steps.kubernetes.manifest.ManifestParsing;
import tako.steps.kubernetes.manifest.Parsed;
import tools.jackson.databind.node.ObjectNode;

/** Users' YAML as kubectl reads it, within bounds. */
public record ParsedTexts(ManifestParsing parsing) implements YamlTexts {
    @Override
    public List<ObjectNode> objects(String text, String namespace) {
        return value(parsing.objects(text, namespace));
    }

    @Override
    public ObjectNode mapping(String text) {
        return value(parsing.mapping(text));
    }

    private static <T> T value(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Value<T>(T value) -> value;
            case Parsed.Refused<T>(List<String> problems) -> throw new RenderingRefused(problems);
        };
    }
}
