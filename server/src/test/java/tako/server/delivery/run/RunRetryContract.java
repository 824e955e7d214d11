package tako.server.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tako.server.delivery.run.RunContract.writes;
import static tako.server.projects.process.Processes.action;
import static tako.server.projects.process.Processes.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tako.platform.database.Database;
import tako.platform.task.FaultyDatabase;
import tako.platform.task.TaskNode;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskState;
import tako.server.delivery.step.Outcome;
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.process.Processes;
import tako.server.projects.process.PropertyKey;
import tako.server.projects.process.Step;

/** Attempts that fail or last too long, on every database. */
abstract class RunRetryContract {
    private static final Outcome DONE = new Outcome.Succeeded();
    private static final Outcome FULL = new Outcome.Failed("The disk is full.");

    @TempDir
    Path folder;

    private RunFixture runs;

    abstract Database open();

    @BeforeEach
    void prepare() throws IOException {
        runs = new RunFixture(open(), folder);
    }

    @AfterEach
    void close() {
        runs.close();
    }

    private static Step step(String name, String type, Map<String, String> properties) {
        List<String> all = new ArrayList<>(List.of(TestStep.TEXT, name));
        properties.forEach((key, value) -> all.addAll(List.of(key, value)));
        return Processes.step(name, List.of(action(name, type, all.toArray(String[]::new))));
    }

    private static DeploymentProcess retried(int times) {
        return process(
                step(
                        "Try",
                        "Test.Repeat",
                        Map.of(PropertyKey.RETRIES, String.valueOf(times), PropertyKey.RETRY_BACKOFF, "10")),
                writes("Then", "then"));
    }

