package tako.app.testdrive;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Whoever started the test drive.
 *
 * @param out takes each line for people
 * @param stop counted down when nobody watches any more
 */
public record Watcher(Consumer<String> out, CountDownLatch stop) {
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Shows a line. */
    public void say(String line) {
        out.accept(line);
    }

    /**
     * Waits until something is so, or the bound is over; whether it is so.
     *
     * @throws InterruptedException when nobody watches any more
     */
    public boolean await(Duration bound, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            if (stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new InterruptedException("Nobody watches any more");
            }
        }
        return true;
    }
}
