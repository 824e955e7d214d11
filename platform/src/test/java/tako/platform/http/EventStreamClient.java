package tako.platform.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a stream of server-sent events. */
public final class EventStreamClient implements AutoCloseable {
    private final HttpClient client;
    private final BufferedReader lines;

    private EventStreamClient(HttpClient client, BufferedReader lines) {
        this.client = client;
        this.lines = lines;
    }

    /** An event; absent fields are "". */
    public record Event(String event, String id, String data) {}

    /** Opens a stream as the administrator. */
    public static EventStreamClient open(TestHttpServer server, String path, String... headers) {
        HttpRequest.Builder request = server.asAdmin(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpClient client = HttpClient.newHttpClient();
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new AssertionError("The stream was refused with " + answer.statusCode());
            }
            return new EventStreamClient(
                    client, new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The next event; comments are left out. */
    public Event next() {
        var fields = new LinkedHashMap<String, String>();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !fields.isEmpty()) {
                    return event(fields);
                }
                int colon = line.indexOf(':');
                if (colon > 0) {
                    fields.merge(
                            line.substring(0, colon), line.substring(colon + 1).strip(), (a, b) -> a + "\n" + b);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        throw new AssertionError("The stream ended.");
    }

    /** Waits for the next comment, a sign of life. */
    public void comment() {
        try {
            String line = lines.readLine();
            while (line != null && !line.startsWith(":")) {
                line = lines.readLine();
            }
            if (line == null) {
                throw new AssertionError("The stream ended.");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether the stream ends before another event; waits for it. */
    public boolean ends() {
        try {
            String line = lines.readLine();
            while (line != null && (line.isEmpty() || line.startsWith(":"))) {
                line = lines.readLine();
            }
            return line == null;
        } catch (IOException broken) {
            return true;
        }
    }

    private static Event event(Map<String, String> fields) {
        return new Event(
                fields.getOrDefault("event", ""), fields.getOrDefault("id", ""), fields.getOrDefault("data", ""));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
