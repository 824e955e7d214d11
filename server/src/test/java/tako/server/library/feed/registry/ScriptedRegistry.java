package tako.server.library.feed.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server that answers as a test tells it to, for what a real registry does not do on demand. */
public final class ScriptedRegistry implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /**
     * What was asked.
     *
     * @param authorization "" for none
     */
    public record Request(String path, String authorization) {}

    /** What is answered. */
    public record Reply(int status, Map<String, String> headers, String body, boolean slow) {
        public static Reply json(String body) {
            return new Reply(200, Map.of("Content-Type", "application/json"), body, false);
        }

        public static Reply status(int status) {
            return new Reply(status, Map.of(), "", false);
        }

        public static Reply redirect(int status, String to) {
            return status(status).with("Location", to);
        }

        /** One whose body never ends. */
        public Reply slowly() {
            return new Reply(status, headers, body, true);
        }

        public Reply with(String name, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Reply(status, more, body, slow);
        }
    }

    public ScriptedRegistry(Function<Request, Reply> script) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, script));
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI at(String host) {
        return URI.create("http://" + host + ":" + port());
    }

    public URI uri() {
        return at("127.0.0.1");
    }

    public List<Request> requests() {
        return requests;
    }

    public List<String> paths() {
        return requests.stream().map(Request::path).toList();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange, Function<Request, Reply> script) throws IOException {
        try (exchange) {
            String authorization = Optional.ofNullable(
                            exchange.getRequestHeaders().getFirst("Authorization"))
                    .orElse("");
            var request = new Request(exchange.getRequestURI().toString(), authorization);
            requests.add(request);
            Reply reply = script.apply(request);
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), reply.slow() ? 0 : body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            if (reply.slow()) {
                exchange.getResponseBody().flush();
                closing.await();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
