package tako.steps.kubernetes.rollout;

import tools.jackson.databind.JsonNode;

/** Objects' names for people. */
final class Titles {
    private Titles() {}

    /** {@code Deployment web}. */
    static String of(JsonNode object) {
        return object.path("kind").asString("") + " "
                + object.path("metadata").path("name").asString("");
    }
}
