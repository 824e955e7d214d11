package tako.server.delivery.run;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.task.NewTask;
import tako.platform.task.TaskEndListener;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskState;
import tako.server.delivery.interruption.Questions;

/**
 * What follows from the end of a task that carried a run, in the end's transaction. A run that ended by itself has closed everything; one
 * that was cancelled while it waited, or whose server was lost for good, has not: its items end here with the
 * tasks they wait for, and a {@link CloseRun} ends its log.
 */
public final class RunEnds implements TaskEndListener {
    private final TaskQueue queue;
    private final Questions questions;
    private final InstantSource clock;

    public RunEnds(TaskQueue queue, Questions questions, InstantSource clock) {
        this.queue = queue;
        this.questions = questions;
        this.clock = clock;
    }

    @Override
    public void ended(Tx tx, TaskRow task) {
        questions.withdraw(tx, task.id());
        if (task.state() == TaskState.SUCCESS || !mayHaveWritten(tx, task)) {
            return;
        }
        List<String> awaited = ItemRows.awaited(tx, task.id());
        boolean open = ItemRows.isAnyOpen(tx, task.id());
        if (open) {
            endItems(tx, task);
            AwaitedTasks.cancel(tx, queue, awaited);
        }
        if (open || mayBeUnclosed(tx, task)) {
            queue.enqueue(tx, closing(task));
        }
    }

    /** A run opens its log when it is claimed, and begins a little later. */
    private static boolean mayHaveWritten(Tx tx, TaskRow task) {
        return task.attempt() > 0 || RunRows.begun(tx, task.id());
    }

    private void endItems(Tx tx, TaskRow task) {
        long now = clock.millis();
        boolean failed = task.state() == TaskState.FAILED;
        ItemState to = failed ? ItemState.FAILED : ItemState.CANCELED;
        String reason = failed ? task.reason() : "";
        ItemRows.end(tx, task.id(), ItemState.RUNNING, to, reason, now);
        ItemRows.end(tx, task.id(), ItemState.WAITING, to, reason, now);
        ItemRows.end(tx, task.id(), ItemState.PENDING, ItemState.CANCELED, "", now);
    }

    /** Only a run that was claimed once and failed by one of its items is known to have closed its log. */
    private static boolean mayBeUnclosed(Tx tx, TaskRow task) {
        return task.state() != TaskState.FAILED || task.attempt() > 1 || !ItemRows.hasAnyFailed(tx, task.id());
    }

    private NewTask closing(TaskRow task) {
        return new NewTask(
                CloseRun.KIND,
                "",
                CloseRun.FORMAT,
                CloseRun.payload(task.id()),
                0,
                clock.instant(),
                Optional.empty(),
                List.of());
    }
}
