package tako.platform.log;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The platform threads that make logs durable: a virtual thread would hold its carrier for as long as the disk takes. Several, because
 * file systems flush files that are waiting at the same time together.
 */
final class CommitThreads implements AutoCloseable {
    /** How long lines wait for company when nobody waits for them. */
    static final Duration MOMENT = Duration.ofMillis(50);

    private static final int COUNT = 4;
    private final ScheduledThreadPoolExecutor threads;

    CommitThreads() {
        threads = new ScheduledThreadPoolExecutor(
                COUNT, Thread.ofPlatform().daemon().name("log-writer-", 1).factory());
        threads.setRemoveOnCancelPolicy(true);
    }

    /** @throws LogUnavailable when the store is closed */
    void now(Runnable commit) {
        submit(commit, Duration.ZERO);
    }

    /** @throws LogUnavailable when the store is closed */
    void soon(Runnable commit) {
        submit(commit, MOMENT);
    }

    private void submit(Runnable commit, Duration delay) {
        try {
            var _ = threads.schedule(commit, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            throw new LogUnavailable("Logs are closed because the server is stopping; try again when it is back.", e);
        }
    }

    /** Finishes what runs. */
    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = false;
        while (true) {
            try {
                if (threads.awaitTermination(1, TimeUnit.MINUTES)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
