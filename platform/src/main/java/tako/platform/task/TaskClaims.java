package tako.platform.task;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** The claim: due tasks that this node can read and whose locks are free become its own, oldest due first within priority. */
final class TaskClaims {
    /** The outcome: what was claimed, and whether there may be more that can be claimed at once. */
    record Claimed(List<TaskRow> tasks, boolean more) {}

    private final TaskStore store;
    private final String node;
    private final Map<String, Set<Integer>> readable;

    /** @param handlers of one kind of slot; at least one */
    TaskClaims(TaskStore store, String node, Collection<TaskHandler> handlers) {
        this.store = store;
        this.node = node;
        this.readable = handlers.stream().collect(Collectors.toMap(TaskHandler::kind, TaskHandler::formats));
    }

    Claimed claim(Tx tx, int limit, long now) {
        List<TaskRow> candidates = store.claims().candidates(tx, readable, limit, now);
        List<TaskRow> granted = granted(tx, candidates);
        if (!granted.isEmpty()) {
            own(tx, granted, now);
        }
        return new Claimed(granted.stream().map(task -> claimed(task, now)).toList(), candidates.size() == limit);
    }

    /** Takes all locks that a candidate needs, or none; answers those that hold all they need. */
    private List<TaskRow> granted(Tx tx, List<TaskRow> candidates) {
        TaskStore.Locks locks = store.locks();
        Map<String, List<String>> needs =
                locks.needs(tx, candidates.stream().map(TaskRow::id).toList());
        if (needs.isEmpty()) {
            return candidates;
        }
        LockGrants grants = LockGrants.of(candidates, needs, holders(tx, needs));
        Set<String> late = locks.take(tx, grants.wanted());
        locks.release(tx, late);
        return candidates.stream()
                .filter(task -> !grants.refused().contains(task.id()) && !late.contains(task.id()))
                .toList();
    }

    private Map<String, String> holders(View view, Map<String, List<String>> needs) {
        Set<String> names = new HashSet<>();
        needs.values().forEach(names::addAll);
        Map<String, String> holders = new HashMap<>();
        store.locks().holders(view, names).forEach(holder -> holders.put(holder.name(), holder.task()));
        return holders;
    }

    private void own(Tx tx, List<TaskRow> granted, long now) {
        store.claims().own(tx, granted.stream().map(TaskRow::id).toList(), node, now);
        store.locks()
                .renew(
                        tx,
                        granted.stream()
                                .filter(task -> task.attempt() > 0)
                                .map(TaskRow::id)
                                .toList());
    }

    private TaskRow claimed(TaskRow task, long now) {
        return new TaskRow(
                task.id(),
                task.kind(),
                task.space(),
                TaskState.EXECUTING,
                task.priority(),
                task.queuedAt(),
                task.runAfter(),
                task.expiresAt(),
                task.startedAt().or(() -> Optional.of(Instant.ofEpochMilli(now))),
                task.endedAt(),
                task.cancelRequestedAt(),
                node,
                task.epoch() + 1,
                task.attempt() + 1,
                task.waitingFor(),
                task.reason(),
                task.format(),
                task.payload());
    }
}
