package tako.server.delivery.run;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import tako.platform.database.Database;
import tako.platform.database.DatabaseUnavailable;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.log.LogUnavailable;
import tako.platform.task.TaskRun;

/** Writes of a run under its task's fence, reads, and flushes of its log; all outlast a short outage of what they need, so that no step is lost by one. */
final class Checkpoints {
    private final TaskRun run;
    private final Database database;
    private final RunParts.Waits waits;

    Checkpoints(TaskRun run, Database database, RunParts.Waits waits) {
        this.run = run;
        this.database = database;
        this.waits = waits;
    }

    /**
     * A checkpoint. It may be repeated after it has committed: what it writes must say the same then.
     *
     * @throws tako.platform.task.TaskLost when the run has lost its task
     */
    <T> T write(Function<Tx, T> change) throws InterruptedException {
        return patiently(() -> run.write(change));
    }

    <T> T read(Function<View, T> query) throws InterruptedException {
        return patiently(() -> database.read(query));
    }

    /** Several reads, with what is worked out between them; begun again after an outage. */
    <T> T reads(Function<Database, T> queries) throws InterruptedException {
        return patiently(() -> queries.apply(database));
    }

    /** Makes what the log holds durable. */
    void flush(RunLog log) throws InterruptedException {
        patiently(() -> {
            log.flush();
            return true;
        });
    }

    private <T> T patiently(Supplier<T> attempt) throws InterruptedException {
        for (int left = waits.outages(); ; left--) {
            try {
                return attempt.get();
            } catch (DatabaseUnavailable | LogUnavailable e) {
                if (left <= 0) {
                    throw e;
                }
                pause(waits.outage());
            }
        }
    }

    private static void pause(Duration duration) throws InterruptedException {
        boolean never = new Semaphore(0).tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS);
        if (never) {
            throw new IllegalStateException("Nobody gives this permit");
        }
    }
}
