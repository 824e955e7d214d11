package tako.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static tako.platform.task.TaskFixture.SUCCEEDED;

import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Leases, takeover, fences, cancel and outages: two nodes on one database, each ticked by hand. */
abstract class TaskLeaseContract extends OneDatabase {
    private TaskFixture tasks;
    private FaultyDatabase database;
    private LiveRun.Runs runs;
    private TaskNode owner;
    private TaskNode other;

    @BeforeEach
    void begin() {
        tasks = new TaskFixture(storage());
        database = new FaultyDatabase(tasks.database);
        runs = new LiveRun.Runs();
        owner = node("Node-1", false);
        other = new TaskFixture(tasks, tasks.database)
                .node("Node-2", Runnable::run, TestHandler.of("Deploy", run -> SUCCEEDED));
    }

    private TaskNode node(String name, boolean stubborn) {
        return new TaskFixture(tasks, database)
                .node(name, Executors.newVirtualThreadPerTaskExecutor(), runs.handler("Deploy", stubborn));
    }

    @AfterEach
    void the_invariants_hold_afterwards() {
        assertThat(tasks.violations()).isEmpty();
    }

    private LiveRun started(TaskNode node) throws InterruptedException {
        node.tick();
        return runs.next();
    }

    private void endOf(String id, TaskNode node, TaskState expected) {
        await().until(() -> {
            node.tick();
            return tasks.state(id) == expected;
        });
    }

    @Test
    void a_node_that_beats_keeps_its_task() throws InterruptedException {
        String id = tasks.enqueue("Deploy");
        LiveRun run = started(owner);

        tasks.pass(Duration.ofSeconds(60), owner, other);

        assertThat(tasks.find(id).node()).isEqualTo("Node-1");
        assertThat(run.run.stopRequested()).isFalse();
        run.end(SUCCEEDED);
        endOf(id, owner, TaskState.SUCCESS);
    }

    @Test
    @Tag("rule:task.takeover-after-observed-silence")
    void another_node_takes_over_when_it_has_seen_the_same_beat_for_ten_seconds() throws InterruptedException {
        String id = tasks.enqueue("Deploy");
        LiveRun stalled = started(owner);
        other.tick();

        tasks.pass(Duration.ofMillis(9500), other);
        assertThat(tasks.find(id).node()).isEqualTo("Node-1");

        tasks.pass(Duration.ofMillis(500), other);
        assertThat(tasks.find(id).node()).isEqualTo("Node-2");
        assertThat(tasks.state(id)).isEqualTo(TaskState.SUCCESS);
        stalled.end(SUCCEEDED);
    }

    @Test
    @Tag("rule:task.fence")
    void a_node_that_lost_its_task_writes_nothing_more() throws InterruptedException {
        String id = tasks.enqueue("Deploy");
        LiveRun stalled = started(owner);
        other.tick();
        tasks.pass(Duration.ofSeconds(10), other);
        TaskRow taken = tasks.find(id);

        assertThatThrownBy(() -> stalled.run.change(tx -> tasks.queue().enqueue(tx, tasks.task("Never"))))
                .isInstanceOf(TaskLost.class);

        owner.tick();
        stalled.awaitInterrupt();
        owner.tick();
        assertThat(tasks.find(id)).isEqualTo(taken);
        assertThat(tasks.count("Never")).isZero();
    }

    @Test
    void a_late_end_of_a_lost_run_changes_nothing() throws InterruptedException {
        String id = tasks.enqueue("Deploy");
        LiveRun stalled = started(owner);
        other.tick();
        tasks.pass(Duration.ofSeconds(10), other);

        stalled.end(new TaskResult.Failed("It came too late."));
        owner.tick();
        owner.tick();

        assertThat(tasks.state(id)).isEqualTo(TaskState.SUCCESS);
        assertThat(tasks.find(id).reason()).isEmpty();
    }

    @Test
    @Tag("rule:task.takeover-after-observed-silence")
    void time_in_which_a_node_did_not_look_does_not_count_for_a_takeover() throws InterruptedException {
        String id = tasks.enqueue("Deploy");
        LiveRun stalled = started(owner);
        other.tick();

        tasks.clock.advance(Duration.ofMinutes(10));
        other.tick();
        assertThat(tasks.find(id).node()).isEqualTo("Node-1");

        tasks.pass(Duration.ofSeconds(10), other);
        assertThat(tasks.find(id).node()).isEqualTo("Node-2");
        stalled.end(SUCCEEDED);
    }

