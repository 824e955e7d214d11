package tako.steps.kubernetes.cluster;

import tools.jackson.databind.JsonNode;

/**
 * One object's place.
 *
 * @param namespace "" for kinds without namespaces
 */
public record ObjectRef(ObjectKind kind, String namespace, String name) {
    /** For people: {@code Deployment web}. */
    public String title() {
        return kind.kind() + " " + name;
    }

    /** An object's own identity in the cluster. */
    public static String uid(JsonNode object) {
        return object.path("metadata").path("uid").asString("");
    }
}
