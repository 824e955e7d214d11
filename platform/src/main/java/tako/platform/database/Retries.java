package tako.platform.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Runs a transaction until it loses no race, with growing, random pauses, so that those who lost to each other do not meet again.
 *
 * @param limit no attempt starts later than this after the first
 */
record Retries(Duration limit, RandomGenerator random) {
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int DOUBLINGS = 6;

    /** One attempt. */
    interface Attempt<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    /** @throws DatabaseUnavailable when the attempts went on losing until the limit */
    <T extends @Nullable Object> T run(Attempt<T> attempt) throws SQLException {
        long start = System.nanoTime();
        for (int lost = 0; ; lost++) {
            try {
                return attempt.run();
            } catch (LostRace e) {
                if (System.nanoTime() - start > limit.toNanos()) {
                    throw new DatabaseUnavailable(
                            "Too many changes to the same data at the same time; try again in a minute.", e);
                }
                LockSupport.parkNanos(random.nextLong(FIRST_PAUSE << Math.min(lost, DOUBLINGS)));
            }
        }
    }
}
