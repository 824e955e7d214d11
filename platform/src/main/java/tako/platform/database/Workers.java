package tako.platform.database;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few platform threads that do what callers wait for. A native or socket call made on a virtual thread would hold its carrier
 * or be cut off by an interrupt; here it does neither.
 */
final class Workers {
    private static final int IDLE_SECONDS = 60;

    private final ThreadPoolExecutor threads;

    Workers(Database owner, String name, int count) {
        AtomicInteger started = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                count,
                count,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> new DatabaseThread(owner, name + "-" + started.incrementAndGet(), work));
        threads.allowCoreThreadTimeOut(true);
    }

    /** Lets a thread run the work when its turn comes, unless the caller has given up by then. */
    void submit(Request<?, ?> request, Runnable work) {
        try {
            threads.execute(() -> {
                if (request.take()) {
                    work.run();
                }
            });
        } catch (RejectedExecutionException e) {
            request.fail(new DatabaseUnavailable(
                    "The database is closed because the server is stopping; try again when it is back.", e));
        }
    }

    /** Finishes what was submitted and ends the threads. */
    void close() {
        threads.close();
    }
}
