package tako.server.delivery.run;

import tako.platform.database.Tx;
import tako.platform.task.TaskEndListener;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskRow;

/** Wakes the runs of which an item waits for the end of a task. A run that is not told looks by itself a little later. */
public final class WaitingRuns implements TaskEndListener {
    private final TaskQueue queue;

    public WaitingRuns(TaskQueue queue) {
        this.queue = queue;
    }

    @Override
    public void ended(Tx tx, TaskRow task) {
        ItemRows.waitingFor(tx, task.id()).forEach(waiting -> queue.wake(tx, waiting));
    }
}
