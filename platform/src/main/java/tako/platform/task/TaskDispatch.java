package tako.platform.task;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tako.platform.database.Database;
import tako.platform.task.TaskClaims.Claimed;

/** Claims tasks for the slots of one kind and runs them. */
final class TaskDispatch {
    private final Database database;
    private final TaskStore.Leases leases;
    private final TaskClock clock;
    private final TaskTimings timings;
    private final OwnedTasks owned;
    private final EndWriter ends;
    private final RunStarter runs;
    private final Bell slotFree;
    private final TaskClaims claims;
    private final Map<String, TaskHandler> handlers;
    private final SlotPool pool;

    /** @param handlers of one kind of slot; at least one */
    TaskDispatch(
            NodeWork.Means means,
            TaskHandler.Slot slot,
            Collection<TaskHandler> handlers,
            OwnedTasks owned,
            EndWriter ends) {
        TaskStore store = means.queue().store();
        this.database = means.database();
        this.leases = store.leases();
        this.clock = means.clock();
        this.timings = means.settings().timings();
        this.owned = owned;
        this.ends = ends;
        this.runs = means.runs();
        this.slotFree = means.slotFree();
        this.claims = new TaskClaims(store, means.settings().name(), handlers);
        this.handlers = handlers.stream().collect(Collectors.toMap(TaskHandler::kind, Function.identity()));
        this.pool = new SlotPool(means.settings().slots(slot), clock.now());
    }

    /**
     * Claims what there is room for, and starts what has a slot.
     *
     * @return whether another claim may find more at once
     */
    boolean claim() {
        takeBack();
        int room = pool.room(clock.now());
        if (room == 0) {
            return false;
        }
        long asked = clock.now();
        Claimed claimed = database.claim(tx -> claims.claim(tx, room, clock.millis()));
        List<OwnedTask> tasks = claimed.tasks().stream()
                .map(task -> new OwnedTask(database, leases, task, asked))
                .toList();
        owned.add(tasks);
        pool.add(tasks);
        start();
        return claimed.more();
    }

    /** Gives back what has waited too long for a slot. */
    private void takeBack() {
        giveBack(pool.takeBack(clock.now(), timings.hoard()));
    }

    /** Gives back all that has not started. */
    void giveBackWaiting() {
        giveBack(pool.takeBack());
    }

    private void giveBack(List<OwnedTask> waiting) {
        waiting.forEach(one -> ends.submit(one, new RunEnd.NotStarted()));
    }

    private void start() {
        pool.start().forEach(this::start);
    }

    private void start(OwnedTask one) {
        TaskHandler handler = handlers.get(one.task().kind());
        if (handler == null) {
            ended(one, new RunEnd.NotStarted());
        } else {
            runs.start(one, handler, end -> ended(one, end));
        }
    }

    private void ended(OwnedTask one, RunEnd end) {
        pool.finished(clock.now());
        ends.submit(one, end);
        start();
        if (pool.room(clock.now()) > 0) {
            slotFree.ring();
        }
    }
}
