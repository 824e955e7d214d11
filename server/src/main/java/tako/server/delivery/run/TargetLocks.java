package tako.server.delivery.run;

import java.util.List;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.task.LockHolder;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskRow;

/** A target does one thing at a time, whichever step or run asks: a lock for each target, held while an item runs for it. */
final class TargetLocks {
    private final TaskQueue queue;
    private final TaskRow task;
    private final boolean bypassed;

    /** @param bypassed whether the run's variables say that targets may do several things at once */
    TargetLocks(TaskQueue queue, TaskRow task, boolean bypassed) {
        this.queue = queue;
        this.task = task;
        this.bypassed = bypassed;
    }

    /** Whether an item may run now; it holds its target from then on. */
    boolean take(Tx tx, Item item) {
        return free(item) || queue.takeLock(tx, task, item.id().key(), name(item));
    }

    /** Frees its target, and wakes the runs that wait for it. */
    void release(Tx tx, Item item) {
        if (!free(item)) {
            queue.releaseLock(tx, task, item.id().key(), name(item));
            ItemRows.waitingForTarget(tx, item.id().target(), TargetWaits.TARGET).stream()
                    .filter(waiting -> !waiting.equals(task.id()))
                    .forEach(waiting -> queue.wake(tx, waiting));
        }
    }

    private boolean free(Item item) {
        return bypassed || item.id().target().isEmpty();
    }

    private static String name(Item item) {
        return "target/" + item.id().target();
    }

    /** Who holds an item's target, for people. */
    String holder(View view, Item item) {
        List<LockHolder> holders = queue.holdersOf(view, List.of(name(item)));
        return holders.isEmpty()
                ? "another task"
                : holders.getFirst().task().equals(task.id())
                        ? "another step of this task"
                        : holders.getFirst().task();
    }
}
