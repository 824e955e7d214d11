package tako.platform.http;

import java.util.List;
import java.util.Optional;

/**
 * One request that passed the gate.
 *
 * @param <I> the request body's type; {@link Void} when the route takes none
 */
public interface Call<I> {
    /** Who calls; {@link #ANONYMOUS} on anonymous routes without credentials. */
    Principal principal();

    /** The other end, known also of those who show no credentials. */
    Credentials.Client client();

    /** The id of the space the request is for; "" for routes without one. */
    String space();

    /** A path parameter, decoded. */
    String path(String name);

    /** The first value of a query parameter, names compared ignoring case; empty text counts as absent. */
    Optional<String> query(String name);

    /** All values of a list parameter, repeated and comma-joined forms together, empty values dropped. */
    List<String> queryList(String name);

    /** The value of a query parameter as a number within bounds, or the default. */
    int queryInt(String name, int absent);

    /** The body. */
    I body();

    /** A request header. */
    Optional<String> header(String name);

    /** The value of a cookie. */
    Optional<String> cookie(String name);

    /** The path and query as the client sent it, for Self and paging links. */
    String uri();

    /** Nobody: no credentials. */
    Principal ANONYMOUS = new Principal("", "", "", "", "");
}
