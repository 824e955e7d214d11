package tako.server.people;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import tako.platform.http.RouteTable;
import tako.platform.http.TestHttpServer;
import tools.jackson.databind.JsonNode;

/** A real server with the routes of {@link People}, and a client for it. */
public final class PeopleServer implements AutoCloseable {
    private final TestHttpServer http;

    public PeopleServer(People people) {
        http = TestHttpServer.start(
                new RouteTable(people.routes()),
                TestHttpServer.settings(),
                people.admission(),
                (method, path, status, nanos) -> {});
    }

    /** A request with a key. */
    public HttpResponse<String> as(String key, String method, String path, String body) {
        return http.send(http.request(path)
                .header("X-Octopus-ApiKey", key)
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    /** GET as the administrator. */
    public HttpResponse<String> get(String path) {
        return as(People.ADMIN_KEY, "GET", path, "");
    }

    /** The body of a successful GET as the administrator. */
    public JsonNode read(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return json(answer);
    }

    /** A request without credentials. */
    public HttpResponse<String> anonymous(String method, String path, String body) {
        return send(request(path).method(method, BodyPublishers.ofString(body)));
    }

    /** The beginning of a request. */
    public HttpRequest.Builder request(String path) {
        return http.request(path);
    }

    /** An answer. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        return http.send(request.build());
    }

    /** The cookies that an answer sets, as a browser sends them back. */
    public static String cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    /** The value of a cookie that an answer sets. */
    public static String cookie(HttpResponse<String> answer, String prefix) {
        return Arrays.stream(cookies(answer).split("; "))
                .filter(cookie -> cookie.startsWith(prefix))
                .map(cookie -> cookie.substring(cookie.indexOf('=') + 1))
                .collect(Collectors.joining());
    }

    /** A body as JSON. */
    public static JsonNode json(HttpResponse<String> answer) {
        return TestHttpServer.json(answer);
    }

    @Override
    public void close() {
        http.close();
    }
}
