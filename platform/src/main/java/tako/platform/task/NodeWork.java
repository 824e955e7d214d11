package tako.platform.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tako.platform.database.Database;
import tako.platform.database.Dialect;

/** All that a node does, one call for each of its duties; whoever calls brings the thread and the rhythm. */
final class NodeWork {
    private final Database database;
    private final TaskEnds ends;
    private final OwnedTasks owned = new OwnedTasks();
    private final EndWriter endWriter;
    private final Heartbeat heartbeat;
    private final TaskWatch watch;
    private final DueTasks due;
    private final List<TaskDispatch> dispatches;

    /**
     * What a node works with.
     *
     * @param slotFree rung when a run's end leaves room for another claim
     */
    record Means(
            Database database,
            TaskQueue queue,
            TaskNodeSettings settings,
            TaskClock clock,
            RunStarter runs,
            Bell slotFree) {}

    NodeWork(Means means, Collection<TaskHandler> handlers) {
        TaskQueue queue = means.queue();
        TaskClock clock = means.clock();
        TaskTimings timings = means.settings().timings();
        this.database = means.database();
        this.ends = queue.ends();
        this.endWriter = new EndWriter(database, ends, owned);
        this.heartbeat = new Heartbeat(database, queue.store().leases(), owned, clock, timings);
        this.watch = new TaskWatch(database, queue, owned, clock, timings);
        this.due = new DueTasks(database, queue, clock.wall());
        this.dispatches = dispatches(means, handlers);
    }

    private List<TaskDispatch> dispatches(Means means, Collection<TaskHandler> handlers) {
        List<TaskDispatch> made = new ArrayList<>();
        for (TaskHandler.Slot slot : TaskHandler.Slot.values()) {
            List<TaskHandler> those =
                    handlers.stream().filter(handler -> handler.slot() == slot).toList();
            if (!those.isEmpty() && means.settings().slots(slot) > 0) {
                made.add(new TaskDispatch(means, slot, those, owned, endWriter));
            }
        }
        return List.copyOf(made);
    }

    /** Resumes at once what was interrupted, where nobody else can run it. */
    void resumeOwn() {
        if (database.dialect() == Dialect.SQLITE) {
            database.change(ends::resume);
        }
    }

    /** Renews the leases if it is time. */
    void beat() {
        heartbeat.beatIfDue();
    }

    /** Stops runs whose lease was not renewed for too long. Needs no database. */
    void guard() {
        heartbeat.guard();
    }

    /** Looks at what runs anywhere, and at what is due. */
    void look() {
        watch.look();
        due.look();
    }

    /**
     * Claims what there is room for, and starts what has a slot.
     *
     * @return whether another claim may find more at once
     */
    boolean claim() {
        boolean more = false;
        for (TaskDispatch dispatch : dispatches) {
            more |= dispatch.claim();
        }
        return more;
    }

    /**
     * Writes all ends there are.
     *
     * @return false if some could not be written and have to be tried again later
     */
    boolean writeEnds() {
        return endWriter.flush();
    }

    /** Waits until there is an end to write, for a while. */
    void awaitEnd(Duration longest) throws InterruptedException {
        endWriter.await(longest);
    }

    /** Gives back all that has not started. */
    void giveBackWaiting() {
        dispatches.forEach(TaskDispatch::giveBackWaiting);
    }

    /** Tells all runs to stop, so that their tasks go on elsewhere. */
    void giveBackRunning() {
        owned.all().forEach(one -> one.stop(OwnedTask.Stop.GIVE_BACK));
    }

    /** What it has claimed and not yet written the end of. */
    OwnedTasks owned() {
        return owned;
    }
}
