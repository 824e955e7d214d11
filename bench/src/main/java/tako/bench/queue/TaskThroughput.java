package tako.bench.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import tako.bench.database.BenchPostgres;
import tako.bench.harness.Arena;
import tako.bench.harness.Libraries;
import tako.platform.database.Database;
import tako.platform.database.Databases;

/** No-op tasks per second: our queue beside db-scheduler, on the same PostgreSQL server. */
public final class TaskThroughput implements Arena {
    private static final int THREADS = 8;
    private static final int CONNECTIONS = 16;

    private final BenchPostgres postgres;
    private final int tasks;

    private TaskThroughput(BenchPostgres postgres, int tasks) {
        this.postgres = postgres;
        this.tasks = tasks;
    }

    /** @param tasks of each measurement, queued before it begins */
    public static TaskThroughput of(int tasks) throws IOException {
        return new TaskThroughput(BenchPostgres.start(), tasks);
    }

    @Override
    public double ours() throws Exception {
        try (Database database = Databases.open(postgres.fresh(), List.of("db/migration/platform"))) {
            return new OurQueue(database, tasks).rate(THREADS);
        }
    }

    @Override
    public double peer() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.fresh().jdbcUrl());
        config.setMaximumPoolSize(CONNECTIONS);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            return new DbScheduler(pool, tasks).rate(THREADS);
        }
    }

    @Override
    public List<String> settings() throws SQLException {
        return List.of(
                postgres.settings(),
                Libraries.of(Scheduler.class, HikariDataSource.class, org.postgresql.Driver.class),
                tasks + " tasks queued beforehand, " + THREADS + " slots or threads, " + CONNECTIONS
                        + " connections, polling every second; lock-and-fetch with limits " + DbScheduler.LOWER_LIMIT
                        + " and " + DbScheduler.UPPER_LIMIT,
                "checked: each task ran once and every end was stored");
    }

    @Override
    public void close() {
        postgres.close();
    }
}
