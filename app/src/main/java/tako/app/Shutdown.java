package tako.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns SIGTERM and Ctrl-C into an orderly end: the hook wakes the command that waits, and holds the process until that command has
 * closed what it opened, but not for ever.
 */
final class Shutdown {
    /** Longer than a server that can close needs. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Duration patience;

    /** Listens for the signals from now on. */
    Shutdown() {
        this(PATIENCE);
        Runtime.getRuntime().addShutdownHook(new Thread(this::hold, "shutdown"));
    }

    /** @param patience how long the process is held at most */
    Shutdown(Duration patience) {
        this.patience = patience;
    }

    /** Waits until a signal asks to stop. */
    void await() throws InterruptedException {
        asked.await();
    }

    /** Counted down when a signal asks to stop. */
    CountDownLatch signal() {
        return asked;
    }

    /** Lets the process end. */
    void done() {
        closed.countDown();
    }

    /** What the hook does; whether everything was closed in time. */
    boolean hold() {
        asked.countDown();
        try {
            return closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
