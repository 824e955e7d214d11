package tako.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.json.JsonMapper;

/**
 * What must hold for every route of a server that runs, as tests made from its table. Use the streams in methods annotated
 * {@code @TestFactory}.
 */
public final class RouteTableChecks {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SPACE = "Spaces-1";

    private final Target target;
    private final Examples examples;
    private final HttpClient client = HttpClient.newHttpClient();

    /**
     * The server.
     *
     * @param base where it listens
     * @param administrator an administrator's API key
     */
    public record Target(URI base, RouteTable table, String administrator, JsonMapper mapper) {}

    /** Values for the parameters of paths, with which a route's example does something. */
    @FunctionalInterface
    public interface Examples {
        /** The value of a path parameter: an id that exists. */
        String value(Route<?> route, String parameter);
    }

    public RouteTableChecks(Target target, Examples examples) {
        this.target = target;
        this.examples = examples;
    }

    /** The routes that anybody may call, as {@code GET /api/x}, sorted: compare them with a list. */
    public List<String> anonymous() {
        return target.table().routes().stream()
                .filter(route -> route.access() instanceof Access.Anonymous)
                .map(route -> route.method() + " " + template(route))
                .sorted()
                .toList();
    }

    /** Every other route refuses a request without credentials. */
    public Stream<DynamicTest> refuseStrangers() {
        return target.table().routes().stream()
                .filter(route -> !(route.access() instanceof Access.Anonymous))
                .map(route -> DynamicTest.dynamicTest(
                        route + " without credentials",
                        () -> assertThat(send(request(route)).status()).isEqualTo(401)));
    }

    /** Every route does something for an administrator who sends its example; deletions come last. */
    public Stream<DynamicTest> answerAdministrators() {
        return target.table().routes().stream()
                .sorted(Comparator.comparing(Route::method))
                .map(route -> DynamicTest.dynamicTest(route + " as administrator", () -> answers(route)));
    }

    private void answers(Route<?> route) {
        Answer answer = send(request(route).header("X-Octopus-ApiKey", target.administrator()));

        assertThat(answer.status()).as(answer.body()).isNotIn(401, 404, 405).isLessThan(500);
    }

    private record Answer(int status, String body) {}

    private HttpRequest.Builder request(Route<?> route) {
        return HttpRequest.newBuilder(target.base().resolve(path(route)))
                .timeout(PATIENCE)
                .header("Content-Type", route.hasJsonBody() ? "application/json" : "application/octet-stream")
                .method(route.method().name(), body(route));
    }

    private HttpRequest.BodyPublisher body(Route<?> route) {
        if (!route.hasBody()) {
            return BodyPublishers.noBody();
        }
        Object example = route.example().orElseThrow();
        return route.hasJsonBody()
                ? BodyPublishers.ofByteArray(target.mapper().writeValueAsBytes(example))
                : BodyPublishers.ofString(String.valueOf(example));
    }

    private String path(Route<?> route) {
        return prefix(route)
                + PathTemplate.of(route.path()).segments().stream()
                        .map(segment -> "/" + filled(route, segment))
                        .collect(Collectors.joining());
    }

    private String filled(Route<?> route, PathTemplate.Segment segment) {
        return switch (segment) {
            case PathTemplate.Literal literal -> literal.text();
            case PathTemplate.Parameter parameter -> encoded(examples.value(route, parameter.name()));
            case PathTemplate.Rest rest -> encoded(examples.value(route, rest.name()));
        };
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String prefix(Route<?> route) {
        return switch (route.scope()) {
            case ROOT -> "";
            case SYSTEM -> "/api";
            case SPACE, MIXED -> "/api/" + SPACE;
        };
    }

    private static String template(Route<?> route) {
        String prefix = switch (route.scope()) {
            case ROOT -> "";
            case SYSTEM -> "/api";
            case SPACE, MIXED -> "/api/{spaceId}";
        };
        return prefix + (route.path().equals("/") && !prefix.isEmpty() ? "" : route.path());
    }

    /** An event stream has no end: of a success only the status counts. */
    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                boolean failed = answer.statusCode() >= 400;
                return new Answer(
                        answer.statusCode(), failed ? new String(body.readAllBytes(), StandardCharsets.UTF_8) : "");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
