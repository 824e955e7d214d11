package tako.server.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tako.server.delivery.run.RunContract.with;
import static tako.server.delivery.run.RunContract.writes;
import static tako.server.projects.process.Processes.action;
import static tako.server.projects.process.Processes.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tako.platform.database.Database;
import tako.platform.log.LogNode;
import tako.platform.log.NodeStatus;
import tako.platform.task.FaultyDatabase;
import tako.platform.task.TaskNode;
import tako.platform.task.TaskState;
import tako.server.delivery.interruption.Decision;
import tako.server.delivery.interruption.Question;
import tako.server.delivery.step.Awaited;
import tako.server.delivery.step.Outcome;
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.process.Processes;
import tako.server.projects.process.PropertyKey;
import tako.server.projects.process.RunCondition;
import tako.server.projects.process.StartTrigger;

/** Tasks that end without their run, on every database: cancelled at every point, and lost for good. */
abstract class RunEndContract {
    /** The write that ends the only item: claim, begin, turn, start, end. */
    private static final int END_OF_THE_ITEM = 5;

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

    private static Outcome asks() {
        return new Outcome.Waits(
                new Awaited.Answer(new Question("Sign off", "Look.", List.of(), false, Optional.empty())));
    }

    /** The process whose first step a test lets wait, fail or run; what follows runs always, but not after a cancel. */
    private static DeploymentProcess first(String name, String... properties) {
        String[] all = new String[properties.length + 2];
        System.arraycopy(properties, 0, all, 0, properties.length);
        all[properties.length] = TestStep.TEXT;
        all[properties.length + 1] = name;
        return process(
                Processes.step(name, List.of(action(name, "Test.Repeat", all))),
                with(writes("Always", "always"), RunCondition.ALWAYS, StartTrigger.START_AFTER_PREVIOUS));
    }

    private void cancelled(String id) {
        assertThat(runs.task(id).state()).isEqualTo(TaskState.CANCELED);
        assertThat(runs.effects()).doesNotContain("always");
        assertThat(runs.states(id).items())
                .allSatisfy(item -> assertThat(item.state().ended()).isTrue());
        assertThat(runs.log(id)).contains("Cancelled. No further step runs.");
        assertNothingOpen(id, NodeStatus.CANCELED);
    }

    private void assertNothingOpen(String id, NodeStatus root) {
        assertThat(runs.nodes(id))
                .allSatisfy(node ->
                        assertThat(node.status()).as(node.title()).isNotIn(NodeStatus.RUNNING, NodeStatus.PENDING));
        assertThat(runs.nodes(id).getFirst().status()).isEqualTo(root);
        assertThat(closings()).as("tasks that close runs").isZero();
    }

