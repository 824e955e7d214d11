package tako.platform.http;

import java.time.Duration;

/**
 * How the server listens and what it bears.
 *
 * @param version the program's version, shown in the header {@code X-Tako-Version}
 */
public record HttpSettings(Listen listen, Limits limits, Timings timings, String version) {
    /**
     * Where to listen.
     *
     * @param address a local address, {@code 127.0.0.1}, or {@code 0.0.0.0} for all
     * @param port 0 for any free one
     * @param behindProxy whether {@code X-Forwarded-For} and {@code Forwarded} tell the client; only true when nobody can
     *     reach the server but through a proxy that sets them
     */
    public record Listen(String address, int port, boolean behindProxy) {}

    /**
     * What one client or all together may ask for.
     *
     * @param jsonBytes the largest JSON body
     * @param rawBytes the largest body of any other kind
     * @param permits how many requests compute at the same time; reading bodies and sending answers do not count
     * @param requestsPerMinute of one address, 0 for no limit; official clients do not retry when refused
     */
    public record Limits(int jsonBytes, long rawBytes, int permits, int requestsPerMinute) {
        /** 20 MB of JSON, 2 GB of anything else, 100 requests at once, no rate limit. */
        public static final Limits DEFAULT = new Limits(20 * 1024 * 1024, 2L * 1024 * 1024 * 1024, 100, 0);
    }

    /**
     * How long things may take.
     *
     * @param idle a connection without any byte
     * @param body a JSON body from its first byte to its last
     * @param permit a request that waits because too many others compute
     * @param heartbeat between two signs of life on an event stream
     * @param stop requests under way when the server stops
     */
    public record Timings(Duration idle, Duration body, Duration permit, Duration heartbeat, Duration stop) {
        /** 30 s idle, 2 min for a body, 20 s for a permit, a heartbeat every 15 s, 20 s to stop. */
        public static final Timings DEFAULT = new Timings(
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofSeconds(20),
                Duration.ofSeconds(15),
                Duration.ofSeconds(20));
    }

    /** Default limits and timings. */
    public static HttpSettings of(String address, int port, String version) {
        return new HttpSettings(new Listen(address, port, false), Limits.DEFAULT, Timings.DEFAULT, version);
    }
}
