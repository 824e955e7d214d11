package tako.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.platform.task.TaskFixture.SUCCEEDED;
import static tako.platform.task.TaskFixture.drain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Locks: who may run beside whom, and what a waiting task says. */
abstract class TaskLocksContract extends OneDatabase {
    private TaskFixture tasks;

    @BeforeEach
    void begin() {
        tasks = new TaskFixture(storage());
    }

    @AfterEach
    void the_invariants_hold_afterwards() {
        assertThat(tasks.violations()).isEmpty();
    }

    /** Its first run parks; woken, it succeeds. */
    private TestHandler parkingOnce(boolean keepLocks) {
        return TestHandler.of(
                "Deploy",
                run -> run.task().attempt() == 1
                        ? new TaskResult.Parked("Interruptions-4", Optional.empty(), keepLocks)
                        : SUCCEEDED);
    }

    @Test
    @Tag("rule:task.one-per-tag")
    void tasks_with_a_common_lock_never_run_together() {
        List<Integer> together = new ArrayList<>();
        TestHandler counting = TestHandler.of("Deploy", run -> {
            together.add(tasks.database.read(
                    view -> tasks.storage.store().leases().running(view).size()));
            return SUCCEEDED;
        });
        for (int i = 0; i < 5; i++) {
            tasks.enqueue("Deploy", "project-1/environment-1");
        }

        drain(tasks.node(counting));

        assertThat(together).containsExactly(1, 1, 1, 1, 1);
    }

    @Test
    void a_task_whose_lock_is_held_does_not_hold_up_those_behind_it() {
        String holder = tasks.enqueue("Deploy", "a");
        String blocked = tasks.enqueue("Deploy", "a", "b");
        String free = tasks.enqueue("Deploy", "b");

        tasks.node(parkingOnce(true)).tick();

        assertThat(tasks.state(holder)).isEqualTo(TaskState.PARKED);
        assertThat(tasks.state(blocked)).isEqualTo(TaskState.QUEUED);
        assertThat(tasks.find(free).attempt()).isOne();
    }

    @Test
    @Tag("rule:task.parked-keeps-locks-on-wish")
    void a_task_that_keeps_its_locks_while_parked_keeps_others_out() {
        String first = tasks.enqueue("Deploy", "tag");
        String second = tasks.enqueue("Deploy", "tag");
        TaskNode node = tasks.node(parkingOnce(true));

        drain(node);
        assertThat(tasks.find(second).attempt()).isZero();

        tasks.wake(first);
        drain(node);
        assertThat(tasks.state(first)).isEqualTo(TaskState.SUCCESS);
        assertThat(tasks.find(second).attempt()).isOne();
    }

    @Test
    @Tag("rule:task.parked-lets-others-pass")
    void a_task_that_releases_its_locks_while_parked_lets_others_pass_and_takes_them_again() {
        String first = tasks.enqueue("Deploy", "tag");
        String second = tasks.enqueue("Deploy", "tag");
        TaskNode node = tasks.node(parkingOnce(false));

        drain(node);
        assertThat(tasks.find(second).attempt()).isOne();

        tasks.wake(first);
        drain(node);
        assertThat(tasks.state(first)).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    @Tag("rule:task.says-behind-whom")
    void a_waiting_task_says_for_which_lock_and_who_holds_it() {
        String first = tasks.enqueue("Deploy", "tag");
        drain(tasks.node(parkingOnce(true)));
        String second = tasks.enqueue("Deploy", "tag");
        String third = tasks.enqueue("Deploy", "tag", "free");

        QueuePosition position = position(third).orElseThrow();

        assertThat(position.ahead()).isOne();
        assertThat(position.behind()).extracting(TaskRow::id).containsExactly(first, second);
        assertThat(position.heldLocks()).containsExactly(new LockHolder("tag", first, ""));
        assertThat(position(first)).isEmpty();
    }

    @Test
    @Tag("rule:task.mutex-of-a-part")
    void a_part_of_a_run_takes_and_releases_locks_of_its_own() {
        List<Boolean> taken = new ArrayList<>();
        tasks.enqueue("Holder", "tag");
        tasks.enqueue("Other");

        tasks.node(
                        TestHandler.of("Holder", run -> {
                            taken.add(take(run, "item-1", "machine"));
                            taken.add(take(run, "item-1", "machine"));
                            taken.add(take(run, "item-2", "machine"));
                            run.change(tx -> tasks.queue().releaseLock(tx, run.task(), "item-1", "machine"));
                            taken.add(take(run, "item-2", "machine"));
                            return new TaskResult.Parked("Interruptions-4", Optional.empty(), true);
                        }),
                        TestHandler.of("Other", run -> {
                            taken.add(take(run, "item-1", "machine"));
                            return SUCCEEDED;
                        }))
                .tick();

        assertThat(taken).containsExactly(true, true, false, true, false);
        assertThat(holders("machine")).extracting(LockHolder::item).containsExactly("item-2");
    }

    @Test
    @Tag("rule:task.end-releases-locks")
    void the_end_of_a_task_releases_all_its_locks() {
        tasks.enqueue("Deploy", "tag");

        drain(tasks.node(TestHandler.of("Deploy", run -> {
            take(run, "item-1", "machine");
            return new TaskResult.Failed("It broke.");
        })));

        assertThat(holders("tag", "machine")).isEmpty();
    }

    @Test
    void cancelling_a_parked_task_releases_the_locks_it_kept() {
        String id = tasks.enqueue("Deploy", "tag");
        drain(tasks.node(parkingOnce(true)));
        assertThat(holders("tag")).extracting(LockHolder::task).containsExactly(id);

        tasks.cancel(id);

        assertThat(holders("tag")).isEmpty();
    }

    private Optional<QueuePosition> position(String id) {
        return tasks.database.read(view -> tasks.queue().queuedBehind(view, id));
    }

    private boolean take(TaskRun run, String item, String name) {
        return run.write(tx -> tasks.queue().takeLock(tx, run.task(), item, name));
    }

    private List<LockHolder> holders(String... names) {
        return tasks.database.read(view -> tasks.queue().holdersOf(view, List.of(names)));
    }
}
