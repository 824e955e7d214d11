package tako.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.platform.task.TaskFixture.SUCCEEDED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tako.platform.task.FaultyDatabase.Fault;

/**
 * A node whose n-th write fails, for n = 1, 2, 3 … until none fails: afterwards the invariants hold, and each task has ended
 * exactly once with each of its checkpoints written exactly once.
 */
abstract class TaskCrashContract extends OneDatabase {
    private static final int ENOUGH = 100;

    private TaskFixture tasks;

    @BeforeEach
    void begin() {
        tasks = new TaskFixture(storage());
        tasks.listeners.put("Deploy", (tx, task) -> tasks.storage.effects().add(tx, task.id(), "ended"));
    }

    /** Two checkpoints, with a wait between them. */
    private final TestHandler deploy = TestHandler.of("Deploy", run -> {
        once(run, "first");
        if (run.task().attempt() == 1) {
            return new TaskResult.Parked("its time", Optional.of(run.task().queuedAt()), true);
        }
        once(run, "second");
        return SUCCEEDED;
    });

    private void once(TaskRun run, String what) {
        run.change(tx -> {
            if (!tasks.storage.effects().has(tx, run.task().id(), what)) {
                tasks.storage.effects().add(tx, run.task().id(), what);
            }
        });
    }

    private List<String> enqueueSome() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ids.add(tasks.enqueue("Deploy", "tag-" + i % 2));
        }
        return ids;
    }

    private TaskNode node(String name, FaultyDatabase database) {
        return new TaskFixture(tasks, database).node(name, Runnable::run, deploy);
    }

    @ParameterizedTest
    @EnumSource
    void a_node_that_dies_at_its_nth_write_loses_and_doubles_nothing(Fault fault) {
        for (int n = 1; n < ENOUGH; n++) {
            List<String> ids = enqueueSome();
            FaultyDatabase dying = new FaultyDatabase(tasks.database);
            dying.goAwayAtWrite(n, fault);
            work(node("Node-1", dying), 20);
            boolean unharmed = allEnded(ids);

            work(node("Node-2", new FaultyDatabase(tasks.database)), 60);
            check(ids, n);
            if (unharmed) {
                return;
            }
        }
        throw new AssertionError("There was always one more write to fail");
    }

    @ParameterizedTest
    @EnumSource
    void a_node_whose_database_goes_away_at_its_nth_write_and_comes_back_loses_and_doubles_nothing(Fault fault) {
        for (int n = 1; n < 25; n++) {
            List<String> ids = enqueueSome();
            FaultyDatabase flickering = new FaultyDatabase(tasks.database);
            TaskNode node = node("Node-1", flickering);
            flickering.goAwayAtWrite(n, fault);
            work(node, 5);
            flickering.comeBack();
            work(node, 60);
            check(ids, n);
        }
    }

    private void work(TaskNode node, int seconds) {
        tasks.pass(Duration.ofSeconds(seconds), node);
    }

    private boolean allEnded(List<String> ids) {
        return ids.stream().allMatch(id -> tasks.state(id).ended());
    }

    private void check(List<String> ids, int n) {
        assertThat(tasks.violations()).as("after write %d failed", n).isEmpty();
        for (String id : ids) {
            assertThat(tasks.state(id)).as("%s after write %d failed", id, n).isEqualTo(TaskState.SUCCESS);
            assertThat(tasks.effects(id))
                    .as("%s after write %d failed", id, n)
                    .containsExactly("ended", "first", "second");
        }
    }
}
