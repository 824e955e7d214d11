package org.example.randomquotes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers {@code GET /} with the page, and {@code GET /healthz} while the database can be read. */
final class QuoteServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(QuoteServer.class.getName());
    private static final int THREADS = 8;

    private final Settings settings;
    private final QuoteDatabase quotes;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private record Answer(int status, String type, String body) {
        static Answer text(int status, String body) {
            return new Answer(status, "text/plain", body + "\n");
        }
    }

    private QuoteServer(Settings settings, QuoteDatabase quotes, HttpServer server) {
        this.settings = settings;
        this.quotes = quotes;
        this.server = server;
    }

    static QuoteServer start(Settings settings, QuoteDatabase quotes) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), 0);
            var server = new QuoteServer(settings, quotes, http);
            http.setExecutor(server.threads);
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (IOException failure) {
            throw new StartRefused(
                    "Cannot listen on %s:%d: %s. Is another program there? Give another PORT."
                            .formatted(settings.host(), settings.port(), failure.getMessage()),
                    failure);
        }
    }

    /** The port that it listens on. */
    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer =
                    answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type() + "; charset=utf-8");
            headers.set("Cache-Control", "no-store");
            headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Answer answer(String method, String path) {
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Answer.text(405, "Only GET is answered here.");
        }
        try {
            return switch (path) {
                case "/" -> new Answer(200, "text/html", Page.of(quotes.pick(), settings));
                case "/healthz" -> Answer.text(200, quotes.count() + " quotes");
                default -> Answer.text(404, "There is nothing at " + path + ". The quotes are at /.");
            };
        } catch (SQLException failure) {
            LOG.log(Level.ERROR, "The quotes cannot be read.", failure);
            return Answer.text(503, "The quotes cannot be read. The log says why.");
        }
    }

    /** Stops at once: a page that is still being written is cut off, and its visitor asks again. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
