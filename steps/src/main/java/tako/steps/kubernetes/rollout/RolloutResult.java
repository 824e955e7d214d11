package tako.steps.kubernetes.rollout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How waiting ended. */
public sealed interface RolloutResult {
    /** The objects as they were seen last, by their uid. */
    Map<String, ObjectNode> latest();

    /** Everything is up. */
    record Up(Map<String, ObjectNode> latest) implements RolloutResult {}

    /**
     * It failed.
     *
     * @param object the applied object that did not come up
     * @param why a clause about it
     * @param trouble what its pods suffer from, if that is known
     * @param pods its pods that are not well
     */
    record Failed(
            Map<String, ObjectNode> latest,
            JsonNode object,
            String why,
            Optional<Trouble> trouble,
            List<ObjectNode> pods)
            implements RolloutResult {
        /** A failure without what its pods say. */
        static Failed of(RolloutState state, JsonNode object, String why) {
            return new Failed(state.latest(), object, why, state.trouble(object), state.unwell(object));
        }
    }

    /** The cluster went away, or does not let us look. */
    record Lost(Map<String, ObjectNode> latest, String sentence) implements RolloutResult {}
}
