package tako.server.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tako.server.delivery.run.RunContract.with;
import static tako.server.delivery.run.RunContract.writes;
import static tako.server.projects.process.Processes.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tako.platform.database.Database;
import tako.platform.task.FaultyDatabase;
import tako.platform.task.FaultyDatabase.Fault;
import tako.platform.task.TaskNode;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskState;
import tako.server.delivery.interruption.Decision;
import tako.server.delivery.interruption.Decision.Verdict;
import tako.server.delivery.interruption.Question;
import tako.server.delivery.step.Awaited;
import tako.server.delivery.step.Conclusion;
import tako.server.delivery.step.Happened;
import tako.server.delivery.step.Outcome;
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.process.PropertyKey;
import tako.server.projects.process.RunCondition;
import tako.server.projects.process.StartTrigger;

/** Runs that wait for people and for other tasks, on every database. */
abstract class RunWaitingContract {
    private static final Outcome DONE = new Outcome.Succeeded();

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

    private static Question question(boolean blocksOthers) {
        return new Question("Sign off", "Look at **Test**.", List.of("Teams-7"), blocksOthers, Optional.empty());
    }

    private static Outcome asks() {
        return asks(false);
    }

    private static Outcome asks(boolean blocksOthers) {
        return new Outcome.Waits(new Awaited.Answer(question(blocksOthers)));
    }

    private TaskRow parked(String id) {
        TaskRow task = runs.task(id);
        assertThat(task.state()).as(task.reason()).isEqualTo(TaskState.PARKED);
        return task;
    }

    private void answer(String question, Verdict verdict, String notes) {
        runs.database.change(tx -> runs.questions.answer(tx, question, verdict, notes));
    }

    @Test
    @Tag("rule:interruption.waiting-run-gives-up-its-slot")
    void a_run_of_which_a_question_is_open_parks_and_says_whom_it_waits_for() {
        runs.repeat.when("Ask", context -> asks());
        String id = runs.queue(process(writes("Ask", "asked"), writes("Then", "then")));
        runs.run(id);
        assertThat(parked(id).waitingFor()).isEqualTo("Interruptions-1");
        assertThat(runs.effects()).containsExactly("asked");
        assertThat(runs.questions.asked()).singleElement().satisfies(asking -> {
            assertThat(asking.key()).isEqualTo(id + "/1.1#1");
            assertThat(asking.task()).isEqualTo(id);
            assertThat(asking.activity()).isEqualTo("step-1/server");
            assertThat(asking.regards()).contains("Deployments-1", "Projects-1", "Environments-1", "Channels-1");
        });
        assertThat(runs.log(id))
                .anyMatch(line -> line.startsWith("Waiting for a member of Teams-7 to answer 'Sign off'"));
        assertThat(runs.tree(id)).contains("Step 1: Ask: Running", "Server: Running");
    }

    @Test
    @Tag("rule:interruption.proceed-lets-the-run-go-on")
    void consent_lets_the_run_go_on_and_the_log_says_by_whom() {
        runs.repeat.when("Ask", context -> asks());
        String id = runs.queue(process(writes("Ask", "asked"), writes("Then", "then")));
        runs.run(id);
        answer("Interruptions-1", Verdict.PROCEED, "Looks good.");
        runs.run(id);
        assertThat(runs.task(id).state()).isEqualTo(TaskState.SUCCESS);
        assertThat(runs.effects()).containsExactly("asked", "then");
        assertThat(runs.log(id)).contains("Ada Lovelace (ada) decided to proceed. Notes: Looks good.");
        assertThat(runs.tree(id)).contains("Step 1: Ask: Success");
    }

    @Test
    @Tag("rule:interruption.abort-counts-as-failure")
    @Tag("rule:process.failure-steps-run-after-an-abort")
    void an_abort_is_a_failure_after_which_steps_for_failures_run() {
        runs.repeat.when("Ask", context -> asks());
        String id = runs.queue(process(
                writes("Ask", "asked"),
                writes("Then", "then"),
                with(writes("Repair", "repair"), RunCondition.FAILURE, StartTrigger.START_AFTER_PREVIOUS)));
        runs.run(id);
        answer("Interruptions-1", Verdict.ABORT, "Not today.");
        runs.run(id);
        assertThat(runs.task(id).state()).isEqualTo(TaskState.FAILED);
        assertThat(runs.task(id).reason()).contains("Ada Lovelace aborted. Notes: Not today.");
        assertThat(runs.effects()).containsExactly("asked", "repair");
    }

