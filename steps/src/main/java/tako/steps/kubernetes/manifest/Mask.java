package tako.steps.kubernetes.manifest;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people see in the place of a secret. In YAML its first star would begin an alias, so while a text is read, letters without any
 * meaning stand in its place.
 */
public final class Mask {
    /** The mask. */
    public static final String TEXT = "********";

    /** What stands for the mask while a text is read as YAML. */
    public static final String IN_YAML = "\uE52A".repeat(TEXT.length());

    private Mask() {}

    /** A text whose masks can be read as YAML. */
    static String hidden(String text) {
        return text.replace(TEXT, IN_YAML);
    }

    /** An object that was read so, with its masks. */
    public static ObjectNode shown(ObjectNode object) {
        String json = object.toString();
        return json.contains(IN_YAML) ? (ObjectNode) JsonMapper.shared().readTree(json.replace(IN_YAML, TEXT)) : object;
    }
}
