package tako.platform.http;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Request;

/** A request whose address was understood; nothing is known yet of who sent it. */
record Arrival(Request request, Verb verb, RequestPath path, QueryString query) {
    private static final String KEY_PARAMETER = "apikey";
    private static final String BEARER = "Bearer ";

    /** @throws Problem 400 when the address or the method is not understood */
    static Arrival of(Request request) {
        RequestPath path = RequestPath.parse(
                Objects.requireNonNullElse(request.getHttpURI().getPath(), ""));
        QueryString query = QueryString.parse(
                Objects.requireNonNullElse(request.getHttpURI().getQuery(), ""));
        return new Arrival(request, Verb.of(request), path, query);
    }

    /** The path and query as sent, without a key: it goes into links. */
    String uri() {
        String kept = query.without(Set.of(KEY_PARAMETER));
        return request.getHttpURI().getPath() + (kept.isEmpty() ? "" : "?" + kept);
    }

    Credentials.Client client() {
        return new Credentials.Client(
                Request.getRemoteAddr(request), header("User-Agent").orElse(""));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    Optional<String> cookie(String name) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst();
    }

    /** What the request shows, the most explicit first; an empty key is none. */
    Optional<Credentials> credentials(SessionCookies cookies) {
        Credentials.Client client = client();
        return header("X-Octopus-ApiKey")
                .filter(key -> !key.isBlank())
                .or(() -> header("X-NuGet-ApiKey").filter(key -> !key.isBlank()))
                .or(() -> query.first(KEY_PARAMETER))
                .<Credentials>map(key -> new Credentials.ApiKey(key.strip(), client))
                .or(() -> bearer().map(token -> new Credentials.Bearer(token, client)))
                .or(() -> cookie(cookies.sessionName()).map(token -> new Credentials.SessionCookie(token, client)));
    }

    private Optional<String> bearer() {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip())
                .filter(token -> !token.isEmpty());
    }
}
