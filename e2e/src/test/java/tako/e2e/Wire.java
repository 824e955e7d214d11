package tako.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A small client. Every answer passes a check before the caller sees it. */
public final class Wire {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI server;
    private final String key;
    private final AnswerCheck check;

    /** A client of a server, with an API key. */
    public Wire(URI server, String key, AnswerCheck check) {
        this.server = server;
        this.key = key;
        this.check = check;
    }

    /** @param path with its query, as it goes over the wire */
    public Answer get(String path) {
        return send("GET", path, Optional.empty());
    }

    public Answer post(String path, JsonNode body) {
        return send("POST", path, Optional.of(body.toString()));
    }

    public Answer put(String path, JsonNode body) {
        return send("PUT", path, Optional.of(body.toString()));
    }

    public Answer delete(String path) {
        return send("DELETE", path, Optional.empty());
    }

    /**
     * Sends a request.
     *
     * @throws UncheckedIOException when the server cannot be reached or dies before it has answered
     */
    public Answer send(String method, String path, Optional<String> body) {
        var address = server.resolve(path);
        BodyPublisher content = body.map(BodyPublishers::ofString).orElse(BodyPublishers.noBody());
        var request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("X-Octopus-ApiKey", key)
                .header("Content-Type", "application/json")
                .method(method, content)
                .build();
        var answer = exchange(request);
        check.check(method, address, answer);
        return answer;
    }

    private static Answer exchange(HttpRequest request) {
        try {
            var response = CLIENT.send(request, BodyHandlers.ofString());
            return new Answer(
                    request.method() + " " + request.uri(),
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
