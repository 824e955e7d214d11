package tako.steps.kubernetes.manifest;

import tools.jackson.databind.node.ObjectNode;

/**
 * One object as it will be applied, with everything that Tako gives it.
 *
 * @param json the object's tree; secrets in clear
 * @param shown the same tree with the secrets masked
 */
public record Manifest(ObjectNode json, ObjectNode shown) {
    /** An object without secrets. */
    public static Manifest of(ObjectNode json) {
        return new Manifest(json, json);
    }

    /** {@code apps/v1}. */
    public String apiVersion() {
        return json.path("apiVersion").asString("");
    }

    /** {@code Deployment}. */
    public String kind() {
        return json.path("kind").asString("");
    }

    /** Its name. */
    public String name() {
        return json.path("metadata").path("name").asString("");
    }

    /** Its namespace; "" where it has none of its own. */
    public String namespace() {
        return json.path("metadata").path("namespace").asString("");
    }

    /** For people: {@code Deployment randomquotes}. */
    public String title() {
        return kind() + " " + name();
    }

    /** Whether it holds what not everybody may see: a Secret, or anything that a secret variable went into. */
    public boolean isSecret() {
        return kind().equals("Secret") || !json.equals(shown);
    }

    /** Never the tree, which may hold secrets. */
    @Override
    public String toString() {
        return "Manifest[" + title() + "]";
    }
}
