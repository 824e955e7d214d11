package tako.platform.task;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.platform.database.Database;
import tako.platform.task.TaskMoves.Mover;

/** Wakes parked tasks at their time, and ends queued tasks that were not started in time. */
final class DueTasks {
    private static final Logger LOG = LoggerFactory.getLogger(DueTasks.class);
    private static final int MOST_AT_ONCE = 1000;

    private record Due(List<String> wake, List<String> expired) {}

    private final Database database;
    private final TaskStore.Line line;
    private final TaskEnds ends;
    private final InstantSource clock;

    DueTasks(Database database, TaskQueue queue, InstantSource clock) {
        this.database = database;
        this.line = queue.store().line();
        this.ends = queue.ends();
        this.clock = clock;
    }

    /** Does what is due; costs one read when nothing is. */
    void look() {
        long now = clock.millis();
        Due due = database.read(
                view -> new Due(line.toWake(view, now, MOST_AT_ONCE), line.expired(view, now, MOST_AT_ONCE)));
        if (!due.wake().isEmpty()) {
            database.change(tx -> ends.move(tx, due.wake(), Mover.ENGINE, DueTasks::wake));
        }
        if (!due.expired().isEmpty()) {
            database.change(tx -> ends.move(tx, due.expired(), Mover.ENGINE, row -> expire(row, now)));
            LOG.info("{} tasks were not started in time: {}", due.expired().size(), due.expired());
        }
    }

    private static Optional<Next> wake(HeldRow row) {
        return row.state() == TaskState.PARKED ? Optional.of(Next.queued()) : Optional.empty();
    }

    private static Optional<Next> expire(HeldRow row, long now) {
        return row.state() == TaskState.QUEUED && row.attempt() == 0
                ? Optional.of(Next.ended(TaskState.TIMED_OUT, "It was not started in time.", now))
                : Optional.empty();
    }
}
