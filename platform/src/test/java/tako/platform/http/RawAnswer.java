package tako.platform.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** The answer to a request written to a socket byte by byte, for what no client library would send. */
record RawAnswer(String text) {
    /** Sends a request line, perhaps with more headers, as the administrator; the connection closes after the answer. */
    static RawAnswer of(TestHttpServer server, String head) throws IOException {
        return exchange(
                server,
                head + "\r\nHost: localhost\r\nX-Octopus-ApiKey: " + TestHttpServer.ADMIN_KEY
                        + "\r\nConnection: close\r\n\r\n");
    }

    /** Sends bytes as they are and reads until the server closes. */
    static RawAnswer exchange(TestHttpServer server, String request) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.server().port())) {
            socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new RawAnswer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    int status() {
        return Integer.parseInt(text.split(" ", 3)[1]);
    }

    String header(String name) {
        return text.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    String body() {
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? "" : text.substring(end + 4);
    }

    String errorMessage() {
        return TestHttpServer.MAPPER.readTree(body()).get("ErrorMessage").asString();
    }
}
