package tako.platform.http;

import java.lang.reflect.Type;
import java.util.Optional;

/**
 * A route as data: dispatch, the OpenAPI document, root links and the generated tests all come from it.
 *
 * @param path template without {@code /api} and without the space, e.g. {@code /projects/{id}/channels}
 * @param request the body's type: a record, {@link tools.jackson.databind.node.ObjectNode}, {@code byte[]}, or {@link Void}
 * @param answer the type of a successful answer for OpenAPI; {@link Void} for none or non-JSON
 * @param example a body that is accepted in a fresh space, required when there is a body
 * @param summary one line for OpenAPI
 * @param <I> the body's type
 */
public record Route<I>(
        HttpMethod method,
        String path,
        Scope scope,
        Access access,
        Class<I> request,
        Type answer,
        Optional<Object> example,
        String summary,
        Handler<I> handler) {

    /** What a route does. Runs on a virtual thread and may block. */
    @FunctionalInterface
    public interface Handler<I> {
        /** @throws Exception a {@link Problem} becomes its status; anything else is a 500 with an id */
        Response handle(Call<I> call) throws Exception;
    }
}
