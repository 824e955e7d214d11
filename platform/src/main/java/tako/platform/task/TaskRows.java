package tako.platform.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.task.TaskMoves.Mover;

/** The SQL of table {@code task}; every change of a state is a compare-and-set. */
public final class TaskRows {
    /** The columns of a {@link TaskRow}, for a select over {@code task}. */
    public static final String COLUMNS = "task.id, task.kind, task.space_id, task.state, task.priority, task.queued_at,"
            + " task.run_after, task.expires_at, task.started_at, task.ended_at, task.cancel_requested_at, task.node,"
            + " task.epoch, task.attempt, task.waiting_for, task.reason, task.format, task.payload";

    /** Maps {@link #COLUMNS}. */
    public static final RowMapper<TaskRow> MAPPER = (row, context) -> map(row);

    private static final String BEFORE = "other.id <> me.id and (other.priority > me.priority"
            + " or other.priority = me.priority and (other.run_after < me.run_after"
            + " or other.run_after = me.run_after and other.number < me.number))";
    private static final String INSERT = """
            insert into task (id, number, kind, space_id, state, priority, queued_at, run_after, expires_at,
                unique_key, repeat_every, format, payload)
            values (:id, :number, :kind, :space, 'QUEUED', :priority, :now, :runAfter, :expiresAt,
                :uniqueKey, :repeatEvery, :format, :payload)""";
    private static final String COUNTER = "ServerTasks";

    private TaskRows() {}

