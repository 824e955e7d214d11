package tako.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tako.platform.task.TaskFixture.SUCCEEDED;
import static tako.platform.task.TaskFixture.drain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.platform.http.Problem;

/** What the queue does with tasks, on one node that runs them inside its tick. */
abstract class TaskQueueContract extends OneDatabase {
    private TaskFixture tasks;
    private final List<String> ran = new ArrayList<>();

    @BeforeEach
    void begin() {
        tasks = new TaskFixture(storage());
    }

    @AfterEach
    void the_invariants_hold_afterwards() {
        assertThat(tasks.violations()).isEmpty();
    }

    private TestHandler recording(String kind) {
        return TestHandler.of(kind, run -> {
            ran.add(run.task().id());
            return SUCCEEDED;
        });
    }

    private TestHandler returning(String kind, TaskResult result) {
        return TestHandler.of(kind, run -> result);
    }

    @Test
    void a_queued_task_is_claimed_run_and_ended() {
        String id = tasks.enqueue("Deploy");
        assertThat(tasks.state(id)).isEqualTo(TaskState.QUEUED);

        tasks.node(recording("Deploy")).tick();

        TaskRow task = tasks.find(id);
        assertThat(ran).containsExactly(id);
        assertThat(task.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(task.node()).isEqualTo("Node-1");
        assertThat(task.attempt()).isOne();
        assertThat(task.startedAt()).contains(tasks.clock.instant());
        assertThat(task.endedAt()).contains(tasks.clock.instant());
    }

    @Test
    void an_enqueue_that_rolls_back_leaves_no_task() {
        assertThatThrownBy(() -> tasks.database.change(tx -> {
                    tasks.queue().enqueue(tx, tasks.task("Deploy"));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(tasks.node(recording("Deploy")).tick()).isFalse();
    }

    @Test
    @Tag("rule:task.oldest-due-first")
    void the_oldest_due_goes_first_within_priority() {
        String first = tasks.enqueue("Deploy");
        String second = tasks.enqueue("Deploy");
        String urgent =
                tasks.enqueue(new NewTask("Deploy", "", 1, "{}", 7, Instant.EPOCH, Optional.empty(), List.of()));

        drain(tasks.node(recording("Deploy")));

        assertThat(ran).containsExactly(urgent, first, second);
    }

    @Test
    @Tag("rule:task.not-before-its-time")
    void a_task_is_not_claimed_before_it_is_due() {
        Instant due = tasks.clock.instant().plusSeconds(60);
        String id = tasks.enqueue(new NewTask("Deploy", "", 1, "{}", 0, due, Optional.empty(), List.of()));
        TaskNode node = tasks.node(recording("Deploy"));

        tasks.pass(Duration.ofSeconds(59), node);
        assertThat(tasks.state(id)).isEqualTo(TaskState.QUEUED);

        tasks.pass(Duration.ofSeconds(1), node);
        assertThat(tasks.state(id)).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    @Tag("rule:task.times-out-unstarted")
    void a_task_that_is_not_started_in_time_times_out() {
        Instant expiry = tasks.clock.instant().plusSeconds(60);
        String id = tasks.enqueue(
                new NewTask("Deploy", "", 1, "{}", 0, Instant.EPOCH, Optional.of(expiry), List.of("tag")));
        TaskNode other = tasks.node(recording("Health"));

        tasks.pass(Duration.ofSeconds(59), other);
        assertThat(tasks.state(id)).isEqualTo(TaskState.QUEUED);

        tasks.pass(Duration.ofSeconds(1), other);
        assertThat(tasks.state(id)).isEqualTo(TaskState.TIMED_OUT);
    }

    @Test
    @Tag("rule:task.times-out-unstarted")
    void an_expired_task_is_not_started() {
        Instant expiry = tasks.clock.instant().plusSeconds(60);
        String id = tasks.enqueue(new NewTask("Deploy", "", 1, "{}", 0, Instant.EPOCH, Optional.of(expiry), List.of()));
        tasks.clock.advance(Duration.ofSeconds(60));

        tasks.node(recording("Deploy")).tick();

        assertThat(ran).isEmpty();
        assertThat(tasks.state(id)).isEqualTo(TaskState.TIMED_OUT);
    }

    @Test
    void kinds_and_formats_that_a_node_cannot_read_stay_queued() {
        String unknown = tasks.enqueue("Unknown");
        String newer = tasks.enqueue(new NewTask("Deploy", "", 2, "{}", 0, Instant.EPOCH, Optional.empty(), List.of()));

        drain(tasks.node(recording("Deploy")));
        assertThat(List.of(tasks.state(unknown), tasks.state(newer))).containsOnly(TaskState.QUEUED);

        drain(tasks.node(new TestHandler("Deploy", TaskHandler.Slot.WORK, Set.of(1, 2), run -> SUCCEEDED)));
        assertThat(tasks.state(newer)).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    void a_failure_ends_the_task_with_its_reason() {
        String failed = tasks.enqueue("Fails");
        String threw = tasks.enqueue("Throws");

        drain(tasks.node(
                returning("Fails", new TaskResult.Failed("The disk is full.")), TestHandler.of("Throws", run -> {
                    throw new IllegalStateException("It broke.");
                })));

        assertThat(tasks.find(failed).reason()).isEqualTo("The disk is full.");
        assertThat(tasks.find(threw).reason()).isEqualTo("It broke.");
        assertThat(tasks.state(threw)).isEqualTo(TaskState.FAILED);
    }

    @Test
    @Tag("rule:task.cancel-queued-at-once")
    void a_queued_task_is_cancelled_at_once() {
        String id = tasks.enqueue("Deploy", "tag");

        assertThat(tasks.cancel(id)).isEqualTo(CancelOutcome.CANCELED);
        assertThat(tasks.cancel(id)).isEqualTo(CancelOutcome.HAD_ENDED);

        drain(tasks.node(recording("Deploy")));
        assertThat(ran).isEmpty();
        assertThat(tasks.state(id)).isEqualTo(TaskState.CANCELED);
    }

    @Test
    @Tag("rule:task.cancel-running")
    void a_run_is_cancelled_while_it_runs_and_ends_canceled() {
        List<CancelOutcome> outcomes = new ArrayList<>();
        String id = tasks.enqueue("Deploy");

        drain(tasks.node(TestHandler.of("Deploy", run -> {
            outcomes.add(tasks.cancel(run.task().id()));
            outcomes.add(tasks.cancel(run.task().id()));
            return SUCCEEDED;
        })));

        assertThat(outcomes).containsExactly(CancelOutcome.CANCELLING, CancelOutcome.CANCELLING);
        assertThat(tasks.state(id)).isEqualTo(TaskState.CANCELED);
        assertThat(tasks.find(id).cancelRequestedAt()).contains(tasks.clock.instant());
    }

    @Test
    void cancelling_a_task_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> tasks.cancel("ServerTasks-99")).isInstanceOf(Problem.class);
    }

    @Test
    @Tag("rule:task.parked-until-woken")
    void a_parked_task_waits_without_running_until_it_is_woken() {
        String id = tasks.enqueue("Deploy");
        TaskNode node = tasks.node(TestHandler.of(
                "Deploy",
                run -> run.task().attempt() == 1
                        ? new TaskResult.Parked("Interruptions-4", Optional.empty(), false)
                        : SUCCEEDED));

        drain(node);
        assertThat(tasks.state(id)).isEqualTo(TaskState.PARKED);
        assertThat(tasks.find(id).waitingFor()).isEqualTo("Interruptions-4");

        tasks.pass(Duration.ofDays(1).dividedBy(1000), node);
        assertThat(tasks.state(id)).isEqualTo(TaskState.PARKED);

        assertThat(tasks.wake(id)).isTrue();
        drain(node);
        assertThat(tasks.state(id)).isEqualTo(TaskState.SUCCESS);
        assertThat(tasks.wake(id)).isFalse();
    }

    @Test
    void a_parked_task_wakes_by_itself_at_its_time() {
        Instant until = tasks.clock.instant().plusSeconds(30);
        String id = tasks.enqueue("Deploy");
        TaskNode node = tasks.node(TestHandler.of(
                "Deploy",
                run -> run.task().attempt() == 1
                        ? new TaskResult.Parked("its time", Optional.of(until), false)
                        : SUCCEEDED));

        drain(node);
        tasks.pass(Duration.ofSeconds(29), node);
        assertThat(tasks.state(id)).isEqualTo(TaskState.PARKED);

        tasks.pass(Duration.ofSeconds(2), node);
        assertThat(tasks.state(id)).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    @Tag("rule:task.no-wake-up-lost")
    void a_wake_up_that_comes_before_the_task_parks_is_not_lost() {
        String id = tasks.enqueue("Deploy");

        drain(tasks.node(TestHandler.of("Deploy", run -> {
            if (run.task().attempt() > 1) {
                return SUCCEEDED;
            }
            assertThat(tasks.wake(run.task().id())).isTrue();
            return new TaskResult.Parked("Interruptions-4", Optional.empty(), false);
        })));

        assertThat(tasks.state(id)).isEqualTo(TaskState.SUCCESS);
        assertThat(tasks.find(id).attempt()).isEqualTo(2);
    }

    @Test
    @Tag("rule:task.cancel-parked-at-once")
    void a_parked_task_is_cancelled_at_once() {
        String id = tasks.enqueue("Deploy", "tag");
        drain(tasks.node(returning("Deploy", new TaskResult.Parked("Interruptions-4", Optional.empty(), true))));

        assertThat(tasks.cancel(id)).isEqualTo(CancelOutcome.CANCELED);
        assertThat(tasks.state(id)).isEqualTo(TaskState.CANCELED);
    }

    @Test
    @Tag("rule:task.end-changed-by-hand")
    void a_person_turns_success_into_failure_and_back_with_a_reason() {
        String id = tasks.enqueue("Deploy");
        drain(tasks.node(recording("Deploy")));

        tasks.database.change(tx -> tasks.queue().changeState(tx, id, TaskState.FAILED, "The site is down."));
        assertThat(tasks.state(id)).isEqualTo(TaskState.FAILED);
        assertThat(tasks.find(id).reason()).isEqualTo("The site is down.");

        tasks.database.change(tx -> tasks.queue().changeState(tx, id, TaskState.SUCCESS, "It is up again."));
        assertThat(tasks.state(id)).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    @Tag("rule:task.end-changed-by-hand")
    void a_person_changes_no_other_state_and_nothing_without_a_reason() {
        String queued = tasks.enqueue("Other");
        String ended = tasks.enqueue("Deploy");
        drain(tasks.node(recording("Deploy")));

        assertThatThrownBy(() -> tasks.database.change(
                        tx -> tasks.queue().changeState(tx, queued, TaskState.SUCCESS, "because")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> tasks.database.change(
                        tx -> tasks.queue().changeState(tx, ended, TaskState.CANCELED, "because")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(
                        () -> tasks.database.change(tx -> tasks.queue().changeState(tx, ended, TaskState.FAILED, " ")))
                .isInstanceOf(Problem.class);
    }

    @Test
    @Tag("rule:task.moved-to-the-top")
    void a_task_can_be_moved_to_the_top() {
        String first = tasks.enqueue("Deploy");
        String second = tasks.enqueue("Deploy");

        tasks.database.change(tx -> tasks.queue().prioritize(tx, second));

        drain(tasks.node(recording("Deploy")));
        assertThat(ran).containsExactly(second, first);
    }

    @Test
    void a_checkpoint_commits_with_the_run() {
        String id = tasks.enqueue("Deploy");
        List<String> made = new ArrayList<>();

        drain(tasks.node(TestHandler.of("Deploy", run -> {
            made.add(run.write(tx -> tasks.queue().enqueue(tx, tasks.task("Child"))));
            return SUCCEEDED;
        })));

        assertThat(tasks.state(id)).isEqualTo(TaskState.SUCCESS);
        assertThat(tasks.state(made.getFirst())).isEqualTo(TaskState.QUEUED);
    }
}
