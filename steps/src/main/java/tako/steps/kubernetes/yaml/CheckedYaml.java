package tako.steps.kubernetes.yaml;

import java.util.List;
import tako.server.delivery.step.RenderingRefused;
import tako.steps.kubernetes.containers.YamlTexts;
import tako.steps.kubernetes.manifest.ManifestParsing;
import tako.steps.kubernetes.manifest.Parsed;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * YAML within the steps that deploy containers. Their masks stand where secrets will, also where a star would begin an alias, so they are
 * taken for letters while the text is read.
 */
public final class CheckedYaml implements YamlTexts {
    private static final String MASK = "********";
    private static final String PLACE_OF_MASK = "\uE52A".repeat(MASK.length());

    private final ManifestParsing parsing = new ManifestParsing();

    @Override
    public List<ObjectNode> objects(String text, String namespace) {
        return value(parsing.objects(hidden(text), namespace)).stream()
                .map(CheckedYaml::shown)
                .toList();
    }

    @Override
    public ObjectNode mapping(String text) {
        return shown(value(parsing.mapping(hidden(text))));
    }

    private static String hidden(String text) {
        return text.replace(MASK, PLACE_OF_MASK);
    }

    private static ObjectNode shown(ObjectNode object) {
        String json = object.toString();
        return json.contains(PLACE_OF_MASK)
                ? (ObjectNode) JsonMapper.shared().readTree(json.replace(PLACE_OF_MASK, MASK))
                : object;
    }

    private static <T> T value(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Value<T>(T value) -> value;
            case Parsed.Refused<T>(var problems) -> throw new RenderingRefused(problems);
        };
    }
}
