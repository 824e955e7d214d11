package tako.steps.kubernetes.manifest;

import java.util.List;
import tako.server.delivery.step.RenderingRefused;
import tools.jackson.databind.node.ObjectNode;

/**
 * YAML within the steps that deploy containers. Their masks stand where secrets will, also where a star would begin an alias, so they are
 * taken for letters while the text is read.
 */
public final class CheckedYaml implements YamlTexts {
    private final ManifestParsing parsing = new ManifestParsing();

    @Override
    public List<ObjectNode> objects(String text, String namespace) {
        return value(parsing.objects(Mask.hidden(text), namespace)).stream()
                .map(Mask::shown)
                .toList();
    }

    @Override
    public ObjectNode mapping(String text) {
        return Mask.shown(value(parsing.mapping(Mask.hidden(text))));
    }

    private static <T> T value(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Value<T>(T value) -> value;
            case Parsed.Refused<T>(var problems) -> throw new RenderingRefused(problems);
        };
    }
}
