package tako.platform.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.platform.database.Database;

/** Renews the leases of what this node owns, and stops its runs when that was impossible for too long. */
final class Heartbeat {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final Database database;
    private final TaskStore.Leases leases;
    private final OwnedTasks owned;
    private final TaskClock clock;
    private final TaskTimings timings;
    private long tried;
    private volatile long renewed;
    private volatile boolean failing;

    Heartbeat(Database database, TaskStore.Leases leases, OwnedTasks owned, TaskClock clock, TaskTimings timings) {
        this.database = database;
        this.leases = leases;
        this.owned = owned;
        this.clock = clock;
        this.timings = timings;
        this.tried = clock.now();
        this.renewed = tried;
    }

    /** Beats if it is time. */
    void beatIfDue() {
        long now = clock.now();
        if (TaskClock.passed(tried, now, timings.beat())) {
            tried = now;
            beat(now);
        }
    }

    private void beat(long now) {
        List<OwnedTask> all = owned.all();
        try {
            if (!all.isEmpty()) {
                List<Fence> fences =
                        all.stream().map(one -> Fence.of(one.task())).toList();
                lost(database.write(tx -> leases.beat(tx, fences)));
            }
            renewed = now;
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("The leases of {} running tasks could not be renewed; trying again", all.size(), e);
            }
            failing = true;
        }
    }

    private void lost(List<Fence> lost) {
        lost.forEach(fence -> owned.find(fence.id(), fence.epoch()).ifPresent(one -> one.stop(OwnedTask.Stop.LOST)));
    }

    /**
     * Stops the runs whose lease was not renewed for too long, before another node may take them over. Needs no database, so
     * that a hanging one cannot keep it from doing so.
     */
    void guard() {
        long now = clock.now();
        List<OwnedTask> stale = new ArrayList<>();
        for (OwnedTask one : owned.all()) {
            long lease = Math.max(one.claimedAt() - now, renewed - now) + now;
            if (TaskClock.passed(lease, now, timings.stopAfter()) && !one.stopRequested()) {
                stale.add(one);
            }
        }
        stale.forEach(one -> one.stop(OwnedTask.Stop.GIVE_BACK));
        if (!stale.isEmpty()) {
            Duration since = Duration.ofNanos(now - renewed);
            LOG.warn("Stopped {} tasks: their lease could not be renewed for {} s", stale.size(), since.toSeconds());
        }
    }
}
