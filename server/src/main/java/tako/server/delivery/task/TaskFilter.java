package tako.server.delivery.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;
import tako.platform.database.View;

/** A {@link TaskQuery} as the condition of a select over {@code task t left join task_subject s}. */
final class TaskFilter {
    private static final String FROM = " from task t left join task_subject s on s.task = t.id where 1 = 1";
    /** That a task waits for a person; questions of tasks that have ended are withdrawn. */
    static final String PENDING = "(t.ended_at is null"
            + " and t.id in (select interruption.task from interruption where interruption.state = 'PENDING'))";

    private static final String WARNED = "(t.state in ('FAILED', 'TIMED_OUT') or coalesce(s.warned, 0) = 1)";

    private final StringBuilder where = new StringBuilder();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();

    private TaskFilter() {}

    static TaskFilter of(TaskQuery query) {
        TaskFilter filter = new TaskFilter();
        filter.list("t.id", "ids", query.ids());
        filter.states(query);
        filter.list(
                "lower(t.kind)",
                "kinds",
                query.kinds().stream().map(TaskFilter::lower).toList());
        query.subject().forEach((column, value) -> filter.equal("lower(s." + column + ")", column, lower(value)));
        query.target().ifPresent(target -> filter.dealsWith(target));
        query.text().ifPresent(text -> filter.contains(text));
        query.node().ifPresent(node -> filter.equal("lower(t.node)", "node", lower(node)));
        query.flags().pendingInterruptions().ifPresent(wanted -> filter.flag(PENDING, wanted));
        query.flags().warningsOrErrors().ifPresent(wanted -> filter.flag(WARNED, wanted));
        query.times().from().forEach((column, at) -> filter.time(column, ">=", "from_" + column, at));
        query.times().to().forEach((column, at) -> filter.time(column, "<=", "to_" + column, at));
        return filter;
    }

    /** The same within a space; "" for every space. */
    TaskFilter in(String space) {
        if (!space.isEmpty()) {
            equal("t.space_id", "space", space);
        }
        return this;
    }

    /** The same in every space but one. */
    TaskFilter notIn(String space) {
        where.append(" and t.space_id <> :space");
        values.put("space", space);
        return this;
    }

    /** A select of these columns, bound. */
    Query select(View view, String columns, String tail) {
        Query query = view.query("select " + columns + FROM + where + tail);
        values.forEach((name, value) -> bind(query, name, value));
        lists.forEach((name, list) -> query.bindList(name, list));
        return query;
    }

    private static void bind(Query query, String name, Object value) {
        Consumer<Object> bound = given -> query.bind(name, given);
        bound.accept(value instanceof Instant at ? at.toEpochMilli() : value);
    }

    private void list(String column, String name, List<String> wanted) {
        if (!wanted.isEmpty()) {
            where.append(" and ").append(column).append(" in (<").append(name).append(">)");
            lists.put(name, new ArrayList<>(wanted));
        }
    }

    private void states(TaskQuery query) {
        List<String> names = query.states().stream().map(Enum::name).sorted().toList();
        if (!query.flags().orInterrupted()) {
            list("t.state", "states", names);
        } else if (names.isEmpty()) {
            flag(PENDING, true);
        } else {
            where.append(" and (t.state in (<states>) or ").append(PENDING).append(")");
            lists.put("states", names);
        }
    }

    private void equal(String column, String name, String value) {
        where.append(" and ").append(column).append(" = :").append(name);
        values.put(name, value);
    }

    /** Checks name targets in lower case, work items as they are written. */
    private void dealsWith(String target) {
        where.append(" and t.id in (select task from health_target where machine = :targetKey"
                + " union select task from run_item where target = :target)");
        values.put("target", target);
        values.put("targetKey", lower(target));
    }

    private void contains(String text) {
        where.append(" and lower(s.description) like :text escape '!'");
        String escaped = lower(text).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        values.put("text", "%" + escaped + "%");
    }

    private void flag(String condition, boolean wanted) {
        where.append(wanted ? " and " : " and not ").append(condition);
    }

    private void time(String column, String comparison, String name, Instant at) {
        where.append(" and t.")
                .append(column)
                .append(' ')
                .append(comparison)
                .append(" :")
                .append(name);
        values.put(name, at);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
