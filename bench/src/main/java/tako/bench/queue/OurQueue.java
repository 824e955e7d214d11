package tako.bench.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.bench.harness.Incorrect;
import tako.bench.harness.Waiting;
import tako.platform.database.Database;
import tako.platform.task.NewTask;
import tako.platform.task.TaskHandler;
import tako.platform.task.TaskInvariants;
import tako.platform.task.TaskLimits;
import tako.platform.task.TaskNode;
import tako.platform.task.TaskNodeSettings;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskResult;
import tako.platform.task.TaskRun;
import tako.platform.task.TaskRuntime;
import tako.platform.task.TaskTimings;

/** Tasks through the product's queue and one node of it, with the product's timings. */
final class OurQueue {
    private static final String KIND = "Bench";
    private static final int TOGETHER = 500;

    private final Database database;
    private final int tasks;
    private final TaskQueue queue = new TaskQueue(InstantSource.system(), TaskLimits.standard(), Map.of());

    OurQueue(Database database, int tasks) {
        this.database = database;
        this.tasks = tasks;
    }

    /** Tasks per second, from the node's start until the end of the last one is stored. */
    double rate(int slots) throws Exception {
        enqueue();
        Tally tally = new Tally(tasks);
        TaskNode node = new TaskNode(
                database,
                queue,
                new TaskNodeSettings("Bench", slots, 1, TaskTimings.standard()),
                List.of(new Counting(tally)),
                TaskRuntime.system());
        long start = System.nanoTime();
        node.start();
        tally.await();
        Waiting.until("all ends are stored", Duration.ofMillis(2), Duration.ofSeconds(30), () -> notEnded() == 0);
        double rate = tasks * 1e9 / (System.nanoTime() - start);
        node.stop(Duration.ofSeconds(5));
        check(tally);
        return rate;
    }

    private void enqueue() {
        NewTask task = new NewTask(KIND, "", 1, "{}", 0, Instant.EPOCH, Optional.empty(), List.of());
        for (int done = 0; done < tasks; done += TOGETHER) {
            int some = Math.min(TOGETHER, tasks - done);
            database.change(tx -> {
                for (int i = 0; i < some; i++) {
                    queue.enqueue(tx, task);
                }
            });
        }
    }

    private void check(Tally tally) {
        tally.check();
        Incorrect.unlessEqual("tasks that ended as Success", tasks, count("state = 'SUCCESS' and attempt = 1"));
        Incorrect.unlessEqual("tasks in the table", tasks, count("1 = 1"));
        List<String> violations = database.read(TaskInvariants::violations);
        Incorrect.unlessEqual("broken invariants " + violations, 0, violations.size());
    }

    private long notEnded() {
        return count("ended_at is null");
    }

    private long count(String which) {
        return database.read(view -> view.query("select count(*) from task where " + which)
                .mapTo(Long.class)
                .one());
    }

    /** A task that does nothing but be counted. */
    private record Counting(Tally tally) implements TaskHandler {
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
            tally.ran(run.task().id());
            return new TaskResult.Succeeded();
        }
    }
}
