package tako.platform.log;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.database.View;

/**
 * Logs as rows, for several nodes on one database. Every writer's lines are stored in groups, one transaction each. While the database
 * is away, lines wait in their writers and flushes fail with its exception.
 */
public final class DatabaseLogStore implements LogStore {
    private static final int PAGE = 2000;
    private static final int REMOVED_AT_ONCE = 20_000;

    private final Database database;
    private final CommitThreads threads = new CommitThreads();
    private final OpenWriters writers;
    private final GrownLogs grown;

    /** @param clock gives the times of lines and nodes */
    public DatabaseLogStore(Database database, InstantSource clock) {
        this.database = database;
        this.writers = new OpenWriters(clock, threads);
        this.grown = new GrownLogs(database, threads);
    }

    @Override
    public LogWriter writer(String log, long epoch) {
        return writers.open(log, epoch, new Sink(new LogAppend(log, epoch)));
    }

    @Override
    public List<LogNode> tree(String log) {
        return database.read(view -> LogRows.tree(view, log));
    }

    @Override
    public LogPage lines(String log, LineQuery query) {
        return database.read(view -> new LogPage(matching(view, log, query), LogRows.last(view, log)));
    }

    private static List<LogLine> matching(View view, String log, LineQuery query) {
        boolean any = query.take() > 0
                && LineFilter.of(query, LogRows.tree(view, log)).count() > 0;
        return any ? LogRows.lines(view, log, query) : List.of();
    }

    @Override
    public LogMatches search(String log, String text, LineQuery query) {
        LineFilter filter = LineFilter.of(query, tree(log));
        LineSearch search = new LineSearch(text, filter, query);
        if (filter.count() > 0) {
            forward(
                    filter.first(),
                    search,
                    after -> database.read(view -> LogRows.lines(
                            view,
                            log,
                            new LineQuery(query.node(), query.levels(), new LineQuery.Range.After(after), PAGE))));
        }
        return search.matches();
    }

    @Override
    public void each(String log, Consumer<LogLine> reader) {
        LineVisitor all = line -> {
            reader.accept(line);
            return true;
        };
        forward(1, all, after -> database.read(view -> LogRows.lines(view, log, LineQuery.after(after, PAGE))));
    }

    private static void forward(long from, LineVisitor visitor, Function<Long, List<LogLine>> pageAfter) {
        List<LogLine> page = pageAfter.apply(from - 1);
        while (!page.isEmpty()) {
            for (LogLine line : page) {
                if (!visitor.visit(line)) {
                    return;
                }
            }
            page = pageAfter.apply(page.getLast().number());
        }
    }

    /** Fences its writers first, then deletes little by little, so that others need not wait; a removal that breaks off may be repeated. */
    @Override
    public void remove(String log) {
        database.change(tx -> tx.update("update task_log set epoch = :never where id = :log")
                .bind("never", Long.MAX_VALUE)
                .bind("log", log)
                .execute());
        long last = database.read(view -> LogRows.last(view, log));
        for (long number = 0; number < last; number += REMOVED_AT_ONCE) {
            removeLines(log, number + REMOVED_AT_ONCE);
        }
        database.change(tx -> List.of("task_log_line", "task_log_count", "task_log_node")
                .forEach(table -> tx.update("delete from " + table + " where log = :log")
                        .bind("log", log)
                        .execute()));
        database.change(tx -> tx.update("delete from task_log where id = :log")
                .bind("log", log)
                .execute());
    }

    private void removeLines(String log, long upTo) {
        database.change(tx -> tx.update("delete from task_log_line where log = :log and number <= :upTo")
                .bind("log", log)
                .bind("upTo", upTo)
                .execute());
    }

    @Override
    public void onAppend(Consumer<String> listener) {
        grown.add(listener);
    }

    @Override
    public void close() {
        grown.close();
        writers.close();
        threads.close();
    }

    /** Stores the events of one writer, one batch after the other. */
    private final class Sink implements LogSink {
        private final LogAppend append;

        /** By their change, how many events the tries had that failed since the last success: one may have been committed all the same. */
        private final Map<Long, Integer> tries = new HashMap<>();

        private boolean takenOver;

        Sink(LogAppend append) {
            this.append = append;
        }

        @Override
        public void append(long epoch, List<LogEvent> events) {
            Optional<Long> change = database.write(tx -> tryOnce(tx, events));
            tries.clear();
            takenOver = true;
            grown.here(append.log(), change.orElseThrow(() -> new LogFenced(append.log())));
        }

        private Optional<Long> tryOnce(Tx tx, List<LogEvent> events) {
            int stored = tries.isEmpty() ? 0 : tries.getOrDefault(LogRows.change(tx, append.log()), 0);
            long change = tx.next(GrownLogs.COUNTER);
            tries.put(change, events.size());
            tx.hint(GrownLogs.COUNTER);
            boolean mine = (takenOver || append.takeOver(tx))
                    && append.append(tx, events.subList(stored, events.size()), change);
            return mine ? Optional.of(change) : Optional.empty();
        }

        @Override
        public List<String> nodes() {
            return database.read(view -> LogRows.nodes(view, append.log()));
        }

        @Override
        public void release() {
            // Nothing is held between two transactions.
        }
    }
}
