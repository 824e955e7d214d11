package tako.platform.http;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bounds how many requests compute at once; the others wait in turn for a bounded time. */
final class Permits {
    private final Semaphore free;
    private final Duration patience;

    Permits(int count, Duration patience) {
        this.free = new Semaphore(count, true);
        this.patience = patience;
    }

    /** {@link #with} for work without a result. */
    void run(Runnable work) throws InterruptedException {
        acquire();
        try {
            work.run();
        } finally {
            free.release();
        }
    }

    /** @throws Problem 503 when no permit becomes free in time */
    <T> T with(Callable<T> work) throws Exception {
        acquire();
        try {
            return work.call();
        } finally {
            free.release();
        }
    }

    private void acquire() throws InterruptedException {
        if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw Problem.of(503, "The server has more requests than it can answer. Try again in a few seconds.")
                    .withHeader("Retry-After", "5");
        }
    }
}
