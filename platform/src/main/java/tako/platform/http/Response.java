package tako.platform.http;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a route answers. */
public sealed interface Response {
    /** A value as JSON. */
    record Json(int status, Object body, List<Header> headers) implements Response {}

    /** Text of a media type. */
    record Text(int status, String mediaType, String text, List<Header> headers) implements Response {}

    /** Bytes of a media type; the gate closes the stream. */
    record Bytes(String mediaType, long length, InputStream content, List<Header> headers) implements Response {}

    /** Nothing: 200 with {@code Content-Length: 0}, or a redirect with a Location header. */
    record Empty(int status, List<Header> headers) implements Response {}

    /** An event stream: it holds no request permit, has a heartbeat, and is closed first when the server drains. */
    record Events(Consumer<EventSink> source) implements Response {}

    /** A response header. */
    record Header(String name, String value) {}

    /** 200 with a JSON body. */
    static Response ok(Object body) {
        return new Json(200, body, List.of());
    }

    /** 201 with a JSON body. */
    static Response created(Object body) {
        return new Json(201, body, List.of());
    }

    /** 200 without a body. */
    static Response empty() {
        return new Empty(200, List.of());
    }

    /** 200 with an empty JSON object. */
    static Response emptyObject() {
        return ok(Map.of());
    }

    /** Where the source of an event stream writes. */
    interface EventSink {
        /** Sends one event; returns false once the client is gone or the server drains, after which the source stops. */
        boolean send(String event, String id, String data);
    }
}
