package tako.steps.kubernetes.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** One open watch: lines of JSON become signals, the last of which is its end. After {@link #close} it signals nothing more. */
public final class WatchStream implements AsyncBody.Consumer<List<ByteBuffer>>, AutoCloseable {
    private static final int LONGEST_LINE = 16 * 1024 * 1024;

    private final Consumer<WatchSignal> signals;
    private final ClusterFailures failures;
    private final Call call;
    private final AtomicBoolean over = new AtomicBoolean();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private volatile int code;
    private volatile int retryAfter;
    private volatile @Nullable CompletableFuture<HttpResponse<AsyncBody>> answer;

    WatchStream(Consumer<WatchSignal> signals, ClusterFailures failures, Call call) {
        this.signals = signals;
        this.failures = failures;
        this.call = call;
    }

    WatchStream listen(CompletableFuture<HttpResponse<AsyncBody>> coming) {
        answer = coming;
        var _ = coming.whenComplete((response, thrown) -> {
            if (thrown != null) {
                end(new WatchSignal.Broken(failures.of(thrown, call)));
            } else {
                opened(response);
            }
        });
        return this;
    }

    private void opened(HttpResponse<AsyncBody> response) {
        code = response.code();
        retryAfter = Wire.retryAfter(response);
        if (response.isSuccessful()) {
            signal(new WatchSignal.Opened());
        }
        var _ = response.body().done().whenComplete((_, thrown) -> ended(response, thrown));
        response.body().consume();
    }

    private void ended(HttpResponse<AsyncBody> response, @Nullable Throwable thrown) {
        if (thrown != null) {
            end(new WatchSignal.Broken(failures.of(thrown, call)));
        } else if (response.isSuccessful()) {
            end(new WatchSignal.Ended());
        } else {
            end(new WatchSignal.Broken(failures.of(StatusAnswer.of(code, rest(), retryAfter), call)));
        }
    }

    @Override
    public void consume(List<ByteBuffer> pieces, AsyncBody body) {
        pieces.forEach(this::take);
        if (over.get()) {
            body.cancel();
        } else {
            body.consume();
        }
    }

    private synchronized void take(ByteBuffer piece) {
        while (piece.hasRemaining()) {
            byte next = piece.get();
            if (next == '\n' && code / 100 == 2) {
                line(rest());
            } else if (line.size() < LONGEST_LINE) {
                line.write(next);
            }
        }
    }

    private synchronized String rest() {
        var text = line.toString(UTF_8);
        line.reset();
        return text;
    }

    private void line(String text) {
        try {
            if (!text.isBlank() && ClusterJson.read(text) instanceof ObjectNode event) {
                event(event);
            }
        } catch (JacksonException e) {
            end(new WatchSignal.Broken(failures.of(e, call)));
        }
    }

    private void event(ObjectNode event) {
        if (!(event.path("object") instanceof ObjectNode object)) {
            return;
        }
        switch (event.path("type").asString("")) {
            case "ADDED", "MODIFIED" -> signal(new WatchSignal.Changed(object));
            case "DELETED" -> signal(new WatchSignal.Deleted(object));
            case "BOOKMARK" ->
                signal(new WatchSignal.Bookmark(
                        object.path("metadata").path("resourceVersion").asString("")));
            case "ERROR" -> {
                var status = new StatusAnswer(object.path("code").asInt(500), object, 0);
                end(new WatchSignal.Broken(failures.of(status, call)));
            }
            // Types that a later server may add say nothing that is needed here.
            default -> {}
        }
    }

    private void signal(WatchSignal signal) {
        if (!over.get()) {
            signals.accept(signal);
        }
    }

    private void end(WatchSignal last) {
        if (over.compareAndSet(false, true)) {
            signals.accept(last);
        }
    }

    @Override
    public void close() {
        over.set(true);
        var coming = answer;
        if (coming != null) {
            var _ = coming.thenAccept(response -> response.body().cancel());
            coming.cancel(true);
        }
    }
}
