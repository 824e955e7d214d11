package tako.steps.kubernetes.manifest;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the YAML that users wrote, and refuses what is hostile. Both methods throw {@link tako.server.delivery.step.RenderingRefused} with
 * sentences for people.
 */
public interface YamlTexts {
    /**
     * The objects of a text of any number of documents: each with its {@code apiVersion}, {@code kind} and name.
     *
     * @param namespace where they go that name none; no other is allowed
     */
    List<ObjectNode> objects(String text, String namespace);

    /** The one mapping that a text is, of any content. */
    ObjectNode mapping(String text);
}
