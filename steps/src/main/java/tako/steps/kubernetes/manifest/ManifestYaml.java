package tako.steps.kubernetes.manifest;

import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Objects as YAML, for people. The same object always gives the same text. */
public final class ManifestYaml {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private ManifestYaml() {}

    /** One document, without its start marker, ended by a line break. */
    public static String text(ObjectNode object) {
        return MAPPER.writeValueAsString(object);
    }
}
