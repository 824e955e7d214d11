package tako.server.library.feed.registry;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/** Sends one request and reads its answer, both within bounds. It follows no redirects, knows no credentials and repeats nothing. */
final class Transport implements AutoCloseable {
    private static final String ACCEPT = "application/json";

    private final HttpClient http;
    private final RegistryLimits limits;

    /** @param trust whom to believe; empty for those whom the Java runtime believes */
    Transport(RegistryLimits limits, Optional<SSLContext> trust) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect());
        trust.ifPresent(builder::sslContext);
        this.http = builder.build();
        this.limits = limits;
    }

    /** What came of a request. */
    sealed interface Sent {
        /** An answer of any status. */
        record Answered(Answer answer) implements Sent {}

        /** None. */
        record Failed(RegistryTrouble trouble) implements Sent {}
    }

    /** @param authorization the header's value; empty for none */
    Sent get(URI uri, Optional<String> authorization, Deadline deadline) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", ACCEPT);
        authorization.ifPresent(value -> request.header("Authorization", value));
        Duration left = deadline.left();
        Duration wait = left.compareTo(limits.answer()) < 0 ? left : limits.answer();
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(
                request.build(),
                BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), limits.bodyBytes()));
        try {
            HttpResponse<String> got = answer.get(wait.toNanos(), TimeUnit.NANOSECONDS);
            return new Sent.Answered(new Answer(uri, got.statusCode(), got.headers(), got.body()));
        } catch (TimeoutException late) {
            Duration waited = wait.equals(left) ? deadline.total() : wait;
            return new Sent.Failed(new RegistryTrouble.TimedOut(waited));
        } catch (ExecutionException failed) {
            return new Sent.Failed(TransportTroubles.of(failed, limits));
        } catch (CancellationException ended) {
            return new Sent.Failed(new RegistryTrouble.HungUp());
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
