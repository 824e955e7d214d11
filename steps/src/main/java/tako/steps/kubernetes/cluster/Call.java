package tako.steps.kubernetes.cluster;

import java.util.Optional;

/**
 * One request to an API server.
 *
 * @param method e.g. {@code PATCH}
 * @param path with its query, as it goes onto the wire
 * @param body with its content type, if any
 * @param accept the form of the answer
 * @param purpose for people, a clause: {@code apply Deployment web}
 */
record Call(String method, String path, Optional<Body> body, String accept, String purpose) {
    static final String JSON = "application/json";

    /** What goes with a request. */
    record Body(String type, String text) {}

    static Call get(String path, String purpose) {
        return new Call("GET", path, Optional.empty(), JSON, purpose);
    }

    static Call withJson(String method, String path, String json, String purpose) {
        return new Call(method, path, Optional.of(new Body(JSON, json)), JSON, purpose);
    }

    static Call apply(String path, String json, String purpose) {
        return new Call("PATCH", path, Optional.of(new Body("application/apply-patch+yaml", json)), JSON, purpose);
    }

    Call accepting(String form) {
        return new Call(method, path, body, form, purpose);
    }

    /** Never the body, which may hold secrets. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
