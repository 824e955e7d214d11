package tako.steps.kubernetes.manifest;

import java.util.IdentityHashMap;
import tools.jackson.databind.JsonNode;

/**
 * A document that holds something.
 *
 * @param place where it begins
 * @param places where the mappings in it begin, by identity
 */
record YamlDocument(JsonNode root, Place place, IdentityHashMap<JsonNode, Place> places) {
    /** Where a mapping begins. */
    Place placeOf(JsonNode mapping) {
        return places.getOrDefault(mapping, place);
    }
}
