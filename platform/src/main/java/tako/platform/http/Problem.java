package tako.platform.http;

import java.util.List;

/**
 * A refusal with its status and texts for people: what, why, what next. Rendered in Octopus's error shape; a 404 has no
 * {@code Errors} member, because clients tell "gone" from "refused" by it.
 */
public final class Problem extends RuntimeException {
    private final int status;
    private final List<String> errors;

    private Problem(int status, String message, List<String> errors) {
        super(message, null, false, false);
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    /** 400: the request breaks rules, each named in a sentence. */
    public static Problem invalid(List<String> errors) {
        return new Problem(400, "There was a problem with your request.", errors);
    }

    /** 400 with one broken rule. */
    public static Problem invalid(String error) {
        return invalid(List.of(error));
    }

    /** 401: no or unknown credentials. */
    public static Problem unauthenticated(String message) {
        return new Problem(401, message, List.of());
    }

    /** 403: known, but may not; the message names the permission. */
    public static Problem forbidden(String message) {
        return new Problem(403, message, List.of());
    }

    /** 404 for a resource by its id. */
    public static Problem notFound(String id) {
        return new Problem(404, "The resource '" + id + "' was not found.", List.of());
    }

    /** 409: the state changed meanwhile, or forbids it. */
    public static Problem conflict(String error) {
        return new Problem(409, error, List.of(error));
    }

    /** Any other refusal. */
    public static Problem of(int status, String message) {
        return new Problem(status, message, List.of());
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The broken rules, each a sentence; empty when the message says it all. */
    public List<String> errors() {
        return errors;
    }
}