    private int closings() {
        return runs.database.read(view -> view.query("select count(*) from task where kind = 'CloseRun'")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    @Tag("rule:task.cancelled-runs-nothing-more")
    void a_run_that_waits_for_an_answer_ends_at_once_and_its_question_with_it() {
        runs.repeat.when("Ask", context -> asks());
        String id = runs.queue(first("Ask"));
        runs.run(id);
        assertThat(runs.task(id).state()).isEqualTo(TaskState.PARKED);
        runs.cancel(id);
        assertThat(runs.task(id).state()).isEqualTo(TaskState.CANCELED);
        assertThat(runs.questions.decided()).containsEntry("Interruptions-1", new Decision.Withdrawn());
        runs.run(id);
        cancelled(id);
    }

    @Test
    @Tag("rule:task.cancelled-runs-nothing-more")
    void a_run_that_pauses_between_attempts_ends_at_once() {
        runs.repeat.when("Try", context -> new Outcome.Failed("No."));
        String id = runs.queue(first("Try", PropertyKey.RETRIES, "3", PropertyKey.RETRY_BACKOFF, "600"));
        runs.run(id);
        assertThat(runs.task(id).state()).isEqualTo(TaskState.PARKED);
        runs.cancel(id);
        runs.run(id);
        cancelled(id);
    }

    @Test
    void a_run_that_was_answered_and_is_queued_again_ends_at_once() {
        runs.repeat.when("Ask", context -> asks());
        String id = runs.queue(first("Ask"));
        runs.run(id);
        runs.database.change(tx -> runs.questions.answer(tx, "Interruptions-1", Decision.Verdict.PROCEED, ""));
        assertThat(runs.task(id).state()).isEqualTo(TaskState.QUEUED);
        runs.cancel(id);
        runs.run(id);
        cancelled(id);
    }

    @Test
    void a_run_that_has_not_begun_ends_and_leaves_nothing() {
        String id = runs.queue(first("Ask"));
        runs.cancel(id);
        runs.run(id);
        assertThat(runs.task(id).state()).isEqualTo(TaskState.CANCELED);
        assertThat(runs.effects()).isEmpty();
        assertThat(closings()).isZero();
    }

    @Test
    void a_run_of_which_one_item_waits_and_another_runs_stops_both() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        runs.repeat.when("Ask", context -> asks());
        runs.repeat.when("Long", context -> {
            inside.countDown();
            new CountDownLatch(1).await();
            return DONE;
        });
        String id = runs.queue(process(
                writes("Ask", "asked"),
                with(writes("Long", "long"), RunCondition.SUCCESS, StartTrigger.START_WITH_PREVIOUS),
                with(writes("Always", "always"), RunCondition.ALWAYS, StartTrigger.START_AFTER_PREVIOUS)));
        TaskNode node = runs.threaded("Node-1");
        node.tick();
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
        await().until(() -> runs.states(id).waiting().size() == 1);
        runs.cancel(id);
        await().until(() -> {
            node.tick();
            return runs.task(id).state().ended() && closings() == 0;
        });
        cancelled(id);
        assertThat(runs.questions.decided()).containsEntry("Interruptions-1", new Decision.Withdrawn());
    }

    @Test
    void a_run_that_waits_for_a_target_ends_at_once() throws Exception {
        runs.target("alpha", "web");
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(1);
        runs.repeat.when("Slow", context -> {
            inside.countDown();
            go.await();
            return DONE;
        });
        runs.queue(process(writes("Slow", "slow", PropertyKey.TARGET_ROLES, "web")));
        TaskNode node = runs.threaded("Node-1");
        node.tick();
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
        String id = runs.queue(process(
                writes("Quick", "quick", PropertyKey.TARGET_ROLES, "web"),
                with(writes("Always", "always"), RunCondition.ALWAYS, StartTrigger.START_AFTER_PREVIOUS)));
        await().until(() -> {
            node.tick();
            return runs.task(id).state() == TaskState.PARKED;
        });
        runs.cancel(id);
        assertThat(runs.task(id).state()).isEqualTo(TaskState.CANCELED);
        await().until(() -> {
            node.tick();
            return closings() == 0;
        });
        go.countDown();
        cancelled(id);
    }

    @Test
    void a_run_whose_server_was_lost_too_often_ends_closed_and_says_why() {
        runs.repeat.when("Break", context -> DONE);
        String id = runs.queue(first("Break"));
        runs.database.change(tx -> tx.update("update task set losses = 24 where id = :id")
                .bind("id", id)
                .execute());
        FaultyDatabase dying = new FaultyDatabase(runs.database);
        dying.goAwayAtWrite(END_OF_THE_ITEM, FaultyDatabase.Fault.BEFORE_COMMIT);
        runs.pass(Duration.ofSeconds(3), runs.node("Node-1", dying));
        assertThat(runs.states(id).items()).extracting(Item::state).containsExactly(ItemState.RUNNING);
        runs.pass(Duration.ofSeconds(40), runs.node("Last", runs.database));
        assertThat(runs.task(id).state()).isEqualTo(TaskState.FAILED);
        assertThat(runs.states(id).items()).extracting(Item::state).containsExactly(ItemState.FAILED);
        assertThat(runs.log(id)).contains(runs.task(id).reason());
        assertNothingOpen(id, NodeStatus.FAILED);
    }

    /** A server dies at the write that would say how its run ended, with the log closed already. */
    private String closedButNotEnded() {
        String id = runs.queue(process(writes("One", "one")));
        FaultyDatabase dying = new FaultyDatabase(runs.database);
        dying.goAwayAtWrite(END_OF_THE_ITEM + 1, FaultyDatabase.Fault.BEFORE_COMMIT);
        runs.pass(Duration.ofSeconds(3), runs.node("Node-1", dying));
        assertThat(runs.log(id)).endsWith("Done.");
        assertThat(runs.task(id).state()).isEqualTo(TaskState.EXECUTING);
        return id;
    }

    @Test
    void a_cancel_that_comes_when_the_log_is_closed_and_the_end_not_yet_written_stands_in_the_log_too() {
        String id = closedButNotEnded();
        runs.cancel(id);
        runs.pass(Duration.ofSeconds(40), runs.node("Node-2", runs.database));
        assertThat(runs.task(id).state()).isEqualTo(TaskState.CANCELED);
        assertThat(runs.log(id))
                .hasSize(2)
                .startsWith("Done.")
                .element(1)
                .asString()
                .startsWith("Cancelled. No further step runs.");
        assertNothingOpen(id, NodeStatus.CANCELED);
    }

    @Test
    void a_log_that_cannot_be_written_is_closed_as_soon_as_it_can() {
        runs.repeat.when("Ask", context -> asks());
        String id = runs.queue(first("Ask"));
        runs.run(id);
        runs.cancel(id);
        runs.logs.full = true;
        runs.pass(Duration.ofSeconds(70), runs.node("Node-1", runs.database));
        assertThat(closings()).isEqualTo(1);
        assertThat(losses()).isZero();
        runs.logs.full = false;
        runs.pass(Duration.ofSeconds(40), runs.node("Node-1", runs.database));
        cancelled(id);
    }

    private int losses() {
        return runs.database.read(view -> view.query("select max(losses) from task where kind = 'CloseRun'")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void a_run_that_was_claimed_and_had_not_begun_leaves_no_open_log() {
        String id = runs.queue(first("Ask"));
        FaultyDatabase dying = new FaultyDatabase(runs.database);
        dying.goAwayAtWrite(2, FaultyDatabase.Fault.BEFORE_COMMIT);
        runs.pass(Duration.ofSeconds(3), runs.node("Node-1", dying));
        assertThat(runs.nodes(id)).extracting(LogNode::status).containsExactly(NodeStatus.RUNNING);
        runs.cancel(id);
        runs.pass(Duration.ofSeconds(40), runs.node("Node-2", runs.database));
        assertThat(runs.task(id).state()).isEqualTo(TaskState.CANCELED);
        assertNothingOpen(id, NodeStatus.CANCELED);
    }

    @Test
    @Tag("rule:task.cancelled-runs-nothing-more")
    void the_task_that_a_cancelled_run_waits_for_is_cancelled_with_it() {
        runs.repeat.when("Child", context -> new Outcome.Waits(new Awaited.End(context.write(runs::child))));
        String id = runs.queue(first("Child"));
        runs.run(id);
        String child = runs.task(id).waitingFor();
        assertThat(runs.task(child).state()).isEqualTo(TaskState.QUEUED);
        runs.cancel(id);
        assertThat(runs.task(child).state()).isEqualTo(TaskState.CANCELED);
        runs.run(id);
        cancelled(id);
    }

    @Test
    void so_is_it_when_the_run_still_does_other_things() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        List<String> children = new CopyOnWriteArrayList<>();
        runs.repeat.when("Child", context -> {
            children.add(context.write(runs::child));
            return new Outcome.Waits(new Awaited.End(children.getFirst()));
        });
        runs.repeat.when("Long", context -> {
            inside.countDown();
            new CountDownLatch(1).await();
            return DONE;
        });
        String id = runs.queue(process(
                writes("Child", "child"),
                with(writes("Long", "long"), RunCondition.SUCCESS, StartTrigger.START_WITH_PREVIOUS)));
        TaskNode node = runs.threaded("Node-1");
        node.tick();
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
        await().until(() -> runs.states(id).waiting().size() == 1);
        runs.cancel(id);
        await().until(() -> {
            node.tick();
            return runs.task(id).state().ended() && closings() == 0;
        });
        assertThat(runs.task(children.getFirst()).state()).isEqualTo(TaskState.CANCELED);
    }

    @Test
    void closing_a_run_again_changes_nothing_and_a_server_that_dies_meanwhile_is_no_harm() {
        for (int n = 1; n < 5; n++) {
            runs.repeat.when("Ask", context -> asks());
            String id = runs.queue(first("Ask"));
            runs.run(id);
            runs.cancel(id);
            FaultyDatabase dying = new FaultyDatabase(runs.database);
            dying.goAwayAtWrite(n, FaultyDatabase.Fault.AFTER_COMMIT);
            runs.pass(Duration.ofSeconds(3), runs.node("Node-1", dying));
            runs.pass(Duration.ofSeconds(40), runs.node("Node-2", runs.database));
            cancelled(id);
            assertThat(runs.log(id).stream().filter(line -> line.startsWith("Cancelled.")))
                    .as("write %d failed", n)
                    .hasSize(1);
        }
    }
}