    private static TaskRow map(ResultSet row) throws SQLException {
        return new TaskRow(
                row.getString("id"),
                row.getString("kind"),
                row.getString("space_id"),
                TaskState.valueOf(row.getString("state")),
                row.getInt("priority"),
                Instant.ofEpochMilli(row.getLong("queued_at")),
                Instant.ofEpochMilli(row.getLong("run_after")),
                instant(row, "expires_at"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                instant(row, "cancel_requested_at"),
                row.getString("node"),
                row.getLong("epoch"),
                row.getInt("attempt"),
                row.getString("waiting_for"),
                row.getString("reason"),
                row.getInt("format"),
                row.getString("payload"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    static Optional<TaskRow> find(View view, String id) {
        return view.query("select " + COLUMNS + " from task where id = :id")
                .bind("id", id)
                .map(MAPPER)
                .findOne();
    }

    static List<TaskRow> find(View view, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return view.query("select " + COLUMNS + " from task where id in (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .map(MAPPER)
                .list();
    }

    static String insert(Tx tx, NewTask task, long now) {
        return insert(tx, INSERT, task, "", Optional.empty(), now);
    }

    /** Queues the first of a recurring chore, unless there is one. */
    static void insert(Tx tx, RecurringChore chore, long now) {
        NewTask first = chore.first(Instant.ofEpochMilli(now));
        Optional<Long> every = Optional.of(chore.interval().toMillis());
        insert(tx, INSERT + " on conflict do nothing", first, chore.uniqueKey(), every, now);
    }

    private static String insert(
            Tx tx, String sql, NewTask task, String uniqueKey, Optional<Long> repeatEvery, long now) {
        long number = tx.next(COUNTER);
        tx.update(sql)
                .bind("id", id(number))
                .bind("number", number)
                .bind("kind", task.kind())
                .bind("space", task.space())
                .bind("priority", task.priority())
                .bind("now", now)
                .bind("runAfter", task.runAfter().toEpochMilli())
                .bind("expiresAt", task.expiresAt().map(Instant::toEpochMilli).orElse(null))
                .bind("uniqueKey", uniqueKey)
                .bind("repeatEvery", repeatEvery.orElse(null))
                .bind("format", task.format())
                .bind("payload", task.payload())
                .execute();
        return id(number);
    }

    /** Queues the next of a recurring task that has ended. */
    static void repeat(Tx tx, String ended, long now) {
        long number = tx.next(COUNTER);
        tx.update("""
                        insert into task (id, number, kind, space_id, state, priority, queued_at, run_after,
                            unique_key, repeat_every, format, payload)
                        select :id, :number, kind, space_id, 'QUEUED', 0, :now, :now + repeat_every,
                            unique_key, repeat_every, format, payload
                        from task where id = :ended""")
                .bind("id", id(number))
                .bind("number", number)
                .bind("now", now)
                .bind("ended", ended)
                .execute();
    }

    /** Gives a waiting recurring task a new interval; whether there is one that has not ended. */
    static boolean retime(Tx tx, RecurringChore chore) {
        return tx.update("""
                                update task set repeat_every = :every,
                                    run_after = case when state = 'QUEUED' and attempt = 0
                                        and run_after > queued_at + :every then queued_at + :every else run_after end
                                where unique_key = :key and ended_at is null""")
                        .bind("every", chore.interval().toMillis())
                        .bind("key", chore.uniqueKey())
                        .execute()
                == 1;
    }

    /** Removes the tasks of a recurring chore that have succeeded. */
    static void sweep(Tx tx, RecurringChore chore) {
        tx.update("""
                        delete from task where kind = :kind and ended_at is not null and repeat_every is not null
                            and state = 'SUCCESS'""").bind("kind", chore.name()).execute();
    }

    private static String id(long number) {
        return "ServerTasks-" + number;
    }

    /**
     * Holds the row of a running task until the transaction ends, so that nobody can take the task over meanwhile.
     *
     * @return whether this epoch still owns it
     */
    static boolean fence(Tx tx, String id, long epoch) {
        String sql = "select id from task where id = :id and epoch = :epoch and state in ('EXECUTING', 'CANCELLING')";
        return tx.query(sql + sharedLock(tx))
                .bind("id", id)
                .bind("epoch", epoch)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    /** A PostgreSQL transaction may otherwise commit beside a claim, which runs at READ COMMITTED. */
    private static String sharedLock(Tx tx) {
        return switch (tx.dialect()) {
            case SQLITE -> "";
            case POSTGRESQL -> " for share";
        };
    }

    static String exclusiveLock(View view) {
        return switch (view.dialect()) {
            case SQLITE -> "";
            case POSTGRESQL -> " for update";
        };
    }

    /** One compare-and-set: a task as it was seen, and what it becomes. */
    record Step(HeldRow row, Next next) {
        boolean releases() {
            return !next.keepLocks();
        }

        boolean ends() {
            return next.to().ended();
        }

        boolean queues() {
            return next.to() == TaskState.QUEUED;
        }
    }

    /** Holds these rows until the transaction ends. */
    static List<HeldRow> hold(Tx tx, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return tx.query("select id, epoch, beat, kind, repeat_every, state, woken, attempt, losses from task"
                        + " where id in (<ids>) order by number" + exclusiveLock(tx))
                .bindList("ids", List.copyOf(ids))
                .map((row, context) -> new HeldRow(
                        row.getString("id"),
                        row.getLong("epoch"),
                        row.getLong("beat"),
                        row.getString("kind"),
                        row.getLong("repeat_every") > 0,
                        TaskState.valueOf(row.getString("state")),
                        row.getInt("woken") == 1,
                        row.getInt("attempt"),
                        row.getInt("losses")))
                .list();
    }

    /** Makes the steps, which the table of moves must allow, on rows that this transaction holds. */
    static void move(Tx tx, List<Step> steps, Mover mover) {
        if (steps.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.batch("""
                update task set state = :to, reason = :reason, ended_at = :endedAt, waiting_for = :waitingFor,
                    wake_at = :wakeAt, woken = 0, attempt = attempt - :undo, losses = losses + :lost,
                    started_at = case when attempt = :undo then null else started_at end
                where id = :id and epoch = :epoch and state = :from""");
        for (Step step : steps) {
            TaskMoves.require(step.row().state(), step.next().to(), mover);
            bind(batch, step);
        }
        if (IntStream.of(batch.execute()).anyMatch(count -> count == 0)) {
            throw new IllegalStateException("A held task changed");
        }
    }

    private static void bind(PreparedBatch batch, Step step) {
        Next next = step.next();
        batch.bind("to", next.to().name())
                .bind("reason", next.reason())
                .bind("endedAt", next.endedAt().orElse(null))
                .bind("waitingFor", next.waitingFor())
                .bind("wakeAt", next.wakeAt().orElse(null))
                .bind("undo", next.undoAttempt() ? 1 : 0)
                .bind("lost", next.lost() ? 1 : 0)
                .bind("id", step.row().id())
                .bind("epoch", step.row().epoch())
                .bind("from", step.row().state().name())
                .add();
    }

    static boolean requestCancel(Tx tx, TaskRow task, long now, long deadline) {
        return tx.update("""
                                update task set state = 'CANCELLING', cancel_requested_at = :now, cancel_deadline = :deadline
                                where id = :id and epoch = :epoch and state = 'EXECUTING'""")
                        .bind("now", now)
                        .bind("deadline", deadline)
                        .bind("id", task.id())
                        .bind("epoch", task.epoch())
                        .execute()
                == 1;
    }

    static boolean changeEnd(Tx tx, TaskRow task, TaskState to, String reason) {
        return tx.update("update task set state = :to, reason = :reason where id = :id and state = :from")
                        .bind("to", to.name())
                        .bind("reason", reason)
                        .bind("id", task.id())
                        .bind("from", task.state().name())
                        .execute()
                == 1;
    }

    /** Remembers a wake-up that came while the task still ran. */
    static boolean rememberWake(Tx tx, String id) {
        return tx.update("update task set woken = 1 where id = :id and state = 'EXECUTING'")
                        .bind("id", id)
                        .execute()
                == 1;
    }

    static boolean prioritize(Tx tx, String id) {
        return tx.update("""
                                update task set priority = 1 + (select max(other.priority) from task other where other.state = 'QUEUED')
                                where id = :id and state = 'QUEUED'""").bind("id", id).execute() == 1;
    }

    static boolean reschedule(Tx tx, String id, Instant runAfter, Optional<Instant> expiresAt) {
        return tx.update("update task set run_after = :runAfter, expires_at = :expiresAt"
                                + " where id = :id and state = 'QUEUED' and started_at is null")
                        .bind("runAfter", runAfter.toEpochMilli())
                        .bind("expiresAt", expiresAt.map(Instant::toEpochMilli).orElse(null))
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** How many queued tasks are claimed before this one, if nothing blocks them. */
    static long ahead(View view, String id) {
        return view.query("select count(*) from task other, task me where me.id = :id and other.state = 'QUEUED' and "
                        + BEFORE)
                .bind("id", id)
                .mapTo(Long.class)
                .one();
    }

    /** The tasks that share a needed lock with a queued one and go first: its holders, then those queued before it. */
    static List<TaskRow> before(View view, String id, int limit) {
        String shared = """
                select held.task from task_need need join task_lock held on held.name = need.name
                where need.task = :id and held.task <> :id
                union
                select other.id from task_need need join task_need theirs on theirs.name = need.name
                    join task other on other.id = theirs.task join task me on me.id = need.task
                where need.task = :id and other.state = 'QUEUED' and\s""" + BEFORE;
        return view.query("select " + COLUMNS + " from task where id in (" + shared + ")"
                        + " order by case when state = 'QUEUED' then 1 else 0 end, priority desc, run_after, number"
                        + " limit :limit")
                .bind("id", id)
                .bind("limit", limit)
                .map(MAPPER)
                .list();
    }
}
