package tako.platform.task;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import tako.platform.database.Database;

/** A queue over a database with a clock that a test moves, and nodes that it ticks. */
final class TaskFixture {
    static final TaskResult SUCCEEDED = new TaskResult.Succeeded();

    final QueueStorage storage;
    final Database database;
    final ManualClock clock;
    final Map<String, TaskEndListener> listeners;

    TaskFixture(QueueStorage storage) {
        this(storage, storage.database(), new ManualClock(), new HashMap<>());
    }

    /** The same queue seen through another connection. */
    TaskFixture(TaskFixture same, Database database) {
        this(same.storage, database, same.clock, same.listeners);
    }

    private TaskFixture(
            QueueStorage storage, Database database, ManualClock clock, Map<String, TaskEndListener> listeners) {
        this.storage = storage;
        this.database = database;
        this.clock = clock;
        this.listeners = listeners;
    }

    TaskQueue queue() {
        return new TaskQueue(storage.store(), clock, TaskLimits.standard(), listeners);
    }

    /** A node that runs handlers inside its tick. */
    TaskNode node(TaskHandler... handlers) {
        return node("Node-1", Runnable::run, handlers);
    }

    TaskNode node(String name, Executor runners, TaskHandler... handlers) {
        return new TaskNode(
                database,
                queue(),
                TaskNodeSettings.standard(name),
                List.of(handlers),
                new TaskRuntime(clock.both(), runners));
    }

    NewTask task(String kind, String... locks) {
        return new NewTask(kind, "Spaces-1", 1, "{}", 0, Instant.EPOCH, Optional.empty(), List.of(locks));
    }

    String enqueue(String kind, String... locks) {
        return enqueue(task(kind, locks));
    }

    String enqueue(NewTask task) {
        return database.write(tx -> queue().enqueue(tx, task));
    }

    TaskRow find(String id) {
        return database.read(view -> queue().find(view, id)).orElseThrow();
    }

    TaskState state(String id) {
        return find(id).state();
    }

    CancelOutcome cancel(String id) {
        return database.write(tx -> queue().cancel(tx, id));
    }

    boolean wake(String id) {
        return database.write(tx -> queue().wake(tx, id));
    }

    int count(String kind) {
        return database.read(view -> storage.count(view, kind));
    }

    List<String> effects(String id) {
        return database.read(view -> storage.effects().of(view, id));
    }

    List<String> violations() {
        return database.read(storage::violations);
    }

    /** Moves the clock in the steps of a node that is alive, ticking it. */
    void pass(Duration duration, TaskNode... nodes) {
        for (long left = duration.toMillis(); left > 0; left -= 500) {
            clock.advance(Duration.ofMillis(Math.min(500, left)));
            for (TaskNode node : nodes) {
                node.tick();
            }
        }
    }

    /** Ticks until nothing more can be claimed. */
    static void drain(TaskNode node) {
        boolean claimed = true;
        while (claimed) {
            claimed = node.tick();
        }
    }
}
