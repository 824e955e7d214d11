package tako.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FaultyProxyTest {
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: example.org\r\n\r\n";
    private static final int SHORT_MILLIS = 300;

    private final HttpServer upstream = upstream();
    private final FaultyProxy proxy = FaultyProxy.listening("127.0.0.1", upstream.getAddress());
    private final HttpClient client = HttpClient.newHttpClient();

    private static HttpServer upstream() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    byte[] body = "from upstream".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
            });
            return server;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @BeforeEach
    void start() {
        upstream.start();
    }

    @AfterEach
    void stop() {
        client.close();
        proxy.close();
        upstream.stop(0);
    }

    @Test
    void withoutFaultItPassesEverything() throws Exception {
        assertThat(get().body()).isEqualTo("from upstream");
        assertThat(proxy.connections()).isEqualTo(1);
    }

    @Test
    void refusesAndListensAgainAtTheSamePort() throws Exception {
        String address = proxy.address();

        proxy.fault(new Fault.Refuse());
        assertThatThrownBy(this::get).isInstanceOf(ConnectException.class);

        proxy.fault(new Fault.None());
        assertThat(proxy.address()).isEqualTo(address);
        assertThat(get().body()).isEqualTo("from upstream");
    }

    @Test
    void isSilentAndGoesOnWhereItStopped() throws Exception {
        try (Socket socket = connect()) {
            proxy.fault(new Fault.Silence());
            ask(socket);
            socket.setSoTimeout(SHORT_MILLIS);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            proxy.fault(new Fault.None());
            socket.setSoTimeout(0);
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
    }

    @Test
    void closesAfterSoManyBytes() throws Exception {
        proxy.fault(new Fault.CloseAfter(10));
        try (Socket socket = connect()) {
            ask(socket);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 2");
        }
    }

    @Test
    void cutsWhatIsOpen() throws Exception {
        try (Socket socket = connect()) {
            await().until(() -> proxy.connections() == 1);
            ask(socket);
            assertThat(socket.getInputStream().read()).isEqualTo('H');

            proxy.cut();
            assertThat(ends(socket)).isTrue();
        }
    }

    private static boolean ends(Socket socket) throws IOException {
        socket.setSoTimeout(10 * SHORT_MILLIS);
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (SocketException cutOff) {
            return true;
        }
    }

    @Test
    void isSlow() throws Exception {
        Duration latency = Duration.ofMillis(SHORT_MILLIS);
        proxy.fault(new Fault.Slow(latency));
        long start = System.nanoTime();

        assertThat(get().body()).isEqualTo("from upstream");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(latency);
    }

    @Test
    void answersTheNextRequestsItself() throws Exception {
        assertThat(get().statusCode()).isEqualTo(200);

        proxy.fault(Fault.Answer.tooManyRequests(2, 7));
        assertThat(get().headers().firstValue("Retry-After")).hasValue("7");
        assertThat(get().statusCode()).isEqualTo(429);
        assertThat(get().statusCode()).isEqualTo(200);
        assertThat(proxy.answered()).containsExactly("GET /a HTTP/1.1", "GET /a HTTP/1.1");

        proxy.fault(Fault.Answer.status(1, 500));
        assertThat(get().statusCode()).isEqualTo(500);

        URI elsewhere = URI.create("http://example.org/elsewhere");
        proxy.fault(Fault.Answer.redirect(1, elsewhere));
        assertThat(get().headers().firstValue("Location")).hasValue(elsewhere.toString());
    }

    @Test
    @Tag("cluster")
    void theApiServersCertificateIsValidForIt() {
        TestCluster cluster = TestCluster.join();
        try (FaultyProxy before = FaultyProxy.before(cluster)) {
            assertThat(cluster.kubectl("version", "--server=" + before.url("https")))
                    .contains("Server Version");
            assertThat(before.connections()).isPositive();
        }
    }

    private HttpResponse<String> get() throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(proxy.url("http").resolve("/a")).build(), BodyHandlers.ofString());
    }

    private Socket connect() throws IOException {
        URI address = proxy.url("http");
        return new Socket(address.getHost(), address.getPort());
    }

    private static void ask(Socket socket) throws IOException {
        socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
    }
}
