package tako.steps.kubernetes.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import tako.steps.kubernetes.cluster.ClusterFailure.Reason;

/**
 * Requests to one API server, by the Kubernetes client's transport. An interrupted thread gives up its request at once. Nothing is
 * retried here, no redirect is followed, and nothing of the server's own surroundings is read.
 */
final class Wire implements AutoCloseable {
    private final String url;
    private final Authorization authorization;
    private final ClusterBounds bounds;
    private final ClusterFailures failures;
    private final HttpClient http;

    Wire(ClusterAccess access, ClusterBounds bounds) {
        this(access, bounds, MountedFiles.ofPod());
    }

    /** @param files those that the access may name */
    Wire(ClusterAccess access, ClusterBounds bounds, MountedFiles files) {
        this.url = access.url().replaceAll("/+$", "");
        this.authorization = new Authorization(access.identity(), files);
        this.bounds = bounds;
        this.failures = new ClusterFailures(url, bounds);
        this.http = client(access, bounds, files);
    }

    private static HttpClient client(ClusterAccess access, ClusterBounds bounds, MountedFiles files) {
        Config config = Config.empty();
        config.setMasterUrl(access.url());
        config.setConnectionTimeout((int) bounds.connect().toMillis());
        config.setRequestRetryBackoffLimit(0);
        config.setUserAgent(Cluster.MANAGER);
        // With HTTP/1.1 a dead connection takes only its own request with it.
        config.setHttp2Disable(true);
        return new NotRedirected()
                .newBuilder(config)
                .sslContext(Tls.keys(access.identity()), Tls.trusted(access.trust(), files))
                .build();
    }

    /** A redirect would carry credentials to wherever it points. */
    private static final class NotRedirected extends JdkHttpClientFactory {
        @Override
        protected void additionalConfig(java.net.http.HttpClient.Builder builder) {
            builder.followRedirects(Redirect.NEVER);
        }
    }

    /** The body of a successful answer. Throws {@link ClusterException} for all others. */
    String exchange(Call call) throws InterruptedException {
        var body = new BodyText();
        long end = System.nanoTime() + bounds.request().toNanos();
        CompletableFuture<HttpResponse<AsyncBody>> answer = http.consumeBytes(request(call), body);
        try {
            var response = answer.get(bounds.request().toMillis(), TimeUnit.MILLISECONDS);
            response.body().consume();
            response.body().done().get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            return text(response, body, call);
        } catch (ExecutionException e) {
            throw failures.of(e, call);
        } catch (TimeoutException e) {
            give(answer);
            throw failures.of(e, call);
        } catch (InterruptedException e) {
            give(answer);
            throw e;
        }
    }

    private String text(HttpResponse<AsyncBody> response, BodyText body, Call call) {
        if (body.isTooLong()) {
            throw new ClusterException(new ClusterFailure(
                    Reason.OTHER,
                    "The cluster's answer to the request to " + call.purpose() + " is longer than "
                            + BodyText.LONGEST / (1024 * 1024) + " MB and was not read."));
        }
        if (response.isSuccessful()) {
            return body.text();
        }
        throw failures.of(StatusAnswer.of(response.code(), body.text(), retryAfter(response)), call);
    }

    /** Opens a stream of lines, whose fate {@code signals} hears from other threads. */
    WatchStream stream(Call call, Consumer<WatchSignal> signals) {
        var stream = new WatchStream(signals, failures, call);
        return stream.listen(http.consumeBytes(request(call), stream)
                .orTimeout(bounds.request().toMillis(), TimeUnit.MILLISECONDS));
    }

    static int retryAfter(HttpResponse<?> response) {
        return Optional.ofNullable(response.header("Retry-After"))
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private HttpRequest request(Call call) {
        var request =
                http.newHttpRequestBuilder().uri(URI.create(url + call.path())).setHeader("Accept", call.accept());
        authorization.header().ifPresent(value -> request.setHeader("Authorization", value));
        call.body()
                .ifPresentOrElse(
                        body -> request.method(call.method(), body.type(), body.text()),
                        () -> request.method(call.method(), Call.JSON, ""));
        return request.forStreaming().build();
    }

    private static void give(CompletableFuture<HttpResponse<AsyncBody>> answer) {
        var _ = answer.thenAccept(response -> response.body().cancel());
        answer.cancel(true);
    }

    @Override
    public void close() {
        http.close();
    }

    /** A body's text so far, up to a bound. */
    private static final class BodyText implements AsyncBody.Consumer<List<ByteBuffer>> {
        static final int LONGEST = 64 * 1024 * 1024;

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean tooLong;

        @Override
        public synchronized void consume(List<ByteBuffer> pieces, AsyncBody body) {
            for (var piece : pieces) {
                var part = new byte[piece.remaining()];
                piece.get(part);
                tooLong |= bytes.size() + part.length > LONGEST;
                if (!tooLong) {
                    bytes.writeBytes(part);
                }
            }
            body.consume();
        }

        synchronized String text() {
            return bytes.toString(UTF_8);
        }

        synchronized boolean isTooLong() {
            return tooLong;
        }
    }
}
