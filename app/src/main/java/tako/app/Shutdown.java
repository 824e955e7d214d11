package tako.app;

import java.util.concurrent.CountDownLatch;

/**
 * Turns SIGTERM and Ctrl-C into an orderly end: the hook wakes the command that waits, and holds the process until that command has
 * closed what it opened.
 */
final class Shutdown {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Listens for the signals from now on. */
    Shutdown() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::hold, "shutdown"));
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

    private void hold() {
        asked.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
