package tako.platform.task;

import java.time.Instant;
import java.util.Optional;
import tako.platform.database.Tx;

/** The SQL of what is asked of a task. */
final class SqlWishes implements TaskStore.Wishes {
    @Override
    public boolean cancel(Tx tx, TaskRow task, long now, long deadline) {
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

    @Override
    public boolean changeEnd(Tx tx, TaskRow task, TaskState to, String reason) {
        return tx.update("update task set state = :to, reason = :reason where id = :id and state = :from")
                        .bind("to", to.name())
                        .bind("reason", reason)
                        .bind("id", task.id())
                        .bind("from", task.state().name())
                        .execute()
                == 1;
    }

    @Override
    public boolean rememberWake(Tx tx, String id) {
        return tx.update("update task set woken = 1 where id = :id and state = 'EXECUTING'")
                        .bind("id", id)
                        .execute()
                == 1;
    }

    @Override
    public boolean prioritize(Tx tx, String id) {
        return tx.update("""
                                update task set priority = 1 + (select max(other.priority) from task other where other.state = 'QUEUED')
                                where id = :id and state = 'QUEUED'""").bind("id", id).execute() == 1;
    }

    @Override
    public boolean reschedule(Tx tx, String id, Instant runAfter, Optional<Instant> expiresAt) {
        return tx.update("update task set run_after = :runAfter, expires_at = :expiresAt"
                                + " where id = :id and state = 'QUEUED' and started_at is null")
                        .bind("runAfter", runAfter.toEpochMilli())
                        .bind("expiresAt", expiresAt.map(Instant::toEpochMilli).orElse(null))
                        .bind("id", id)
                        .execute()
                == 1;
    }
}
