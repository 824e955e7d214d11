package tako.platform.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import tako.platform.database.Tx;

/** The claim: due tasks that this node can read and whose locks are free become its own, oldest due first within priority. */
final class TaskClaims {
    /** The outcome: what was claimed, and whether there may be more that can be claimed at once. */
    record Claimed(List<TaskRow> tasks, boolean more) {}

    private final String node;
    private final String readable;
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param handlers of one kind of slot; at least one */
    TaskClaims(String node, Collection<TaskHandler> handlers) {
        this.node = node;
        List<String> clauses = new ArrayList<>();
        for (TaskHandler handler : handlers) {
            String name = "kind" + clauses.size();
            clauses.add("kind = :" + name + " and format in (<" + name + "formats>)");
            parameters.put(name, handler.kind());
            parameters.put(name + "formats", List.copyOf(handler.formats()));
        }
        this.readable = String.join(" or ", clauses);
    }

    Claimed claim(Tx tx, int limit, long now) {
        List<TaskRow> candidates = candidates(tx, limit, now);
        List<TaskRow> granted = TaskLocks.takeAll(tx, candidates);
        if (!granted.isEmpty()) {
            own(tx, granted, now);
        }
        return new Claimed(granted.stream().map(task -> claimed(task, now)).toList(), candidates.size() == limit);
    }

    private List<TaskRow> candidates(Tx tx, int limit, long now) {
        String sql = "select " + TaskRows.COLUMNS + " from task where state = 'QUEUED' and run_after <= :now"
                + " and (expires_at is null or expires_at > :now or started_at is not null)"
                + " and (" + readable + ") and id not in (" + TaskLocks.BLOCKED + ")"
                + " order by priority desc, run_after, number limit :limit";
        Query query = tx.query(sql + skipping(tx)).bind("now", now).bind("limit", limit);
        parameters.forEach((name, value) -> {
            switch (value) {
                case List<?> list -> query.bindList(name, list);
                default -> query.bind(name, value);
            }
        });
        return query.map(TaskRows.MAPPER).list();
    }

    private static String skipping(Tx tx) {
        return switch (tx.dialect()) {
            case SQLITE -> "";
            case POSTGRESQL -> " for update skip locked";
        };
    }

    private void own(Tx tx, List<TaskRow> granted, long now) {
        tx.update("""
                        update task set state = 'EXECUTING', node = :node, epoch = epoch + 1, beat = 0,
                            attempt = attempt + 1, woken = 0, started_at = coalesce(started_at, :now)
                        where id in (<ids>) and state = 'QUEUED'""")
                .bind("node", node)
                .bind("now", now)
                .bindList("ids", granted.stream().map(TaskRow::id).toList())
                .execute();
        TaskLocks.renew(
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
