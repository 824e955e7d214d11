package tako.platform.task;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import tako.platform.database.Database;
import tako.platform.task.TaskClaims.Claimed;

/** Claims tasks for the slots of one kind and runs them. */
final class TaskDispatch {
    private final Database database;
    private final TaskClock clock;
    private final TaskTimings timings;
    private final OwnedTasks owned;
    private final EndWriter ends;
    private final Executor runners;
    private final Bell bell;
    private final TaskClaims claims;
    private final Map<String, TaskHandler> handlers;
    private final SlotPool pool;

    /** What the dispatches of a node share. */
    record Node(
            Database database,
            TaskRuntime runtime,
            TaskNodeSettings settings,
            OwnedTasks owned,
            EndWriter ends,
            Bell bell) {}

    /** @param handlers of one kind of slot; at least one */
    TaskDispatch(Node node, TaskHandler.Slot slot, Collection<TaskHandler> handlers) {
        this.database = node.database();
        this.clock = node.runtime().clock();
        this.timings = node.settings().timings();
        this.owned = node.owned();
        this.ends = node.ends();
        this.runners = node.runtime().runners();
        this.bell = node.bell();
        this.claims = new TaskClaims(node.settings().name(), handlers);
        this.handlers = handlers.stream().collect(Collectors.toMap(TaskHandler::kind, Function.identity()));
        this.pool = new SlotPool(node.settings().slots(slot), clock.now());
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
                .map(task -> new OwnedTask(database, task, asked))
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
        pool.start().forEach(one -> runners.execute(() -> run(one)));
    }

    private void run(OwnedTask one) {
        TaskHandler handler = handlers.get(one.task().kind());
        RunEnd end = handler == null ? new RunEnd.NotStarted() : one.run(handler);
        pool.finished(clock.now());
        ends.submit(one, end);
        start();
        if (pool.room(clock.now()) > 0) {
            bell.ring();
        }
    }
}