    private Instant dueOf(String id) {
        return runs.database.read(view -> Instant.ofEpochMilli(view.query("select wake_at from task where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one()));
    }

    @Test
    @Tag("rule:process.retry-after-failure")
    void a_failed_attempt_is_made_again_after_a_pause_that_grows_and_the_run_parks_meanwhile() {
        runs.repeat.when("Try", context -> context.executionKey().endsWith("#3") ? DONE : FULL);
        String id = runs.queueAlone(retried(2));
        TaskNode node = runs.node("Node-1", runs.database);
        node.tick();
        assertThat(runs.task(id).state()).isEqualTo(TaskState.PARKED);
        assertThat(runs.task(id).waitingFor()).isEqualTo("the time of its next attempt");
        assertThat(dueOf(id)).isEqualTo(runs.clock.instant().plusSeconds(10));
        assertThat(runs.log(id)).contains("Attempt 1 of 3 failed: The disk is full. Next in 10 seconds.");
        runs.clock.advance(Duration.ofSeconds(10));
        runs.pass(Duration.ofSeconds(1), node);
        assertThat(runs.log(id)).contains("Attempt 2 of 3 failed: The disk is full. Next in 20 seconds.");
        runs.clock.advance(Duration.ofSeconds(20));
        runs.pass(Duration.ofSeconds(1), node);
        assertThat(runs.task(id).state()).isEqualTo(TaskState.SUCCESS);
        assertThat(runs.effects())
                .containsExactly("Try " + id + "/1.1#1", "Try " + id + "/1.1#2", "Try " + id + "/1.1#3", "then");
        assertThat(runs.tree(id))
                .contains("Server: SuccessWithWarning", "Attempt 2: Failed", "Attempt 3: SuccessWithWarning");
    }

    @Test
    @Tag("rule:process.retries-used-up")
    void when_the_attempts_are_used_up_the_step_has_failed() {
        runs.repeat.when("Try", context -> FULL);
        String id = runs.queue(retried(1));
        runs.run(id);
        runs.clock.advance(Duration.ofSeconds(10));
        runs.run(id);
        assertThat(runs.task(id).state()).isEqualTo(TaskState.FAILED);
        assertThat(runs.task(id).reason()).isEqualTo("Step 1: Try failed. The disk is full.");
        assertThat(runs.effects()).hasSize(2);
    }

    @Test
    @Tag("rule:process.no-retry-for-steps-that-wait")
    void steps_that_wait_for_people_or_tasks_are_not_tried_again() {
        runs.fail.retriable = false;
        runs.fail.when("Try", context -> FULL);
        TaskRow task = runs.run(process(step("Try", "Test.Fail", Map.of(PropertyKey.RETRIES, "3"))));
        assertThat(task.state()).isEqualTo(TaskState.FAILED);
        assertThat(runs.effects()).hasSize(1);
    }

    @Test
    void what_a_failed_attempt_has_set_stays_until_another_sets_it_anew() {
        runs.repeat.when("Try", context -> {
            boolean first = context.executionKey().endsWith("#1");
            context.setOutput("Size", first ? "small" : "big", false);
            if (first) {
                context.setOutput("Once", "kept", false);
            }
            return first ? FULL : DONE;
        });
        String id = runs.queue(process(
                step("Try", "Test.Repeat", Map.of(PropertyKey.RETRIES, "1", PropertyKey.RETRY_BACKOFF, "0")),
                writes("Use", "#{Octopus.Action[Try].Output.Size} #{Octopus.Action[Try].Output.Once}")));
        runs.run(id);
        assertThat(runs.effects()).endsWith("big kept");
    }

    @Test
    void a_place_stays_taken_while_a_run_pauses_between_attempts() {
        runs.repeat.when("Try", context -> FULL);
        String first = runs.queueAlone(retried(1));
        String second = runs.queueAlone(process(writes("Then", "second")));
        runs.pass(Duration.ofSeconds(5), runs.node("Node-1", runs.database));
        assertThat(runs.holders(second)).containsExactly(first);
    }

    @Test
    @Tag("rule:process.time-out-fails-the-attempt")
    void an_attempt_that_lasts_too_long_is_stopped_and_has_failed() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        runs.repeat.when("Long", context -> {
            inside.countDown();
            new CountDownLatch(1).await();
            return DONE;
        });
        String id = runs.queue(process(
                step("Long", "Test.Repeat", Map.of(PropertyKey.TIMEOUT_MINUTES, "#{unless Nowhere}1#{/unless}"))));
        TaskNode node = runs.threaded("Node-1");
        node.tick();
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
        runs.pass(Duration.ofMinutes(1), node);
        await().until(() -> {
            node.tick();
            return runs.task(id).state().ended();
        });
        assertThat(runs.task(id).reason())
                .isEqualTo("Step 1: Long failed. It did not end within 1 minute and was stopped.");
        assertThat(runs.log(id)).contains("It did not end within 1 minute and was stopped.");
    }

    @Test
    @Tag("rule:process.time-out-may-be-retried")
    void an_attempt_that_was_stopped_for_its_time_may_be_made_again() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        runs.repeat.when("Long", context -> {
            if (context.executionKey().endsWith("#2")) {
                return DONE;
            }
            inside.countDown();
            new CountDownLatch(1).await();
            return DONE;
        });
        String id = runs.queue(process(step(
                "Long",
                "Test.Repeat",
                Map.of(PropertyKey.TIMEOUT_MINUTES, "1", PropertyKey.RETRIES, "1", PropertyKey.RETRY_BACKOFF, "0"))));
        TaskNode node = runs.threaded("Node-1");
        node.tick();
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
        runs.pass(Duration.ofMinutes(1), node);
        await().until(() -> {
            node.tick();
            return runs.task(id).state().ended();
        });
        assertThat(runs.task(id).state()).isEqualTo(TaskState.SUCCESS);
        assertThat(runs.log(id))
                .contains("Attempt 1 of 2 failed: It did not end within 1 minute and was stopped. Next at once.");
    }

    @Test
    @Tag("rule:process.time-out-fails-the-attempt")
    void an_attempt_that_ignores_that_it_is_stopped_is_left_behind_and_not_made_again() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        runs.repeat.when("Long", context -> {
            inside.countDown();
            while (go.getCount() > 0) {
                try {
                    go.await();
                } catch (InterruptedException ignored) {
                    inside.countDown();
                }
            }
            return DONE;
        });
        String id = runs.queue(process(
                step("Long", "Test.Repeat", Map.of(PropertyKey.TIMEOUT_MINUTES, "1", PropertyKey.RETRIES, "1"))));
        TaskNode node = runs.threaded("Node-1");
        node.tick();
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
        runs.pass(Duration.ofMinutes(1), node);
        await().until(() -> {
            runs.clock.advance(Duration.ofMillis(500));
            node.tick();
            return runs.task(id).state().ended();
        });
        assertThat(runs.task(id).reason())
                .isEqualTo("Step 1: Long failed. It did not end within 1 minute and was stopped.");
        assertThat(runs.log(id)).contains("The work item 1.1 did not stop in time.");
        assertThat(runs.effects()).hasSize(1);
        go.countDown();
    }

    @Test
    void a_time_out_that_is_no_number_is_warned_of_and_means_none() {
        String id = runs.queue(process(step("Try", "Test.Repeat", Map.of(PropertyKey.TIMEOUT_MINUTES, "soon"))));
        runs.run(id);
        assertThat(runs.task(id).state()).isEqualTo(TaskState.SUCCESS);
        assertThat(runs.log(id)).anyMatch(line -> line.startsWith("The time-out 'soon' is no whole number of minutes"));
    }

    @Test
    void the_time_of_what_runs_elsewhere_goes_on_while_its_server_is_lost() {
        String id = runs.queue(process(step("Far", "Test.Attach", Map.of(PropertyKey.TIMEOUT_MINUTES, "5"))));
        FaultyDatabase dying = new FaultyDatabase(runs.database);
        dying.goAwayAtWrite(5, FaultyDatabase.Fault.BEFORE_COMMIT);
        runs.pass(Duration.ofSeconds(1), runs.node("Node-1", dying));
        Instant at = limitOf(id).at();
        runs.attach.when("Far", context -> {
            assertThat(limitOf(id).at()).isEqualTo(at);
            return DONE;
        });
        runs.pass(Duration.ofSeconds(40), runs.node("Node-2", runs.database));
        assertThat(runs.task(id).state()).isEqualTo(TaskState.SUCCESS);
    }

    private TimeLimit limitOf(String id) {
        return runs.states(id).items().getFirst().history().limit().orElseThrow();
    }
}
