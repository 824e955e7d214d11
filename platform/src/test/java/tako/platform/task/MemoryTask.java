package tako.platform.task;

import java.time.Instant;
import java.util.Optional;

/** A row of {@code task} in memory; changed only as a copy that is not yet in its table. */
final class MemoryTask implements Cloneable {
    final long number;
    final String id;
    final String kind;
    final String space;
    final String uniqueKey;
    final int format;
    final String payload;
    final Instant queuedAt;
    TaskState state = TaskState.QUEUED;
    int priority;
    long runAfter;
    Optional<Long> expiresAt;
    Optional<Long> startedAt = Optional.empty();
    Optional<Long> endedAt = Optional.empty();
    Optional<Long> cancelRequestedAt = Optional.empty();
    Optional<Long> cancelDeadline = Optional.empty();
    String node = "";
    long epoch;
    long beat;
    int attempt;
    int losses;
    String waitingFor = "";
    Optional<Long> wakeAt = Optional.empty();
    boolean woken;
    String reason = "";
    Optional<Long> repeatEvery = Optional.empty();

    MemoryTask(long number, NewTask task, String uniqueKey, long now) {
        this.number = number;
        this.id = "ServerTasks-" + number;
        this.kind = task.kind();
        this.space = task.space();
        this.uniqueKey = uniqueKey;
        this.format = task.format();
        this.payload = task.payload();
        this.queuedAt = Instant.ofEpochMilli(now);
        this.priority = task.priority();
        this.runAfter = task.runAfter().toEpochMilli();
        this.expiresAt = task.expiresAt().map(Instant::toEpochMilli);
    }

    MemoryTask copy() {
        try {
            return (MemoryTask) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean runs() {
        return state == TaskState.EXECUTING || state == TaskState.CANCELLING;
    }

    HeldRow held() {
        return new HeldRow(id, epoch, beat, kind, repeatEvery.isPresent(), state, woken, attempt, losses);
    }

    TaskRow row() {
        return new TaskRow(
                id,
                kind,
                space,
                state,
                priority,
                queuedAt,
                Instant.ofEpochMilli(runAfter),
                expiresAt.map(Instant::ofEpochMilli),
                startedAt.map(Instant::ofEpochMilli),
                endedAt.map(Instant::ofEpochMilli),
                cancelRequestedAt.map(Instant::ofEpochMilli),
                node,
                epoch,
                attempt,
                waitingFor,
                reason,
                format,
                payload);
    }
}