    @Test
    @Tag("rule:interruption.never-answered-fails")
    void a_question_that_nobody_answers_in_time_fails_the_run_which_says_so() {
        runs.repeat.when("Ask", context -> asks());
        String id = runs.queue(process(writes("Ask", "asked")));
        runs.run(id);
        runs.clock.advance(Duration.ofDays(29));
        runs.run(id);
        parked(id);
        runs.clock.advance(Duration.ofDays(1));
        runs.run(id);
        assertThat(runs.task(id).state()).isEqualTo(TaskState.FAILED);
        assertThat(runs.log(id)).contains("Nobody answered within 30 days, so it does not go on.");
        assertThat(runs.questions.decided())
                .hasEntrySatisfying(
                        "Interruptions-1", decision -> assertThat(decision).isInstanceOf(Decision.Expired.class));
    }

    @Test
    @Tag("rule:interruption.outputs-of-a-decision")
    void what_was_set_before_waiting_and_what_the_decision_sets_reach_later_steps() {
        runs.repeat.when("Ask", context -> {
            context.setOutput("Before", "b", false);
            return asks();
        });
        runs.repeat.concludes = happened -> new Conclusion(DONE, Map.of("Manual.Approved", "True"));
        String id = runs.queue(process(
                writes("Ask", "asked"),
                writes("Use", "#{Octopus.Action[Ask].Output.Before} #{Octopus.Action[Ask].Output.Manual.Approved}")));
        runs.run(id);
        answer("Interruptions-1", Verdict.PROCEED, "");
        runs.run(id);
        assertThat(runs.effects()).containsExactly("asked", "b True");
    }

