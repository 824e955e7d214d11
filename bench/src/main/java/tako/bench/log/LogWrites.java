package tako.bench.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tako.bench.database.BenchPostgres;
import tako.bench.harness.Arena;
import tako.bench.harness.Benchmark.Goal;
import tako.bench.harness.Further;
import tako.bench.harness.Incorrect;
import tako.bench.harness.TemporaryFolder;
import tako.platform.database.Database;
import tako.platform.database.DatabaseAddress;
import tako.platform.database.Databases;
import tako.platform.log.DatabaseLogStore;
import tako.platform.log.FileLogStore;
import tako.platform.log.LogStore;

/**
 * Lines of logs per second until they are durable: tasks that write into files as fast as they can, beside the same bytes in the same
 * groups, written and put on disk without anything else. And how soon a long log shows its end.
 */
public final class LogWrites implements Arena {
    private static final List<String> MIGRATIONS = List.of("db/migration/platform");

    /** Rows cost more than lines in files. */
    private static final int ROWS_TAKE = 10;

    private final Size size;
    private final TaskLines lines;
    private final TemporaryFolder folder;
    private final LongLog longLog;
    private final List<Double> opened = new ArrayList<>();
    private Optional<BareFiles> stored = Optional.empty();
    private int runs;

    /**
     * How much is measured.
     *
     * @param lines of each task
     * @param longLog lines of the log that is opened
     */
    public record Size(int lines, int longLog) {}

    private LogWrites(Size size, TemporaryFolder folder) throws IOException {
        this.size = size;
        this.lines = new TaskLines(size.lines());
        this.folder = folder;
        this.longLog = LongLog.write(folder.path().resolve("long"), size.longLog());
    }

    /** Writes the long log first. */
    public static LogWrites of(Size size) throws IOException {
        return new LogWrites(size, TemporaryFolder.create());
    }

    @Override
    public double ours() throws Exception {
        runs++;
        Path logs = folder.path().resolve("ours-" + runs);
        double[] seconds = {0};
        Groups groups = Groups.during(logs, () -> {
            try (LogStore store = new FileLogStore(logs, InstantSource.system())) {
                seconds[0] = seconds(store, lines);
            }
        });
        try (LogStore again = new FileLogStore(logs, InstantSource.system())) {
            Together.LOGS.forEach(log -> lines.check(again, log));
        }
        stored = Optional.of(BareFiles.of(logs, groups));
        new TemporaryFolder(logs).close();
        opened.add(longLog.openMillis());
        return Together.TASKS * lines.count() / seconds[0];
    }

    private static double seconds(LogStore store, TaskLines lines) throws InterruptedException {
        return Together.seconds(log -> lines.write(store, log));
    }

    @Override
    public double peer() throws Exception {
        try (TemporaryFolder bare =
                new TemporaryFolder(Files.createDirectories(folder.path().resolve("bare-" + runs)))) {
            return Together.TASKS * lines.count() / last().write(bare.path());
        }
    }

    private BareFiles last() {
        return stored.orElseThrow(() -> new Incorrect("Nothing was measured"));
    }

    @Override
    public List<Further> further() {
        return List.of(new Further("tail", "ms", opened, Goal.atMost(200.0)));
    }

    @Override
    public List<String> beside() throws Exception {
        DatabaseAddress file = new DatabaseAddress.Embedded(folder.path().resolve("tako.db"));
        try (BenchPostgres postgres = BenchPostgres.start()) {
            return List.of("as rows on SQLite: " + rows(file), "as rows on PostgreSQL: " + rows(postgres.fresh()));
        }
    }

    private String rows(DatabaseAddress address) throws Exception {
        TaskLines fewer = new TaskLines(Math.max(1, lines.count() / ROWS_TAKE));
        try (Database database = Databases.open(address, MIGRATIONS);
                LogStore store = new DatabaseLogStore(database, InstantSource.system())) {
            double seconds = seconds(store, fewer);
            Together.LOGS.forEach(log -> fewer.check(store, log));
            int count = Together.TASKS * fewer.count();
            return String.format(Locale.ROOT, "%.0f lines/s (%d lines, every one read back)", count / seconds, count);
        }
    }

    @Override
    public List<String> settings() throws IOException {
        Groups groups = last().groups();
        return List.of(
                folder.storage(),
                String.format(
                        Locale.ROOT,
                        "%d tasks with %d lines each as fast as they can; %.0f bytes a line as stored; the last time in %d"
                                + " groups, the median of %d bytes, each written and put on disk by one fdatasync",
                        Together.TASKS,
                        lines.count(),
                        (double) last().size() / (Together.TASKS * lines.count()),
                        groups.count(),
                        groups.medianBytes()),
                "the bare files: the same bytes in the same groups as the flight recorder saw them of ours, a thread for each",
                "tail: the tree and the last " + LongLog.SHOWN + " of " + size.longLog()
                        + " lines, by a store that was just opened",
                "checked: every line was read back in its order by another store; the bare files hold the same bytes");
    }

    @Override
    public void close() {
        folder.close();
    }
}
