package tako.platform.database;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Runs a transaction again, a bounded number of times with growing random pauses, when it met another one. */
final class Retries {
    private static final int MOST = 20;
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    <T> T run(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (!PostgresErrors.conflict(e) || attempt == MOST) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    private static void pause(int attempt) {
        long bound = Math.min(LONGEST_PAUSE_NANOS, TimeUnit.MILLISECONDS.toNanos(1L << Math.min(attempt, 10)));
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(bound) + 1);
    }
}
