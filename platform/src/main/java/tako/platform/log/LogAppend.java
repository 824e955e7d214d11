package tako.platform.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.PreparedBatch;
import tako.platform.database.Tx;

/**
 * Appends the events of one run to the tables {@code task_log*}, in the transaction of its caller.
 *
 * @param log the task's id
 * @param epoch the fence
 */
record LogAppend(String log, long epoch) {
    /** Takes the log over from older runs; false if a newer one has it. */
    boolean takeOver(Tx tx) {
        return tx.update("insert into task_log (id, epoch, last_number, change) values (:log, :epoch, 0, 0)"
                                + " on conflict (id) do update set epoch = excluded.epoch"
                                + " where task_log.epoch <= excluded.epoch")
                        .bind("log", log)
                        .bind("epoch", epoch)
                        .execute()
                == 1;
    }

    /** Appends; false if a newer run has the log, or it was removed. */
    boolean append(Tx tx, List<LogEvent> events, long change) {
        List<LogLine> lines = events.stream()
                .filter(LogEvent.Written.class::isInstance)
                .map(event -> ((LogEvent.Written) event).line())
                .toList();
        if (!reserve(tx, lines.size(), change)) {
            return false;
        }
        events.forEach(event -> node(tx, event));
        if (!lines.isEmpty()) {
            write(tx, lines, LogRows.last(tx, log) - lines.size());
        }
        return true;
    }

    private boolean reserve(Tx tx, int lines, long change) {
        return tx.update("update task_log set last_number = last_number + :lines, change = :change"
                                + " where id = :log and epoch <= :epoch")
                        .bind("lines", lines)
                        .bind("change", change)
                        .bind("log", log)
                        .bind("epoch", epoch)
                        .execute()
                == 1;
    }

    private void node(Tx tx, LogEvent event) {
        switch (event) {
            case LogEvent.Opened opened -> open(tx, opened);
            case LogEvent.Progressed progressed -> progress(tx, progressed);
            case LogEvent.Closed closed -> close(tx, closed);
            case LogEvent.Written written -> {}
            case LogEvent.Raised raised -> {}
        }
    }

    private void open(Tx tx, LogEvent.Opened opened) {
        tx.update("""
                insert into task_log_node (log, node, place, parent, title, status, started_at, percentage, message, first_line, last_line)
                values (:log, :node, :place, :parent, :title, 'RUNNING', :at, 0, '', 0, 0)
                on conflict (log, node) do update set title = excluded.title, status = 'RUNNING', ended_at = null""")
                .bind("log", log)
                .bind("node", opened.node())
                .bind("place", tx.next("task_log_node"))
                .bind("parent", opened.parent())
                .bind("title", opened.title())
                .bind("at", opened.at().toEpochMilli())
                .execute();
    }

    private void progress(Tx tx, LogEvent.Progressed progressed) {
        tx.update("update task_log_node set percentage = :percentage, message = :message"
                        + " where log = :log and node = :node")
                .bind("percentage", progressed.percentage())
                .bind("message", progressed.message())
                .bind("log", log)
                .bind("node", progressed.node())
                .execute();
    }

    private void close(Tx tx, LogEvent.Closed closed) {
        tx.update("update task_log_node set status = :status, ended_at = :at where log = :log and node = :node")
                .bind("status", closed.status().name())
                .bind("at", closed.at().toEpochMilli())
                .bind("log", log)
                .bind("node", closed.node())
                .execute();
    }

    private void write(Tx tx, List<LogLine> lines, long before) {
        PreparedBatch batch = tx.batch("insert into task_log_line (log, number, node, level, written_at, body)"
                + " values (:log, :number, :node, :level, :at, :body)");
        Map<String, NewLines> byNode = new HashMap<>();
        long number = before;
        for (LogLine line : lines) {
            number++;
            batch.bind("log", log)
                    .bind("number", number)
                    .bind("node", line.node())
                    .bind("level", line.level().name())
                    .bind("at", line.at().toEpochMilli())
                    .bind("body", line.text())
                    .add();
            byNode.computeIfAbsent(line.node(), node -> new NewLines()).add(number, line.level());
        }
        batch.execute();
        count(tx, byNode);
    }

    private void count(Tx tx, Map<String, NewLines> byNode) {
        PreparedBatch places = tx.batch("""
                update task_log_node set first_line = case when first_line = 0 then :first else first_line end, last_line = :last
                where log = :log and node = :node""");
        PreparedBatch counts = tx.batch("""
                insert into task_log_count (log, node, level, lines) values (:log, :node, :level, :lines)
                on conflict (log, node, level) do update set lines = task_log_count.lines + excluded.lines""");
        byNode.forEach((node, lines) -> {
            places.bind("first", lines.first)
                    .bind("last", lines.last)
                    .bind("log", log)
                    .bind("node", node)
                    .add();
            lines.byLevel.forEach((level, count) -> counts.bind("log", log)
                    .bind("node", node)
                    .bind("level", level.name())
                    .bind("lines", count)
                    .add());
        });
        places.execute();
        counts.execute();
    }

    /** What one transaction adds to a node. */
    private static final class NewLines {
        private final Map<Level, Long> byLevel = new HashMap<>();
        private long first;
        private long last;

        void add(long number, Level level) {
            first = first == 0 ? number : first;
            last = number;
            byLevel.merge(level, 1L, Long::sum);
        }
    }
}
