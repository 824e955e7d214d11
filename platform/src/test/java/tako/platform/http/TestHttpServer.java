package tako.platform.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import tako.platform.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real server on a free port with a table of routes, and a client for it. */
public final class TestHttpServer implements AutoCloseable {
    /** An administrator's key. */
    public static final String ADMIN_KEY = "API-ADMIN";
    /** The key of somebody who holds no permission. */
    public static final String GUEST_KEY = "API-GUEST";
    /** The administrator's session. */
    public static final String ADMIN_SESSION = "session-of-ada";
    /** The cookies' names and tokens. */
    public static final SessionCookies COOKIES = new SessionCookies("6b1d4b6e-1f0e-4b8e-9d2f-1f5f8d1d6c11");
    /** The mapper. */
    public static final JsonMapper MAPPER = Json.mapper(ZoneOffset.UTC);

    private static final Map<String, String> USERS = Map.of(ADMIN_KEY, "ada", GUEST_KEY, "gil", ADMIN_SESSION, "ada");

    private final HttpServer server;
    private final HttpClient client;

    private TestHttpServer(HttpServer server, HttpClient client) {
        this.server = server;
        this.client = client;
    }

    /** Starts with usual settings. */
    public static TestHttpServer start(RouteTable table) {
        return start(table, settings(), RequestObserverList.ignoring());
    }

    /** Starts. */
    public static TestHttpServer start(RouteTable table, HttpSettings settings, RequestObserver observer) {
        return start(table, settings, admission(), observer);
    }

    /** Starts with other people and spaces. */
    public static TestHttpServer start(
            RouteTable table, HttpSettings settings, Admission admission, RequestObserver observer) {
        return start(
                table,
                settings,
                admission,
                new HttpServer.Surroundings(MAPPER, InstantSource.system(), new SplittableRandom(7), observer));
    }

    /** Starts in other surroundings. */
    public static TestHttpServer start(
            RouteTable table, HttpSettings settings, Admission admission, HttpServer.Surroundings around) {
        var server = new HttpServer(settings, table, admission, around);
        server.start();
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        return new TestHttpServer(server, client);
    }

    /** Settings for a free port of this machine. */
    public static HttpSettings settings() {
        return HttpSettings.of("127.0.0.1", 0, "0.1.0-test");
    }

    /** Ada may do everything, Gil nothing; there are Spaces-1 (default) and Spaces-2 (slug {@code second}). */
    public static Admission admission() {
        return new Admission(TestHttpServer::authenticate, COOKIES, new TwoSpaces(), TestHttpServer::require);
    }

    private static Optional<Principal> authenticate(Credentials credentials) {
        String shown = switch (credentials) {
            case Credentials.ApiKey key -> key.key();
            case Credentials.Bearer bearer -> bearer.token();
            case Credentials.SessionCookie cookie -> cookie.token();
        };
        return Optional.ofNullable(USERS.get(shown))
                .map(name -> new Principal(
                        "Users-" + name,
                        name,
                        credentials.toString(),
                        credentials.client().address(),
                        credentials.client().userAgent()));
    }

    private static void require(Principal principal, Access access, String space) {
        if (access instanceof Access.Needs needs && !principal.username().equals("ada")) {
            throw Problem.forbidden("You need the permission " + needs.permission() + ". Ask an administrator for it.");
        }
    }

    private static final class TwoSpaces implements SpaceResolver {
        @Override
        public Optional<String> byId(String id) {
            return List.of("Spaces-1", "Spaces-2").stream()
                    .filter(id::equalsIgnoreCase)
                    .findFirst();
        }

        @Override
        public Optional<String> byIdOrSlug(String idOrSlug) {
            return idOrSlug.equalsIgnoreCase("second") ? Optional.of("Spaces-2") : byId(idOrSlug);
        }

        @Override
        public Optional<String> defaultSpace() {
            return Optional.of("Spaces-1");
        }
    }

    /** The server itself. */
    public HttpServer server() {
        return server;
    }

    /** The address of a path. */
    public URI uri(String path) {
        return URI.create(server.uri() + path);
    }

    /** An answer with its body as text. */
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A request as the administrator. */
    public HttpRequest.Builder asAdmin(String path) {
        return request(path).header("X-Octopus-ApiKey", ADMIN_KEY);
    }

    /** A request without credentials. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
    }

    /** GET as the administrator. */
    public HttpResponse<String> get(String path) {
        return send(asAdmin(path).build());
    }

    /** POST of a body as the administrator. */
    public HttpResponse<String> post(String path, String body) {
        return send(asAdmin(path).POST(BodyPublishers.ofString(body)).build());
    }

    /** A body as JSON. */
    public static JsonNode json(HttpResponse<String> answer) {
        return MAPPER.readTree(answer.body());
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
