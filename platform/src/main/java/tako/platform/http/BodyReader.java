package tako.platform.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import tako.platform.digest.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of a request within bounds of size and time. */
final class BodyReader {
    private static final int CHUNK = 16 * 1024;

    private final HttpSettings.Limits limits;
    private final Duration longest;
    private final JsonMapper mapper;
    private final BodyProblems problems;

    BodyReader(HttpSettings settings, JsonMapper mapper) {
        this.limits = settings.limits();
        this.longest = settings.timings().body();
        this.mapper = mapper;
        this.problems = new BodyProblems(mapper);
    }

    /** Words for what is wrong with bodies. */
    BodyProblems problems() {
        return problems;
    }

    /** @throws Problem 413 when the request announces more than any route takes */
    void checkAnnounced(Request request) {
        long most = Math.max(limits.jsonBytes(), limits.rawBytes());
        if (request.getLength() > most) {
            throw tooLarge(most);
        }
    }

    /**
     * A body.
     *
     * @param content as the route takes it, null when it takes none
     * @param digest of its bytes when the request asks to act only once; "" otherwise
     */
    record Body(@Nullable Object content, String digest) {}

    /**
     * The body as a route takes it.
     *
     * @throws Problem 400 when it is missing or malformed, 408 when it comes too slowly, 413 when it is too large
     */
    Body read(Route<?> route, Arrival arrival) {
        Request request = arrival.request();
        if (!route.hasBody()) {
            return new Body(null, "");
        }
        if (route.request() == InputStream.class) {
            return new Body(new BoundedStream(Request.asInputStream(request), limits.rawBytes()), "");
        }
        if (route.request() == byte[].class) {
            return new Body(bytes(request, limits.rawBytes()), "");
        }
        byte[] sent = bytes(request, limits.jsonBytes());
        String digest = OnceOnly.key(route, arrival)
                .map(key -> Sha256.hex(Sha256.of(sent)))
                .orElse("");
        return new Body(json(route, sent), digest);
    }

    private Object json(Route<?> route, byte[] body) {
        if (body.length == 0) {
            throw problems.missing(route);
        }
        try {
            Object value = mapper.readValue(body, route.request());
            if (value == null) {
                throw problems.missing(route);
            }
            return value;
        } catch (JacksonException unreadable) {
            throw problems.explain(unreadable, route);
        }
    }

    private byte[] bytes(Request request, long limit) {
        if (request.getLength() > limit) {
            throw tooLarge(limit);
        }
        long started = System.nanoTime();
        var body = new ByteArrayOutputStream(CHUNK);
        try (InputStream from = new BoundedStream(Request.asInputStream(request), limit)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
                body.write(chunk, 0, read);
                if (System.nanoTime() - started > longest.toNanos()) {
                    throw Problem.of(408, "The body took longer than " + longest.toSeconds() + " s to arrive.");
                }
            }
        } catch (IOException broken) {
            throw broken.getCause() instanceof TimeoutException
                    ? Problem.of(408, "The body stopped arriving.")
                    : Problem.of(400, "The body broke off before its end.");
        }
        return body.toByteArray();
    }

    static Problem tooLarge(long limit) {
        return Problem.of(413, "The body is larger than " + limit / 1024 + " KB, the most this address takes.")
                .withHeader("Connection", "close");
    }
}