    @Test
    @Tag("rule:interruption.waits-beside-other-steps")
    void other_steps_of_the_group_go_on_while_one_waits_and_an_answer_is_heard_meanwhile() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        runs.repeat.when("Ask", context -> asks());
        runs.repeat.when("Long", context -> {
            inside.countDown();
            go.await();
            return DONE;
        });
        String id = runs.queue(process(
                writes("Ask", "asked"),
                with(writes("Long", "long"), RunCondition.SUCCESS, StartTrigger.START_WITH_PREVIOUS)));
        TaskNode node = runs.threaded("Node-1");
        node.tick();
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
        await().until(() -> runs.states(id).waiting().size() == 1);
        answer("Interruptions-1", Verdict.PROCEED, "");
        await().until(() -> runs.states(id).in(ItemState.SUCCEEDED).size() == 1);
        assertThat(runs.task(id).state()).isEqualTo(TaskState.EXECUTING);
        go.countDown();
        await().until(() -> {
            node.tick();
            return runs.task(id).state() == TaskState.SUCCESS;
        });
    }

    @Test
    void clients_see_first_that_a_person_is_asked_whatever_else_is_waited_for() {
        runs.repeat.when("Child", context -> new Outcome.Waits(new Awaited.End(context.write(runs::child))));
        runs.repeat.when("Ask", context -> asks());
        String id = runs.queue(process(
                writes("Child", "child"),
                with(writes("Ask", "asked"), RunCondition.SUCCESS, StartTrigger.START_WITH_PREVIOUS)));
        runs.run(id);
        assertThat(parked(id).waitingFor()).matches("Interruptions-1, ServerTasks-\\d+");
    }

    @Test
    @Tag("rule:interruption.waiting-does-not-block-others")
    void others_pass_a_run_that_waits_and_it_queues_again_behind_them() {
        runs.repeat.when("Ask", context -> asks());
        String first = runs.queueAlone(process(writes("Ask", "asked"), writes("Then", "then")));
        String second = runs.queueAlone(process(writes("Ask", "asked too")));
        runs.run(first);
        parked(first);
        parked(second);
        String third = runs.queueAlone(process(writes("Block", "third")));
        runs.repeat.when("Block", context -> {
            answer("Interruptions-1", Verdict.PROCEED, "");
            return DONE;
        });
        TaskNode node = runs.node("Node-1", runs.database);
        node.tick();
        assertThat(runs.effects()).containsExactly("asked", "asked too", "third");
        assertThat(runs.task(third).state()).isEqualTo(TaskState.SUCCESS);
        runs.pass(Duration.ofSeconds(2), node);
        assertThat(runs.task(first).state()).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    @Tag("rule:interruption.answered-run-takes-its-lock-again")
    void an_answered_run_queues_behind_whoever_has_the_place_now() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        runs.repeat.when("Ask", context -> asks());
        runs.repeat.when("Long", context -> {
            inside.countDown();
            go.await();
            return DONE;
        });
        String first = runs.queueAlone(process(writes("Ask", "asked")));
        TaskNode node = runs.threaded("Node-1");
        await().until(() -> {
            node.tick();
            return runs.task(first).state() == TaskState.PARKED;
        });
        String second = runs.queueAlone(process(writes("Long", "long")));
        node.tick();
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
        answer("Interruptions-1", Verdict.PROCEED, "");
        node.tick();
        assertThat(runs.task(first).state()).isEqualTo(TaskState.QUEUED);
        assertThat(runs.holders(first)).containsExactly(second);
        go.countDown();
        await().until(() -> {
            node.tick();
            return runs.task(first).state() == TaskState.SUCCESS;
        });
    }

    @Test
    @Tag("rule:interruption.may-block-others")
    void others_queue_behind_a_run_whose_question_blocks_them() {
        runs.target("alpha", "web");
        runs.repeat.when("Ask", context -> asks(true));
        String first = runs.queueAlone(process(writes("Ask", "asked", PropertyKey.TARGET_ROLES, "web")));
        String second = runs.queueAlone(process(writes("Then", "second")));
        String elsewhere = runs.queue(process(writes("Touch", "touched", PropertyKey.TARGET_ROLES, "web")));
        runs.run(first);
        parked(first);
        assertThat(runs.task(second).state()).isEqualTo(TaskState.QUEUED);
        assertThat(runs.holders(second)).containsExactly(first);
        assertThat(runs.effects()).containsExactly("asked");
        answer("Interruptions-1", Verdict.PROCEED, "");
        runs.run(second);
        assertThat(runs.effects()).containsExactlyInAnyOrder("asked", "second", "touched");
        assertThat(runs.task(elsewhere).state()).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    void a_target_is_free_while_the_item_for_it_waits() {
        runs.target("alpha", "web");
        runs.repeat.when("Ask", context -> asks());
        String first = runs.queue(process(writes("Ask", "asked", PropertyKey.TARGET_ROLES, "web")));
        runs.run(first);
        String second = runs.queue(process(writes("Then", "second", PropertyKey.TARGET_ROLES, "web")));
        runs.run(second);
        assertThat(runs.task(second).state()).isEqualTo(TaskState.SUCCESS);
        parked(first);
    }

    @Test
    void a_question_that_cannot_be_put_fails_its_step_with_the_sentence() {
        runs.questions.refusal = Optional.of("The team Teams-7 was deleted. Choose another in the step.");
        runs.repeat.when("Ask", context -> asks());
        TaskRow task = runs.run(process(writes("Ask", "asked")));
        assertThat(task.state()).isEqualTo(TaskState.FAILED);
        assertThat(task.reason()).endsWith("The team Teams-7 was deleted. Choose another in the step.");
    }

    @Test
    void an_action_whose_handler_is_gone_when_the_answer_comes_fails_and_says_so() {
        runs.repeat.when("Ask", context -> asks());
        String id = runs.queue(process(writes("Ask", "asked")));
        runs.run(id);
        answer("Interruptions-1", Verdict.PROCEED, "");
        runs.handlers = List.of();
        runs.run(id);
        assertThat(runs.task(id).reason()).contains("cannot carry out actions of the type 'Test.Repeat'");
    }

    @Test
    void a_conclusion_that_breaks_fails_its_step_only() {
        runs.repeat.when("Ask", context -> asks());
        runs.repeat.concludes = happened -> {
            throw new IllegalStateException("oh");
        };
        String id = runs.queue(process(writes("Ask", "asked")));
        runs.run(id);
        answer("Interruptions-1", Verdict.PROCEED, "");
        runs.run(id);
        assertThat(runs.task(id).reason()).contains("The step broke.").contains(id);
    }

    @Test
    void the_end_of_another_task_lets_the_run_go_on() {
        runs.repeat.when("Child", context -> new Outcome.Waits(new Awaited.End(context.write(runs::child))));
        String id = runs.queue(process(writes("Child", "child"), writes("Then", "then")));
        runs.run(id);
        String child = parked(id).waitingFor();
        assertThat(child).startsWith("ServerTasks-");
        runs.cancel(child);
        runs.run(id);
        assertThat(runs.task(id).reason()).isEqualTo("Step 1: Child failed. " + child + " ended as Canceled.");
    }

    @Test
    void a_task_that_has_ended_already_is_not_waited_for() {
        String child = runs.database.write(runs::child);
        runs.cancel(child);
        runs.repeat.concludes = happened -> {
            assertThat(happened).isEqualTo(new Happened.Ended(child, TaskState.CANCELED, ""));
            return new Conclusion(DONE, Map.of());
        };
        runs.repeat.when("Child", context -> new Outcome.Waits(new Awaited.End(child)));
        String id = runs.queue(process(writes("Child", "child")));
        runs.node("Node-1", runs.database).tick();
        assertThat(runs.task(id).state()).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    void a_run_that_is_not_told_of_the_end_of_a_task_looks_by_itself() {
        runs.repeat.when("Child", context -> new Outcome.Waits(new Awaited.End(context.write(runs::child))));
        String id = runs.queue(process(writes("Child", "child")));
        runs.run(id);
        String child = parked(id).waitingFor();
        runs.database.change(tx -> tx.update("update task set state = 'SUCCESS', ended_at = 1 where id = :id")
                .bind("id", child)
                .execute());
        runs.clock.advance(Duration.ofMinutes(1));
        runs.run(id);
        assertThat(runs.task(id).state()).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    void an_answer_that_comes_before_the_run_has_parked_is_not_lost() {
        runs.questions.onAsk = () -> answer("Interruptions-1", Verdict.PROCEED, "");
        runs.repeat.when("Ask", context -> asks());
        String id = runs.queue(process(writes("Ask", "asked"), writes("Then", "then")));
        runs.pass(Duration.ofSeconds(3), runs.node("Node-1", runs.database));
        assertThat(runs.task(id).state()).isEqualTo(TaskState.SUCCESS);
    }

    private static DeploymentProcess asking() {
        return process(writes("Ask", "asked"), writes("Then", "then"));
    }

    /** A server dies at the n-th write of a run that asks and is answered: what was asked once is asked once, and the answer counts once. */
    @ParameterizedTest
    @EnumSource
    @Tag("rule:interruption.answer-counts-once")
    void servers_that_die_lose_no_question_and_no_answer(Fault how) throws IOException {
        for (int n = 1; n < 60; n++) {
            runs.forgetEffects();
            runs.repeat.when("Ask", context -> asks());
            String id = runs.queue(asking());
            FaultyDatabase dying = new FaultyDatabase(runs.database);
            dying.goAwayAtWrite(n, how);
            TaskNode first = runs.node("Node-1", dying);
            runs.pass(Duration.ofSeconds(3), first);
            runs.pass(Duration.ofSeconds(40), runs.node("Node-2", runs.database));
            boolean died = !runs.task(id).node().equals("Node-1");
            parked(id);
            String open = runs.task(id).waitingFor();
            answer(open, Verdict.PROCEED, "");
            runs.pass(Duration.ofSeconds(3), first);
            runs.pass(Duration.ofSeconds(40), runs.node("Node-2", runs.database));
            assertThat(runs.task(id).state()).as("write %d failed", n).isEqualTo(TaskState.SUCCESS);
            assertThat(runs.effects().stream().filter("then"::equals))
                    .as("write %d", n)
                    .hasSizeBetween(1, 2);
            assertThat(runs.log(id).stream().filter(line -> line.startsWith("Ada Lovelace")))
                    .as("write %d failed", n)
                    .hasSizeBetween(1, 2);
            assertThat(runs.log(id)).as("write %d failed", n).anyMatch(line -> line.startsWith("Waiting for"));
            if (!died && runs.task(id).node().equals("Node-1")) {
                return;
            }
        }
        throw new AssertionError("There was always one more write to fail");
    }
}
