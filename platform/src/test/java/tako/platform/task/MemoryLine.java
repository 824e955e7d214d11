package tako.platform.task;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** The line of queued tasks and the claim, in memory. */
final class MemoryLine implements TaskStore.Line, TaskStore.Claims {
    private final MemoryRows rows;

    MemoryLine(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public long ahead(View view, String id) {
        return rows.tasks
                .find(id)
                .map(me -> (long) rows.those(other -> before(other, me)).size())
                .orElse(0L);
    }

    private static boolean before(MemoryTask other, MemoryTask me) {
        return other.state == TaskState.QUEUED && MemoryRows.LINE.compare(other, me) < 0;
    }

    @Override
    public List<TaskRow> before(View view, String id, int limit) {
        MemoryTask me = rows.tasks.find(id).orElseThrow();
        Set<String> needs = new HashSet<>(rows.needs(id));
        return rows
                .those(other -> other != me
                        && (rows.heldBy(other.id).stream().anyMatch(needs::contains)
                                || (before(other, me)
                                        && rows.needs(other.id).stream().anyMatch(needs::contains))))
                .stream()
                .sorted(Comparator.<MemoryTask, Boolean>comparing(task -> task.state == TaskState.QUEUED)
                        .thenComparing(MemoryRows.LINE))
                .limit(limit)
                .map(MemoryTask::row)
                .toList();
    }

    @Override
    public List<String> toWake(View view, long now, int most) {
        return ids(task -> task.state == TaskState.PARKED && by(task.wakeAt, now), most);
    }

    @Override
    public List<String> expired(View view, long now, int most) {
        return ids(task -> task.state == TaskState.QUEUED && task.startedAt.isEmpty() && by(task.expiresAt, now), most);
    }

    private static boolean by(Optional<Long> instant, long now) {
        return instant.isPresent() && instant.get() <= now;
    }

    private List<String> ids(Predicate<MemoryTask> which, int most) {
        List<MemoryTask> those = rows.those(which);
        if (those.isEmpty()) {
            return List.of();
        }
        return those.stream()
                .sorted(MemoryRows.AGE)
                .limit(most)
                .map(task -> task.id)
                .toList();
    }

    @Override
    public List<TaskRow> candidates(Tx tx, Map<String, Set<Integer>> readable, int limit, long now) {
        List<MemoryTask> due = rows.those(task -> task.state == TaskState.QUEUED
                && task.runAfter <= now
                && (task.startedAt.isPresent() || !by(task.expiresAt, now))
                && readable.getOrDefault(task.kind, Set.of()).contains(task.format)
                && !rows.blocked(task));
        if (due.isEmpty()) {
            return List.of();
        }
        return due.stream()
                .sorted(MemoryRows.LINE)
                .limit(limit)
                .map(MemoryTask::row)
                .toList();
    }

    @Override
    public void own(Tx tx, Collection<String> ids, String node, long now) {
        for (String id : ids) {
            rows.change(tx, id, task -> task.state == TaskState.QUEUED, task -> {
                task.state = TaskState.EXECUTING;
                task.node = node;
                task.epoch++;
                task.beat = 0;
                task.attempt++;
                task.woken = false;
                task.startedAt = task.startedAt.or(() -> Optional.of(now));
            });
        }
    }
}
