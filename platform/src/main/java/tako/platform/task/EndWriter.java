package tako.platform.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.platform.database.Database;
import tako.platform.database.DatabaseUnavailable;
import tako.platform.task.TaskEnds.Ending;

/**
 * Writes the ends of this node's runs, many in one transaction, each until it is written: a database outage delays it, and
 * the lease is renewed meanwhile. An end whose listener fails three times ends as Failed without it, and says so.
 */
final class EndWriter {
    private static final Logger LOG = LoggerFactory.getLogger(EndWriter.class);
    private static final int MOST_TOGETHER = 500;
    private static final int LISTENER_TRIES = 3;

    private record Ended(OwnedTask owned, RunEnd end) {
        Ending ending() {
            return new Ending(owned.task().id(), owned.task().epoch(), end);
        }
    }

    private final Database database;
    private final TaskEnds ends;
    private final OwnedTasks owned;
    private final BlockingQueue<Ended> queue = new LinkedBlockingQueue<>();
    private final List<Ended> pending = new ArrayList<>();
    private final Map<OwnedTask, Integer> failures = new HashMap<>();
    private boolean outage;

    EndWriter(Database database, TaskEnds ends, OwnedTasks owned) {
        this.database = database;
        this.ends = ends;
        this.owned = owned;
    }

    void submit(OwnedTask task, RunEnd end) {
        queue.add(new Ended(task, end));
    }

    /** Waits until there is an end to write, for a while. */
    void await(Duration longest) throws InterruptedException {
        Optional.ofNullable(queue.poll(longest.toNanos(), TimeUnit.NANOSECONDS)).ifPresent(this::keep);
    }

    private synchronized void keep(Ended ended) {
        pending.add(ended);
    }

    /**
     * Writes all ends there are.
     *
     * @return false if some could not be written and have to be tried again later
     */
    synchronized boolean flush() {
        queue.drainTo(pending);
        while (!pending.isEmpty()) {
            List<Ended> batch = pending.subList(0, Math.min(MOST_TOGETHER, pending.size()));
            List<Ended> left = write(List.copyOf(batch));
            batch.clear();
            pending.addAll(left);
            if (!left.isEmpty()) {
                return false;
            }
            queue.drainTo(pending);
        }
        return true;
    }

    /** Answers those that have to be tried again. */
    private List<Ended> write(List<Ended> batch) {
        try {
            written(batch, ends);
            return List.of();
        } catch (DatabaseUnavailable e) {
            return notNow(batch, e);
        } catch (RuntimeException | Error e) {
            return batch.stream().filter(ended -> !alone(ended)).toList();
        }
    }

    private void written(List<Ended> batch, TaskEnds how) {
        List<Ending> endings = batch.stream().map(Ended::ending).toList();
        Set<String> lost = database.write(tx -> how.end(tx, endings));
        batch.forEach(ended -> owned.remove(ended.owned()));
        lost.forEach(id -> LOG.info("Task {} had ended or was taken over before this run of it ended", id));
        if (outage) {
            LOG.info("The database answers again; the ends of tasks that waited for it are written");
            outage = false;
        }
    }

    private List<Ended> notNow(List<Ended> batch, DatabaseUnavailable e) {
        if (!outage) {
            LOG.warn("The ends of {} tasks wait for the database", batch.size(), e);
            outage = true;
        }
        return batch;
    }

    private boolean alone(Ended ended) {
        try {
            written(List.of(ended), ends);
            failures.remove(ended.owned());
            return true;
        } catch (DatabaseUnavailable e) {
            return notNow(List.of(ended), e).isEmpty();
        } catch (RuntimeException | Error e) {
            return refused(ended, e);
        }
    }

    private boolean refused(Ended ended, Throwable why) {
        String id = ended.owned().task().id();
        int times = failures.merge(ended.owned(), 1, Integer::sum);
        LOG.error("The end of task {} could not be recorded ({})", id, times, why);
        if (times < LISTENER_TRIES) {
            return false;
        }
        RunEnd failed = new RunEnd.Returned(
                new TaskResult.Failed("Its end could not be recorded; the server's log says why at task " + id + "."));
        try {
            written(List.of(new Ended(ended.owned(), failed)), ends.silent());
            failures.remove(ended.owned());
            return true;
        } catch (RuntimeException | Error e) {
            LOG.error("Task {} cannot end yet", id, e);
            return false;
        }
    }
}
