package tako.testbed;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** How a {@link FaultyProxy} behaves. */
public sealed interface Fault {

    /** It passes everything on. */
    record None() implements Fault {}

    /** Nobody listens: new connections are refused. What is open stays, unless it is cut. */
    record Refuse() implements Fault {}

    /** It accepts connections, and neither says anything nor passes anything on, on open ones either, until that ends. */
    record Silence() implements Fault {}

    /**
     * It closes each connection after the upstream has said so much on it.
     *
     * @param bytes how much, from when the connection was made; TLS handshake included
     */
    record CloseAfter(long bytes) implements Fault {}

    /**
     * It passes on late what the upstream says.
     *
     * @param latency for each piece that was read, 16 KiB at most
     */
    record Slow(Duration latency) implements Fault {}

    /**
     * For plain HTTP alone: it answers the next requests itself, and is without fault afterwards.
     *
     * @param requests how many
     * @param status the status of the answer
     * @param headers headers of the answer
     */
    record Answer(int requests, int status, Map<String, String> headers) implements Fault {

        /** 429, with a {@code Retry-After} in seconds. */
        public static Answer tooManyRequests(int requests, int retryAfterSeconds) {
            return new Answer(requests, 429, Map.of("Retry-After", Integer.toString(retryAfterSeconds)));
        }

        /** A 5xx or any other status, without headers. */
        public static Answer status(int requests, int status) {
            return new Answer(requests, status, Map.of());
        }

        /** 307 to another address. */
        public static Answer redirect(int requests, URI target) {
            return new Answer(requests, 307, Map.of("Location", target.toString()));
        }
    }
}
