package tako.platform.database;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One caller's work, waiting for a thread of the database, and the outcome that the caller gets back.
 *
 * <p>Either a worker takes it or the caller gives up waiting, never both; once taken, the caller waits for the outcome whatever happens.
 */
final class Request<V, T extends @Nullable Object> {
    private final Object origin;
    private final Function<? super V, ? extends T> body;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    /** @param origin what the caller handed in; its class names who that is */
    Request(Object origin, Function<? super V, ? extends T> body) {
        this.origin = origin;
        this.body = body;
    }

    /** Whether the work is the asking thread's to do. */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    /** The class whose method made the body. */
    String origin() {
        Object body = origin instanceof WithoutResult wrapped ? wrapped.change() : origin;
        String name = body.getClass().getName();
        int lambda = name.indexOf("$$");
        return lambda < 0 ? name : name.substring(0, lambda);
    }

    T run(V view) {
        return body.apply(view);
    }

    void complete(T value) {
        outcome.complete(value);
    }

    void fail(Throwable failure) {
        outcome.completeExceptionally(failure);
    }

    /** Waits, uninterruptibly, for the outcome; for a worker to take the work no longer than a turn. */
    T await(Duration turn) {
        boolean interrupted = false;
        long deadline = System.nanoTime() + turn.toNanos();
        try {
            while (true) {
                try {
                    return waitUntil(deadline);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private T waitUntil(long deadline) throws InterruptedException {
        try {
            return outcome.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            if (take()) {
                throw new DatabaseUnavailable(
                        "The database is busy and did not get to this request; try again in a minute.", e);
            }
            return outcomeOfTaken();
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
    }

    private T outcomeOfTaken() throws InterruptedException {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
    }

    private static RuntimeException rethrown(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(e);
        };
    }
}
