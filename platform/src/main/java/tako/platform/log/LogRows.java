package tako.platform.log;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import tako.platform.database.View;

/** Reading the tables {@code task_log*}. */
final class LogRows {
    /** A log that grew, and by which change. */
    record Grown(String log, long change) {}

    private static final RowMapper<LogLine> LINE = (row, context) -> new LogLine(
            row.getLong("number"),
            row.getString("node"),
            Level.valueOf(row.getString("level")),
            Instant.ofEpochMilli(row.getLong("written_at")),
            row.getString("body"));

    private static final String BELOW = """
            with recursive below (node) as (
                select node from task_log_node where log = :log and node = :node
                union
                select child.node from task_log_node child join below on child.parent = below.node where child.log = :log)
            select node from below""";

    private LogRows() {}

    /** The number of a log's last line; 0 for an unknown log. */
    static long last(View view, String log) {
        return view.query("select last_number from task_log where id = :log")
                .bind("log", log)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    static List<String> nodes(View view, String log) {
        return view.query("select node from task_log_node where log = :log")
                .bind("log", log)
                .mapTo(String.class)
                .list();
    }

    static List<LogNode> tree(View view, String log) {
        Map<String, Map<Level, Long>> counts = counts(view, log);
        return view.query("select * from task_log_node where log = :log order by place")
                .bind("log", log)
                .map((row, context) -> {
                    String node = row.getString("node");
                    long ended = row.getLong("ended_at");
                    return new LogNode(
                            node,
                            row.getString("parent"),
                            row.getString("title"),
                            NodeStatus.valueOf(row.getString("status")),
                            Instant.ofEpochMilli(row.getLong("started_at")),
                            ended == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended)),
                            row.getInt("percentage"),
                            row.getString("message"),
                            new LogNode.Lines(
                                    row.getLong("first_line"),
                                    row.getLong("last_line"),
                                    counts.getOrDefault(node, Map.of())));
                })
                .list();
    }

    private static Map<String, Map<Level, Long>> counts(View view, String log) {
        Map<String, Map<Level, Long>> counts = new HashMap<>();
        view.query("select node, level, lines from task_log_count where log = :log")
                .bind("log", log)
                .map((row, context) -> counts.computeIfAbsent(row.getString("node"), node -> new HashMap<>())
                        .put(Level.valueOf(row.getString("level")), row.getLong("lines")))
                .list();
        return counts;
    }

    /** Lines in ascending order. */
    static List<LogLine> lines(View view, String log, LineQuery query) {
        return switch (query.range()) {
            case LineQuery.Range.After(long number) -> select(view, log, query, OptionalLong.of(number));
            case LineQuery.Range.Tail() ->
                select(view, log, query, OptionalLong.empty()).reversed();
        };
    }

    private static List<LogLine> select(View view, String log, LineQuery query, OptionalLong after) {
        StringBuilder sql =
                new StringBuilder("select number, node, level, written_at, body from task_log_line where log = :log");
        if (after.isPresent()) {
            sql.append(" and number > :after");
        }
        if (!query.levels().isEmpty()) {
            sql.append(" and level in (<levels>)");
        }
        if (query.node().isPresent()) {
            sql.append(" and node in (").append(BELOW).append(")");
        }
        sql.append(" order by number").append(after.isPresent() ? "" : " desc").append(" limit :take");
        Query select = view.query(sql.toString()).bind("log", log).bind("take", query.take());
        after.ifPresent(number -> select.bind("after", number));
        query.node().ifPresent(node -> select.bind("node", node));
        if (!query.levels().isEmpty()) {
            select.bindList("levels", query.levels().stream().map(Level::name).toList());
        }
        return select.map(LINE).list();
    }

    /** The logs that grew after a change, in the order in which they did. */
    static List<Grown> grown(View view, long after) {
        return view.query("select id, change from task_log where change > :after order by change")
                .bind("after", after)
                .map((row, context) -> new Grown(row.getString("id"), row.getLong("change")))
                .list();
    }

    /** The last change of a log; 0 for an unknown one. */
    static long change(View view, String log) {
        return view.query("select change from task_log where id = :log")
                .bind("log", log)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** The newest change of all logs. */
    static long newestChange(View view) {
        return view.query("select coalesce(max(change), 0) from task_log")
                .mapTo(Long.class)
                .one();
    }
}
