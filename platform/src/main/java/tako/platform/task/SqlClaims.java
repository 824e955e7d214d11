package tako.platform.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;
import tako.platform.database.Tx;

/** The SQL of the claim. */
final class SqlClaims implements TaskStore.Claims {
    /** The tasks that cannot be claimed because another holds a lock they need; few rows, so it is hashed once. */
    private static final String BLOCKED = "select need.task from task_need need join task_lock held"
            + " on held.name = need.name where held.task <> need.task";

    @Override
    public List<TaskRow> candidates(Tx tx, Map<String, Set<Integer>> readable, int limit, long now) {
        List<String> clauses = new ArrayList<>();
        Map<String, String> kinds = new HashMap<>();
        Map<String, List<Integer>> formats = new HashMap<>();
        readable.forEach((kind, those) -> {
            String name = "kind" + clauses.size();
            clauses.add("kind = :" + name + " and format in (<" + name + "formats>)");
            kinds.put(name, kind);
            formats.put(name + "formats", List.copyOf(those));
        });
        String sql = "select " + TaskRows.COLUMNS + " from task where state = 'QUEUED' and run_after <= :now"
                + " and (expires_at is null or expires_at > :now or started_at is not null)"
                + " and (" + String.join(" or ", clauses) + ") and id not in (" + BLOCKED + ")"
                + " order by priority desc, run_after, number limit :limit";
        Query query = tx.query(sql + skipping(tx)).bind("now", now).bind("limit", limit);
        kinds.forEach(query::bind);
        formats.forEach(query::bindList);
        return query.map(TaskRows.MAPPER).list();
    }

    private static String skipping(Tx tx) {
        return switch (tx.dialect()) {
            case SQLITE -> "";
            case POSTGRESQL -> " for update skip locked";
        };
    }

    @Override
    public void own(Tx tx, Collection<String> ids, String node, long now) {
        tx.update("""
                        update task set state = 'EXECUTING', node = :node, epoch = epoch + 1, beat = 0,
                            attempt = attempt + 1, woken = 0, started_at = coalesce(started_at, :now)
                        where id in (<ids>) and state = 'QUEUED'""")
                .bind("node", node)
                .bind("now", now)
                .bindList("ids", List.copyOf(ids))
                .execute();
    }
}
