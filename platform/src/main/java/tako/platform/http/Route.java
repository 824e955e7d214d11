package tako.platform.http;

import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/**
 * A route as data: dispatch, the OpenAPI document, root links and the generated tests all come from it.
 *
 * @param path template without {@code /api} and without the space, e.g. {@code /projects/{id}/channels}; a last segment
 *     {@code {name*}} takes the rest of the path
 * @param query names of the query parameters it reads
 * @param request the body's type: a record, {@link tools.jackson.databind.node.ObjectNode}, {@code byte[]}, {@link
 *     java.io.InputStream} for what is too big for memory, or {@link Void}
 * @param answer the type of a successful answer for OpenAPI; {@link Void} for none or non-JSON
 * @param example a body that is accepted in a fresh space, required when there is a body
 * @param summary one line for OpenAPI
 * @param <I> the body's type
 */
public record Route<I>(
        HttpMethod method,
        String path,
        List<String> query,
        Scope scope,
        Access access,
        Class<I> request,
        Type answer,
        Optional<Object> example,
        String summary,
        Handler<I> handler) {

    /** Whether callers send a body. */
    public boolean hasBody() {
        return request != Void.class;
    }

    /** Whether the body is JSON. */
    public boolean hasJsonBody() {
        return hasBody() && request != byte[].class && request != InputStream.class;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    /** What a route does. Runs on a virtual thread and may block. */
    @FunctionalInterface
    public interface Handler<I> {
        /** @throws Exception a {@link Problem} becomes its status; anything else is a 500 with an id */
        Response handle(Call<I> call) throws Exception;
    }
}
