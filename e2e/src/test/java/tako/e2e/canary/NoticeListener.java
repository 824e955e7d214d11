package tako.e2e.canary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Hears the notices of a space until it is closed. */
final class NoticeListener implements AutoCloseable {
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Thread thread;

    NoticeListener(URI server, String key) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/Spaces-1/portal/stream"))
                .header("X-Octopus-ApiKey", key)
                .build();
        thread = Thread.ofVirtual().start(() -> listen(request));
    }

    private void listen(HttpRequest request) {
        try (InputStream stream =
                client.send(request, BodyHandlers.ofInputStream()).body()) {
            byte[] buffer = new byte[8_192];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                heard.add(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    String heard() {
        return String.join("", heard);
    }

    @Override
    public void close() {
        thread.interrupt();
        client.shutdownNow();
    }
}