    @Test
    @Tag("rule:task.owner-stops-first")
    void an_owner_that_cannot_beat_for_seven_seconds_stops_its_runs() throws InterruptedException {
        tasks.enqueue("Deploy");
        LiveRun run = started(owner);
        tasks.pass(Duration.ofSeconds(3), owner);
        database.goAway();

        passWithout(Duration.ofMillis(6500));
        assertThat(run.run.stopRequested()).isFalse();

        passWithout(Duration.ofMillis(500));
        assertThat(run.run.stopRequested()).isTrue();
        assertThat(run.run.cancelRequested()).isFalse();
        run.awaitInterrupt();
    }

    @Test
    void a_run_that_was_stopped_by_an_outage_goes_on_after_it() throws InterruptedException {
        String id = tasks.enqueue("Deploy");
        LiveRun stopped = started(owner);
        database.goAway();
        passWithout(Duration.ofSeconds(8));
        stopped.awaitInterrupt();

        database.comeBack();
        await().until(() -> {
            owner.tick();
            return runs.waiting() == 1;
        });
        runs.next().end(SUCCEEDED);
        endOf(id, owner, TaskState.SUCCESS);
        assertThat(tasks.find(id).attempt()).isEqualTo(2);
    }

    @Test
    @Tag("rule:task.end-is-never-dropped")
    void an_outage_delays_an_end_and_does_not_drop_it() throws InterruptedException {
        String id = tasks.enqueue("Deploy");
        LiveRun run = started(owner);
        database.goAway();
        run.end(SUCCEEDED);
        passWithout(Duration.ofSeconds(5));
        assertThat(tasks.state(id)).isEqualTo(TaskState.EXECUTING);

        database.comeBack();
        endOf(id, owner, TaskState.SUCCESS);
        assertThat(tasks.find(id).attempt()).isOne();
    }

    @Test
    void an_end_waits_with_its_lease_renewed_while_only_it_cannot_be_written() throws InterruptedException {
        tasks.listeners.put("Deploy", (tx, task) -> {
            throw new IllegalStateException("The mirror of the end is broken.");
        });
        String id = tasks.enqueue("Deploy");
        TaskNode node = node("Node-1", false);
        LiveRun run = started(node);
        run.end(SUCCEEDED);

        endOf(id, node, TaskState.FAILED);

        assertThat(tasks.find(id).reason()).startsWith("Its end could not be recorded");
    }

    @Test
    void cancel_interrupts_the_run() throws InterruptedException {
        String id = tasks.enqueue("Deploy");
        LiveRun run = started(owner);

        tasks.cancel(id);
        owner.tick();

        run.awaitInterrupt();
        endOf(id, owner, TaskState.CANCELED);
    }

    @Test
    @Tag("rule:task.cancel-deadline")
    void a_run_that_does_not_stop_ends_at_the_cancel_deadline() throws InterruptedException {
        TaskNode node = node("Node-1", true);
        String id = tasks.enqueue("Deploy", "tag");
        LiveRun run = started(node);
        tasks.cancel(id);
        node.tick();

        tasks.pass(Duration.ofMillis(9500), node);
        assertThat(tasks.state(id)).isEqualTo(TaskState.CANCELLING);

        tasks.pass(Duration.ofMillis(500), node);
        assertThat(tasks.state(id)).isEqualTo(TaskState.CANCELED);
        assertThatThrownBy(() -> run.run.change(tx -> {})).isInstanceOf(TaskLost.class);
        run.end(SUCCEEDED);
    }

    @Test
    @Tag("rule:task.cancel-deadline")
    void any_node_ends_a_cancelled_task_whose_node_is_gone() throws InterruptedException {
        String id = tasks.enqueue("Deploy");
        LiveRun run = started(owner);
        other.tick();
        tasks.cancel(id);

        tasks.pass(Duration.ofSeconds(11), other);

        assertThat(tasks.state(id)).isEqualTo(TaskState.CANCELED);
        assertThat(tasks.find(id).attempt()).isOne();
        run.end(SUCCEEDED);
    }

    @Test
    @Tag("rule:task.too-many-losses")
    void a_task_whose_node_is_lost_again_and_again_fails() throws InterruptedException {
        String id = tasks.enqueue("Deploy");
        int limit = TaskLimits.standard().maxLosses();
        for (int loss = 0; loss < limit; loss++) {
            TaskNode dying = node("Dying-" + loss, false);
            LiveRun run = started(dying);
            tasks.pass(Duration.ofSeconds(11), tasks.node(TestHandler.of("Nothing", one -> SUCCEEDED)));
            run.end(SUCCEEDED);
        }

        assertThat(tasks.state(id)).isEqualTo(TaskState.FAILED);
        assertThat(tasks.find(id).reason()).contains(limit + " times");
    }

    /** Time passes for the owner alone, while its database is gone: its watch fails as the node's thread would see it. */
    private void passWithout(Duration duration) {
        for (long left = duration.toMillis(); left > 0; left -= 500) {
            tasks.clock.advance(Duration.ofMillis(500));
            owner.tick();
        }
    }
}
