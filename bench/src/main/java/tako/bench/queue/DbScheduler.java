package tako.bench.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import tako.bench.harness.Incorrect;
import tako.bench.harness.Waiting;

/** Tasks through db-scheduler, with lock-and-fetch and the limits that its documentation advises for high throughput. */
final class DbScheduler {
    /** Fetches when fewer than one task a thread is left, up to four a thread. */
    static final double LOWER_LIMIT = 1.0;

    static final double UPPER_LIMIT = 4.0;
    private static final int TOGETHER = 500;
    private static final List<String> TABLE = List.of(
            """
            create table scheduled_tasks (
                task_name text not null,
                task_instance text not null,
                task_data bytea,
                execution_time timestamp with time zone not null,
                picked boolean not null,
                picked_by text,
                last_success timestamp with time zone,
                last_failure timestamp with time zone,
                consecutive_failures int,
                last_heartbeat timestamp with time zone,
                version bigint not null,
                priority smallint,
                primary key (task_name, task_instance)
            )""",
            "create index execution_time_idx on scheduled_tasks (execution_time)",
            "create index last_heartbeat_idx on scheduled_tasks (last_heartbeat)");

    private final DataSource database;
    private final int tasks;

    /** @param database an empty one */
    DbScheduler(DataSource database, int tasks) {
        this.database = database;
        this.tasks = tasks;
    }

    /** Tasks per second, from the scheduler's start until the end of the last one is stored. */
    double rate(int threads) throws Exception {
        Tally tally = new Tally(tasks);
        OneTimeTask<Void> task = Tasks.oneTime("Bench").execute((instance, context) -> tally.ran(instance.getId()));
        Scheduler scheduler = Scheduler.create(database, task)
                .threads(threads)
                .pollingInterval(Duration.ofSeconds(1))
                .pollUsingLockAndFetch(LOWER_LIMIT, UPPER_LIMIT)
                .build();
        createTable();
        enqueue(scheduler, task);
        long start = System.nanoTime();
        scheduler.start();
        tally.await();
        Waiting.until("all ends are stored", Duration.ofMillis(2), Duration.ofSeconds(30), () -> left() == 0);
        double rate = tasks * 1e9 / (System.nanoTime() - start);
        scheduler.stop();
        tally.check();
        Incorrect.unlessEqual(
                "failures that db-scheduler saw",
                0,
                scheduler.getFailingExecutions(Duration.ZERO).size());
        return rate;
    }

    private void createTable() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : TABLE) {
                statement.execute(sql);
            }
        }
    }

    private void enqueue(Scheduler scheduler, OneTimeTask<Void> task) {
        for (int done = 0; done < tasks; done += TOGETHER) {
            List<TaskInstance<?>> some = IntStream.range(done, Math.min(tasks, done + TOGETHER))
                    .mapToObj(number -> task.instance("Task-" + number))
                    .collect(Collectors.toList());
            scheduler.scheduleBatch(some, Instant.EPOCH);
        }
    }

    /** A one-time task that succeeded is deleted. */
    private long left() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from scheduled_tasks")) {
            row.next();
            return row.getLong(1);
        }
    }
}
