package tako.e2e.go;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands between a client and the server and notes which requests the server has no route for. */
final class AbsentRoutes implements AutoCloseable {
    private static final List<String> FORWARDED = List.of("X-Octopus-ApiKey", "Content-Type", "Accept", "User-Agent");
    private static final String NO_ADDRESS = "Nothing was found at this address";
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int NO_CONTENT = 204;

    private final URI target;
    private final HttpServer proxy;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> absent = new CopyOnWriteArrayList<>();

    private AbsentRoutes(URI target, HttpServer proxy) {
        this.target = target;
        this.proxy = proxy;
    }

    /** Starts before a server. */
    static AbsentRoutes before(URI target) {
        try {
            var proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var routes = new AbsentRoutes(target, proxy);
            proxy.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            proxy.createContext("/", routes::forward);
            proxy.start();
            return routes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the client is sent. */
    String address() {
        return "http://127.0.0.1:" + proxy.getAddress().getPort();
    }

    /** The requests without a route since the last time, as {@code POST /api/Spaces-1/tenants}. */
    List<String> take() {
        var taken = new ArrayList<>(absent);
        absent.clear();
        return taken;
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = client.send(request(exchange), BodyHandlers.ofByteArray());
            note(exchange, answer);
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            boolean empty = answer.statusCode() == NO_CONTENT || answer.body().length == 0;
            exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange) throws IOException {
        var body = BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes());
        var request = HttpRequest.newBuilder(
                        URI.create(target + exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), body);
        FORWARDED.forEach(
                name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                        .ifPresent(value -> request.header(name, value)));
        return request.build();
    }

    private void note(HttpExchange exchange, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        boolean without = status == METHOD_NOT_ALLOWED
                || (status == NOT_FOUND && new String(answer.body(), StandardCharsets.UTF_8).contains(NO_ADDRESS));
        if (without) {
            absent.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
        }
    }

    @Override
    public void close() {
        proxy.stop(0);
        client.close();
    }
}
