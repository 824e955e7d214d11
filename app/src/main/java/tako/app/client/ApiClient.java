package tako.app.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import tako.platform.secret.Secret;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks a running server over its API, as any client does. */
public final class ApiClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final JsonMapper mapper = new JsonMapper();
    private final URI server;
    private final Secret key;

    /** @param key sent with every request */
    public ApiClient(URI server, Secret key) {
        this.server = server;
        this.key = key;
    }

    /** The server's address. */
    public URI server() {
        return server;
    }

    /**
     * Reads.
     *
     * @param path with its query, from {@code /api} on
     * @throws RequestRefused when the answer is not a success
     */
    public JsonNode get(String path) {
        return send(request(path).GET(), path);
    }

    /** Reads what may not be there: nothing when the answer is 404. */
    public Optional<JsonNode> find(String path) {
        try {
            return Optional.of(get(path));
        } catch (RequestRefused refused) {
            if (refused.status() == 404) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Creates or acts. */
    public JsonNode post(String path, ObjectNode body) {
        return send(request(path).POST(BodyPublishers.ofString(body.toString())), path);
    }

    /** Replaces. */
    public JsonNode put(String path, ObjectNode body) {
        return send(request(path).PUT(BodyPublishers.ofString(body.toString())), path);
    }

    /** An empty body to fill. */
    public ObjectNode body() {
        return mapper.createObjectNode();
    }

    /** The thing of this name in a collection; names are compared ignoring case. */
    public Optional<JsonNode> named(String collection, String name) {
        String separator = collection.contains("?") ? "&" : "?";
        JsonNode page = get(collection + separator + "take=2147483647&partialName=" + encoded(name));
        return page.path("Items")
                .valueStream()
                .filter(item -> item.path("Name").asString("").equalsIgnoreCase(name))
                .findFirst();
    }

    /** A text as part of an address. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("X-Octopus-ApiKey", key.reveal())
                .header("Content-Type", "application/json");
    }

    private JsonNode send(HttpRequest.Builder request, String path) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            JsonNode body = json(answer.body());
            if (answer.statusCode() >= 300) {
                throw new RequestRefused(path, answer.statusCode(), body);
            }
            return body;
        } catch (IOException unreachable) {
            throw new ServerUnreachable(server, unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ServerUnreachable(server, stopped);
        }
    }

    private JsonNode json(String text) {
        try {
            return text.isBlank() ? mapper.createObjectNode() : mapper.readTree(text);
        } catch (JacksonException notJson) {
            return mapper.createObjectNode().put("ErrorMessage", text.strip());
        }
    }
}
