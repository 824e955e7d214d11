package tako.bench.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tako.bench.harness.Incorrect;
import tako.bench.harness.Waiting;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.task.NewTask;
import tako.platform.task.TaskHandler;
import tako.platform.task.TaskInvariants;
import tako.platform.task.TaskLimits;
import tako.platform.task.TaskNode;
import tako.platform.task.TaskNodeSettings;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskResult;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskRun;
import tako.platform.task.TaskRuntime;
import tako.platform.task.TaskTimings;

/** The product's queue and one node of it, with the product's timings, on a database of their own. */
final class OurNode {
    private static final String KIND = "Bench";

    private final Database database;
    private final TaskQueue queue = new TaskQueue(InstantSource.system(), TaskLimits.standard(), Map.of());
    private final TaskNode node;

    /** @param work all that a task does */
    OurNode(Database database, int slots, Consumer<TaskRow> work) {
        this.database = database;
        this.node = new TaskNode(
                database,
                queue,
                new TaskNodeSettings("Bench", slots, 1, TaskTimings.standard()),
                List.of(new Doing(work)),
                TaskRuntime.system());
    }

    void start() {
        node.start();
    }

    /** Queues a task that is due at once, with a number as its payload. */
    void enqueue(Tx tx, int number) {
        String payload = Integer.toString(number);
        queue.enqueue(tx, new NewTask(KIND, "", 1, payload, 0, Instant.EPOCH, Optional.empty(), List.of()));
    }

    /** Waits until the end of each task is stored. */
    void awaitEnds() throws Exception {
        Waiting.until(
                "all ends are stored",
                Duration.ofMillis(2),
                Duration.ofSeconds(30),
                () -> count("ended_at is null") == 0);
    }

    /** @throws Incorrect unless there were so many tasks, and each succeeded at its first attempt */
    void stopAndCheck(int tasks) {
        node.stop(Duration.ofSeconds(5));
        Incorrect.unlessEqual("tasks that ended as Success", tasks, count("state = 'SUCCESS' and attempt = 1"));
        Incorrect.unlessEqual("tasks in the table", tasks, count("1 = 1"));
        List<String> violations = database.read(TaskInvariants::violations);
        Incorrect.unlessEqual("broken invariants " + violations, 0, violations.size());
    }

    private long count(String which) {
        return database.read(view -> view.query("select count(*) from task where " + which)
                .mapTo(Long.class)
                .one());
    }

    /** Succeeds after its work. */
    private record Doing(Consumer<TaskRow> work) implements TaskHandler {
        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Slot slot() {
            return Slot.WORK;
        }

        @Override
        public Set<Integer> formats() {
            return Set.of(1);
        }

        @Override
        public TaskResult run(TaskRun run) {
            work.accept(run.task());
            return new TaskResult.Succeeded();
        }
    }
}
