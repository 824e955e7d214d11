package tako.platform.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** Tasks as such, and those that come again, in memory. */
final class MemoryTasks implements TaskStore.Rows, TaskStore.Chores {
    private static final String COUNTER = "ServerTasks";

    private final MemoryRows rows;

    MemoryTasks(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public String insert(Tx tx, NewTask task, long now) {
        return insert(tx, new MemoryTask(tx.next(COUNTER), task, "", now));
    }

    private String insert(Tx tx, MemoryTask task) {
        rows.tasks.put(tx, task.id, task);
        return task.id;
    }

    @Override
    public Optional<TaskRow> find(View view, String id) {
        return rows.tasks.find(id).map(MemoryTask::row);
    }

    @Override
    public List<TaskRow> find(View view, Collection<String> ids) {
        List<TaskRow> found = new ArrayList<>();
        for (String id : ids) {
            rows.tasks.find(id).ifPresent(task -> found.add(task.row()));
        }
        return found;
    }

    @Override
    public List<HeldRow> hold(Tx tx, Collection<String> ids) {
        List<MemoryTask> found = new ArrayList<>();
        for (String id : ids) {
            rows.tasks.find(id).ifPresent(found::add);
        }
        found.sort(MemoryRows.AGE);
        List<HeldRow> held = new ArrayList<>();
        found.forEach(task -> held.add(task.held()));
        return held;
    }

    @Override
    public void move(Tx tx, List<Step> steps) {
        for (Step step : steps) {
            HeldRow from = step.row();
            boolean moved = rows.change(
                    tx,
                    from.id(),
                    task -> task.epoch == from.epoch() && task.state == from.state(),
                    task -> move(task, step.next()));
            if (!moved) {
                throw new IllegalStateException("A held task changed");
            }
        }
    }

    private static void move(MemoryTask task, Next next) {
        int undone = next.undoAttempt() ? 1 : 0;
        if (task.attempt == undone) {
            task.startedAt = Optional.empty();
        }
        task.state = next.to();
        task.reason = next.reason();
        task.endedAt = next.endedAt();
        task.waitingFor = next.waitingFor();
        task.wakeAt = next.wakeAt();
        task.woken = false;
        task.attempt -= undone;
        task.losses += next.lost() ? 1 : 0;
    }

    @Override
    public void insert(Tx tx, RecurringChore chore, long now) {
        if (rows.those(open(chore)).isEmpty()) {
            NewTask first = chore.first(Instant.ofEpochMilli(now));
            MemoryTask task = new MemoryTask(tx.next(COUNTER), first, chore.uniqueKey(), now);
            task.repeatEvery = Optional.of(chore.interval().toMillis());
            insert(tx, task);
        }
    }

    private static Predicate<MemoryTask> open(RecurringChore chore) {
        return task -> task.uniqueKey.equals(chore.uniqueKey()) && task.endedAt.isEmpty();
    }

    @Override
    public void repeat(Tx tx, String ended, long now) {
        MemoryTask last = rows.tasks.find(ended).orElseThrow();
        long due = now + last.repeatEvery.orElseThrow();
        NewTask next = new NewTask(
                last.kind,
                last.space,
                last.format,
                last.payload,
                0,
                Instant.ofEpochMilli(due),
                Optional.empty(),
                List.of());
        MemoryTask task = new MemoryTask(tx.next(COUNTER), next, last.uniqueKey, now);
        task.repeatEvery = last.repeatEvery;
        insert(tx, task);
    }

    @Override
    public boolean retime(Tx tx, RecurringChore chore) {
        long every = chore.interval().toMillis();
        return rows.those(open(chore)).stream()
                .findAny()
                .filter(found -> rows.change(tx, found.id, task -> true, task -> {
                    task.repeatEvery = Optional.of(every);
                    if (task.state == TaskState.QUEUED && task.attempt == 0) {
                        task.runAfter = Math.min(task.runAfter, task.queuedAt.toEpochMilli() + every);
                    }
                }))
                .isPresent();
    }

    @Override
    public void sweep(Tx tx, RecurringChore chore) {
        rows.those(task -> task.kind.equals(chore.name())
                        && task.repeatEvery.isPresent()
                        && task.state == TaskState.SUCCESS)
                .forEach(task -> rows.tasks.remove(tx, task.id));
    }
}
