package tako.bench.harness;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what cannot signal. */
public final class Waiting {
    private Waiting() {}

    /** Something that may hold or not. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    /**
     * Looks again and again until it holds.
     *
     * @param what it is, for the message
     * @throws Incorrect when it still does not hold after so long
     */
    public static void until(String what, Duration pause, Duration longest, Condition condition) throws Exception {
        long start = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - start > longest.toNanos()) {
                throw new Incorrect("Waited " + longest.toSeconds() + " s in vain until " + what);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }
}
