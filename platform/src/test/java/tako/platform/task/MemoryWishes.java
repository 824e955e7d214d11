package tako.platform.task;

import java.time.Instant;
import java.util.Optional;
import tako.platform.database.Tx;

/** What is asked of a task, in memory. */
final class MemoryWishes implements TaskStore.Wishes {
    private final MemoryRows rows;

    MemoryWishes(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean cancel(Tx tx, TaskRow asked, long now, long deadline) {
        return rows.change(
                tx, asked.id(), task -> task.epoch == asked.epoch() && task.state == TaskState.EXECUTING, task -> {
                    task.state = TaskState.CANCELLING;
                    task.cancelRequestedAt = Optional.of(now);
                    task.cancelDeadline = Optional.of(deadline);
                });
    }

    @Override
    public boolean changeEnd(Tx tx, TaskRow asked, TaskState to, String reason) {
        return rows.change(tx, asked.id(), task -> task.state == asked.state(), task -> {
            task.state = to;
            task.reason = reason;
        });
    }

    @Override
    public boolean rememberWake(Tx tx, String id) {
        return rows.change(tx, id, task -> task.state == TaskState.EXECUTING, task -> task.woken = true);
    }

    @Override
    public boolean prioritize(Tx tx, String id) {
        int top = rows.those(task -> task.state == TaskState.QUEUED).stream()
                .mapToInt(task -> task.priority)
                .max()
                .orElse(0);
        return rows.change(tx, id, task -> task.state == TaskState.QUEUED, task -> task.priority = top + 1);
    }

    @Override
    public boolean reschedule(Tx tx, String id, Instant runAfter, Optional<Instant> expiresAt) {
        return rows.change(tx, id, task -> task.state == TaskState.QUEUED && task.startedAt.isEmpty(), task -> {
            task.runAfter = runAfter.toEpochMilli();
            task.expiresAt = expiresAt.map(Instant::toEpochMilli);
        });
    }
}
