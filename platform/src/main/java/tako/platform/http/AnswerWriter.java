package tako.platform.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.json.JsonMapper;

/** Sends answers. */
final class AnswerWriter {
    private static final String JSON = "application/json; charset=utf-8";
    private static final int CHUNK = 32 * 1024;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final JsonMapper mapper;
    private final EventStreams streams;

    AnswerWriter(JsonMapper mapper, EventStreams streams) {
        this.mapper = mapper;
        this.streams = streams;
    }

    /** An answer of which nothing can fail any more but the connection. */
    @FunctionalInterface
    interface Ready {
        void send(Request request, org.eclipse.jetty.server.Response response, Callback callback);
    }

    /** Does what can fail: turns values into bytes. */
    Ready prepare(Response answer) {
        return switch (answer) {
            case Response.Json json ->
                whole(json.status(), JSON, mapper.writeValueAsBytes(json.body()), json.headers());
            case Response.Text text ->
                whole(
                        text.status(),
                        text.mediaType() + "; charset=utf-8",
                        text.text().getBytes(StandardCharsets.UTF_8),
                        text.headers());
            case Response.Empty empty -> (request, response, callback) -> sendEmpty(empty, request, response, callback);
            case Response.Bytes bytes ->
                (request, response, callback) -> sendStream(bytes, request, response, callback);
            case Response.Events events -> (request, response, callback) -> streams.open(events, response, callback);
        };
    }

    private static Ready whole(int status, String mediaType, byte[] content, List<Response.Header> headers) {
        return (request, response, callback) -> {
            head(status, headers, request, response);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, mediaType);
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.length);
            response.write(true, ByteBuffer.wrap(content), callback);
        };
    }

    private static void sendEmpty(
            Response.Empty empty, Request request, org.eclipse.jetty.server.Response response, Callback callback) {
        head(empty.status(), empty.headers(), request, response);
        if (empty.status() != NO_CONTENT && empty.status() != NOT_MODIFIED) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
        }
        response.write(true, BufferUtil.EMPTY_BUFFER, callback);
    }

    private static void sendStream(
            Response.Bytes bytes, Request request, org.eclipse.jetty.server.Response response, Callback callback) {
        head(200, bytes.headers(), request, response);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, bytes.mediaType());
        if (bytes.length() >= 0) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length());
        }
        try (InputStream content = bytes.content()) {
            byte[] chunk = new byte[CHUNK];
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                Content.Sink.write(response, false, ByteBuffer.wrap(chunk, 0, read));
            }
            response.write(true, BufferUtil.EMPTY_BUFFER, callback);
        } catch (IOException broken) {
            callback.failed(broken);
        }
    }

    private static void head(
            int status, List<Response.Header> headers, Request request, org.eclipse.jetty.server.Response response) {
        response.setStatus(status);
        HttpFields.Mutable fields = response.getHeaders();
        // Whoever was answered before the whole body came must not send the next request behind that body.
        if (!request.consumeAvailable()) {
            fields.put(HttpHeader.CONNECTION, "close");
        }
        for (Response.Header header : headers) {
            if (header.name().equalsIgnoreCase("Set-Cookie")) {
                fields.add("Set-Cookie", header.value() + (request.isSecure() ? "; Secure" : ""));
            } else {
                fields.put(header.name(), header.value());
            }
        }
    }

    /** The status an answer has. */
    static int status(Response answer) {
        return switch (answer) {
            case Response.Json json -> json.status();
            case Response.Text text -> text.status();
            case Response.Empty empty -> empty.status();
            case Response.Bytes ignored -> 200;
            case Response.Events ignored -> 200;
        };
    }
}
