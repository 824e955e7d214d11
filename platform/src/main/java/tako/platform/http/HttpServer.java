package tako.platform.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import tools.jackson.databind.json.JsonMapper;

/**
 * The HTTP server: Jetty's core handlers below, the {@link Gate} above. Requests run on virtual threads. Stopping ends the
 * event streams first, then waits for the requests under way, within the bound of the settings.
 */
public final class HttpServer implements AutoCloseable {
    private static final int PLATFORM_THREADS = 16;
    private static final int SMALLEST_COMPRESSED = 1024;
    private static final int HEADER_BYTES = 16 * 1024;

    private final HttpSettings settings;
    private final EventStreams streams;
    private final Server server;
    private final ServerConnector connector;

    /**
     * What the server takes from outside itself.
     *
     * @param random makes the ids of errors unlike those of other runs
     * @param keys remembers requests with an {@code Idempotency-Key}; without it the header is ignored
     */
    public record Surroundings(
            JsonMapper mapper,
            InstantSource clock,
            RandomGenerator random,
            RequestObserver observer,
            Optional<IdempotencyKeys> keys) {
        /** Surroundings in which the header {@code Idempotency-Key} is ignored. */
        public Surroundings(JsonMapper mapper, InstantSource clock, RandomGenerator random, RequestObserver observer) {
            this(mapper, clock, random, observer, Optional.empty());
        }
    }

    /** A server that does not listen yet. */
    public HttpServer(HttpSettings settings, RouteTable table, Admission admission, Surroundings around) {
        this.settings = settings;
        this.streams = new EventStreams(settings.timings().heartbeat());
        this.server = new Server(threads());
        this.connector = connector();
        var headers = new StandardHeaders(settings.version());
        var errors = new ErrorAnswers(around.random());
        var writer = new AnswerWriter(around.mapper(), streams);
        var bounds = new Gate.Bounds(
                new RateLimit(settings.limits().requestsPerMinute(), around.clock()),
                new Permits(settings.limits().permits(), settings.timings().permit()),
                new BodyReader(settings, around.mapper()));
        var gate = new Gate(
                table, admission, bounds, new Gate.Answers(writer, new OnceOnly(around.keys(), around.mapper())));
        var handler = new RequestHandler(gate, headers, errors, writer, around.observer());
        server.addConnector(connector);
        server.setErrorHandler(new JsonErrorHandler(headers, errors, writer));
        server.setHandler(new GracefulHandler(compressed(handler)));
        server.setStopTimeout(settings.timings().stop().toMillis());
    }

    /**
     * Listens and answers from now on.
     *
     * @throws CannotListen when the port is taken, or the address is not this machine's
     */
    public void start() {
        try {
            connector.open();
        } catch (Exception refused) {
            throw CannotListen.at(address(), refused);
        }
        try {
            server.start();
        } catch (Exception failed) {
            throw new IllegalStateException("The HTTP server did not start.", failed);
        }
    }

    /** The port it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Where it can be reached from this machine. */
    public URI uri() {
        InetAddress bound = address().getAddress();
        String host = bound.isAnyLocalAddress() ? "127.0.0.1" : bound.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    /** How many event streams are open. */
    public int openStreams() {
        return streams.count();
    }

    /** Ends all event streams, refuses new requests, waits for those under way, and stops listening. */
    @Override
    public void close() {
        streams.drain();
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("The HTTP server did not stop cleanly.", failed);
        }
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(
                settings.listen().address(), settings.listen().port());
    }

    private static QueuedThreadPool threads() {
        var pool = new QueuedThreadPool(PLATFORM_THREADS);
        pool.setName("http");
        pool.setVirtualThreadsExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("request-", 0).factory()));
        return pool;
    }

    private ServerConnector connector() {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setUriCompliance(UriCompliance.UNSAFE); // RequestPath judges, by rules of its own
        if (settings.listen().behindProxy()) {
            http.addCustomizer(new ForwardedRequestCustomizer());
        }
        var made = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        made.setHost(settings.listen().address());
        made.setPort(settings.listen().port());
        made.setIdleTimeout(settings.timings().idle().toMillis());
        return made;
    }

    private static Handler compressed(Handler handler) {
        var gzip = new GzipCompression();
        gzip.setMinCompressSize(SMALLEST_COMPRESSED);
        var compression = new CompressionHandler(handler);
        compression.putCompression(gzip);
        return compression;
    }
}
