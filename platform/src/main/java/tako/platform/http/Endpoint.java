package tako.platform.http;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes a {@link Route} down in the order in which one thinks of it: method and path, where, who, what for, what goes in,
 * what comes out, what it does.
 */
public final class Endpoint {
    private final HttpMethod method;
    private final String path;
    private Scope scope = Scope.SPACE;
    private Access access = new Access.SignedIn();
    private String summary = "";
    private Type answer = Void.class;
    private List<String> query = List.of();

    private boolean paged;

    private Endpoint(HttpMethod method, String path) {
        this.method = method;
        this.path = path;
    }

    /** Reads. */
    public static Endpoint get(String path) {
        return new Endpoint(HttpMethod.GET, path);
    }

    /** Creates or acts. */
    public static Endpoint post(String path) {
        return new Endpoint(HttpMethod.POST, path);
    }

    /** Replaces. */
    public static Endpoint put(String path) {
        return new Endpoint(HttpMethod.PUT, path);
    }

    /** Changes a part. */
    public static Endpoint patch(String path) {
        return new Endpoint(HttpMethod.PATCH, path);
    }

    /** Deletes. */
    public static Endpoint delete(String path) {
        return new Endpoint(HttpMethod.DELETE, path);
    }

    /** Where it lives; in a space if not said. */
    public Endpoint in(Scope value) {
        scope = value;
        return this;
    }

    /** Who may call it, by a permission's wire name; any signed-in user if not said. */
    public Endpoint needs(String permission) {
        access = new Access.Needs(permission);
        return this;
    }

    /** Anybody may call it. */
    public Endpoint anonymous() {
        access = new Access.Anonymous();
        return this;
    }

    /** The query parameters it reads, by name; others are ignored. */
    public Endpoint query(String... names) {
        query = List.of(names);
        return this;
    }

    /** One line for OpenAPI. */
    public Endpoint summary(String value) {
        summary = value;
        return this;
    }

    /** The type of a successful answer. */
    public Endpoint answers(Type value) {
        answer = value;
        return this;
    }

    /** A successful answer is a {@link Page} of these; {@code skip} and {@code take} are among what it reads. */
    public Endpoint answersPage(Type item) {
        paged = true;
        return answers(new GenericType(Page.class, List.of(item)));
    }

    /** A successful answer is a bare list of these. */
    public Endpoint answersList(Type item) {
        return answers(new GenericType(List.class, List.of(item)));
    }

    /** A route without a body. */
    public Route<Void> does(Route.Handler<Void> handler) {
        return new Route<>(
                method, path, queryRead(), scope, access, Void.class, answer, Optional.empty(), summary, handler);
    }

    /**
     * A route with a body.
     *
     * @param example a body that is accepted in a fresh space
     */
    public <I> Route<I> takes(Class<I> request, Object example, Route.Handler<I> handler) {
        return new Route<>(
                method, path, queryRead(), scope, access, request, answer, Optional.of(example), summary, handler);
    }

    private List<String> queryRead() {
        return paged
                ? Stream.concat(Stream.of("skip", "take"), query.stream())
                        .distinct()
                        .toList()
                : query;
    }
}
