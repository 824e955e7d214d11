package tako.testbed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Gives bearer tokens for a registry: to its one user for everything, and to nobody in particular for pulling, where that is meant. */
final class TokenServer implements AutoCloseable {
    static final String SERVICE = "registry of a test";
    static final String ISSUER = "token server of a test";

    private final HttpServer server;
    private final TokenSigner signer;
    private final boolean anonymous;

    private TokenServer(HttpServer server, TokenSigner signer, boolean anonymous) {
        this.server = server;
        this.signer = signer;
        this.anonymous = anonymous;
    }

    static TokenServer start(String address, TestAuthority authority, RegistryKind kind) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(address, 0), 0);
            var server = new TokenServer(http, TokenSigner.signedBy(authority), kind == RegistryKind.ANONYMOUS_TOKENS);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.createContext("/token", server::answer);
            http.start();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where tokens are asked for. */
    URI url() {
        return URI.create("http://%s:%d/token"
                .formatted(
                        server.getAddress().getHostString(), server.getAddress().getPort()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean known = knows(exchange);
            boolean named = exchange.getRequestHeaders().containsKey("Authorization");
            if (!known && (named || !anonymous)) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            String token = signer.sign(known ? TestRegistry.USER : "", scopes(exchange.getRequestURI(), known));
            byte[] body =
                    "{\"token\":\"%s\",\"expires_in\":300}".formatted(token).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static boolean knows(HttpExchange exchange) {
        String credentials = TestRegistry.USER + ":" + TestRegistry.PASSWORD;
        String expected = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    /** What the query asks for and the asker may do. */
    private static List<TokenScope> scopes(URI asked, boolean known) {
        return Stream.of(asked.getRawQuery().split("&"))
                .filter(part -> part.startsWith("scope="))
                .flatMap(part -> Stream.of(URLDecoder.decode(part.substring("scope=".length()), StandardCharsets.UTF_8)
                        .split(" ")))
                .map(TokenScope::parse)
                .map(scope -> known ? scope : scope.pullOnly())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
