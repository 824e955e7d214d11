package tako.platform.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A refusal with its status and texts for people: what, why, what next. Rendered in Octopus's error shape; a 404 has no
 * {@code Errors} member, because clients tell "gone" from "refused" by it.
 */
public final class Problem extends RuntimeException {
    private final int status;
    private final String message;
    private final List<String> errors;
    private final Extras extras;

    private Problem(int status, String message, List<String> errors, Extras extras) {
        super(message, null, false, false);
        this.status = status;
        this.message = message;
        this.errors = List.copyOf(errors);
        this.extras = extras;
    }

    private Problem(int status, String message, List<String> errors) {
        this(status, message, errors, Extras.NONE);
    }

    private record Extras(Optional<String> help, Map<String, Object> details, List<Response.Header> headers) {
        static final Extras NONE = new Extras(Optional.empty(), Map.of(), List.of());
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

    @Override
    public String getMessage() {
        return message;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The broken rules, each a sentence; empty when the message says it all. */
    public List<String> errors() {
        return errors;
    }

    /** What a person can do next; "" never. */
    public Optional<String> help() {
        return extras.help();
    }

    /** Facts for programs, by name. */
    public Map<String, Object> details() {
        return extras.details();
    }

    /** Headers the answer carries, such as {@code Allow} or {@code Retry-After}. */
    public List<Response.Header> headers() {
        return extras.headers();
    }

    /** The same refusal that also says what to do next. */
    public Problem withHelp(String help) {
        return with(new Extras(Optional.of(help), extras.details(), extras.headers()));
    }

    /** The same refusal with a fact for programs. */
    public Problem withDetail(String name, Object value) {
        var details = new LinkedHashMap<>(extras.details());
        details.put(name, value);
        return with(new Extras(extras.help(), details, extras.headers()));
    }

    /** The same refusal with a header. */
    public Problem withHeader(String name, String value) {
        List<Response.Header> headers = Stream.concat(
                        extras.headers().stream(), Stream.of(new Response.Header(name, value)))
                .toList();
        return with(new Extras(extras.help(), extras.details(), headers));
    }

    private Problem with(Extras changed) {
        return new Problem(status, message, errors, changed);
    }
}
