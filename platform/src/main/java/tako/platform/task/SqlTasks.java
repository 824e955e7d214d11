package tako.platform.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.PreparedBatch;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** The SQL of tasks as such, and of those that come again. */
final class SqlTasks implements TaskStore.Rows, TaskStore.Chores {
    private static final String INSERT = """
            insert into task (id, number, kind, space_id, state, priority, queued_at, run_after, expires_at,
                unique_key, repeat_every, format, payload)
            values (:id, :number, :kind, :space, 'QUEUED', :priority, :now, :runAfter, :expiresAt,
                :uniqueKey, :repeatEvery, :format, :payload)""";
    private static final String COUNTER = "ServerTasks";

    @Override
    public Optional<TaskRow> find(View view, String id) {
        return view.query("select " + TaskRows.COLUMNS + " from task where id = :id")
                .bind("id", id)
                .map(TaskRows.MAPPER)
                .findOne();
    }

    @Override
    public List<TaskRow> find(View view, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return view.query("select " + TaskRows.COLUMNS + " from task where id in (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .map(TaskRows.MAPPER)
                .list();
    }

    @Override
    public String insert(Tx tx, NewTask task, long now) {
        return insert(tx, INSERT, task, "", Optional.empty(), now);
    }

    @Override
    public void insert(Tx tx, RecurringChore chore, long now) {
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

    @Override
    public void repeat(Tx tx, String ended, long now) {
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

    @Override
    public boolean retime(Tx tx, RecurringChore chore) {
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

    @Override
    public void sweep(Tx tx, RecurringChore chore) {
        tx.update("""
                        delete from task where kind = :kind and ended_at is not null and repeat_every is not null
                            and state = 'SUCCESS'""").bind("kind", chore.name()).execute();
    }

    private static String id(long number) {
        return "ServerTasks-" + number;
    }

    private static String exclusiveLock(View view) {
        return switch (view.dialect()) {
            case SQLITE -> "";
            case POSTGRESQL -> " for update";
        };
    }

    @Override
    public List<HeldRow> hold(Tx tx, Collection<String> ids) {
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

    @Override
    public void move(Tx tx, List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.batch("""
                update task set state = :to, reason = :reason, ended_at = :endedAt, waiting_for = :waitingFor,
                    wake_at = :wakeAt, woken = 0, attempt = attempt - :undo, losses = losses + :lost,
                    started_at = case when attempt = :undo then null else started_at end
                where id = :id and epoch = :epoch and state = :from""");
        for (Step step : steps) {
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
}
