package tako.server.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.server.delivery.run.RunContract.with;
import static tako.server.projects.process.Processes.action;
import static tako.server.projects.process.Processes.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tako.platform.database.Database;
import tako.platform.task.FaultyDatabase;
import tako.platform.task.FaultyDatabase.Fault;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskState;
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.process.Processes;
import tako.server.projects.process.RunCondition;
import tako.server.projects.process.StartTrigger;
import tako.server.projects.process.Step;

/** Servers that die in the middle of a run, on every database: another one goes on as the handler's policy says. */
abstract class RunCrashContract {
    private static final int ENOUGH = 100;

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

    private static Step step(String name, String type) {
        return Processes.step(name, List.of(action(name, type, TestStep.TEXT, name)));
    }

    /** Three steps of a type, the second and third side by side. */
    private static DeploymentProcess three(String type) {
        return process(
                step("A", type),
                step("B", type),
                with(step("C", type), RunCondition.SUCCESS, StartTrigger.START_WITH_PREVIOUS));
    }

    /** Lets a node die at its n-th write, and another one go on; whether the first did not come to that write. */
    private boolean dieAtWrite(String id, int n, Fault how) {
        FaultyDatabase dying = new FaultyDatabase(runs.database);
        dying.goAwayAtWrite(n, how);
        runs.pass(Duration.ofSeconds(5), runs.node("Node-1", dying));
        boolean unharmed = runs.task(id).state().ended();
        runs.pass(Duration.ofSeconds(40), runs.node("Node-2", runs.database));
        return unharmed;
    }

    @ParameterizedTest
    @EnumSource
    void steps_that_may_run_again_do_and_the_run_succeeds(Fault how) throws IOException {
        for (int n = 1; n < ENOUGH; n++) {
            runs.forgetEffects();
            String id = runs.queue(three("Test.Repeat"));
            boolean unharmed = dieAtWrite(id, n, how);
            assertThat(runs.task(id).state()).as("write %d failed", n).isEqualTo(TaskState.SUCCESS);
            assertThat(runs.effects()).as("write %d failed", n).doesNotHaveDuplicates();
            for (String name : List.of("A", "B", "C")) {
                assertThat(runs.effects().stream().filter(line -> line.startsWith(name + " ")))
                        .as("%s after write %d failed", name, n)
                        .hasSizeBetween(1, 2);
            }
            namesEachAttempt(id, n);
            if (unharmed) {
                return;
            }
        }
        throw new AssertionError("There was always one more write to fail");
    }

    private void namesEachAttempt(String id, int n) {
        long second =
                runs.effects().stream().filter(line -> line.endsWith("#2")).count();
        long named = runs.tree(id).stream()
                .filter(node -> node.startsWith("Attempt 2"))
                .count();
        assertThat(named)
                .as("attempts named in the log after write %d failed", n)
                .isGreaterThanOrEqualTo(second);
    }

    @ParameterizedTest
    @EnumSource
    void steps_that_may_not_run_again_run_at_most_once_and_the_run_ends(Fault how) throws IOException {
        for (int n = 1; n < ENOUGH; n++) {
            runs.forgetEffects();
            String id = runs.queue(three("Test.Fail"));
            boolean unharmed = dieAtWrite(id, n, how);
            TaskRow task = runs.task(id);
            List<String> names =
                    runs.effects().stream().map(line -> line.substring(0, 1)).toList();
            assertThat(names).as("write %d failed", n).doesNotHaveDuplicates();
            if (task.state() == TaskState.SUCCESS) {
                assertThat(names).as("write %d failed", n).containsExactlyInAnyOrder("A", "B", "C");
            } else {
                assertThat(task.state()).as("write %d failed", n).isEqualTo(TaskState.FAILED);
                assertThat(task.reason()).contains("It was interrupted; it may have run.");
            }
            if (unharmed) {
                assertThat(task.state()).isEqualTo(TaskState.SUCCESS);
                return;
            }
        }
        throw new AssertionError("There was always one more write to fail");
    }

    /** The write that ends the only item: claim, begin, turn, start, end. */
    private static final int END_OF_THE_ITEM = 5;

    @Test
    void until_a_person_can_be_asked_a_step_that_would_ask_fails() {
        String id = runs.queue(process(step("A", "Test.Ask")));
        dieAtWrite(id, END_OF_THE_ITEM, Fault.BEFORE_COMMIT);
        assertThat(runs.task(id).reason()).isEqualTo("Step 1: A failed. " + ItemRun.INTERRUPTED);
        assertThat(runs.log(id)).contains(ItemRun.INTERRUPTED);
    }

    @Test
    void what_still_runs_elsewhere_is_found_again() {
        String id = runs.queue(process(step("A", "Test.Attach")));
        runs.attach.when("A", context -> {
            if (runs.task(id).node().equals("Node-2")) {
                assertThat(context.executionKey()).endsWith("#1");
                context.executor().start(context.executionKey(), NOTHING, (stream, text) -> {});
            }
            return new tako.server.delivery.step.Outcome.Succeeded();
        });
        runs.executor.alive.put(id + "/1.1#1", new EndedExecution());
        dieAtWrite(id, END_OF_THE_ITEM, Fault.BEFORE_COMMIT);
        assertThat(runs.task(id).state()).isEqualTo(TaskState.SUCCESS);
        assertThat(runs.log(id)).contains("The server was interrupted. Looking for what still runs of it.");
    }

    @Test
    void what_does_not_run_elsewhere_any_more_fails() {
        String id = runs.queue(process(step("A", "Test.Attach")));
        runs.attach.when("A", context -> {
            if (runs.task(id).node().equals("Node-2")) {
                context.executor().start(context.executionKey(), NOTHING, (stream, text) -> {});
            }
            return new tako.server.delivery.step.Outcome.Succeeded();
        });
        dieAtWrite(id, END_OF_THE_ITEM, Fault.BEFORE_COMMIT);
        assertThat(runs.task(id).reason()).contains(ItemRun.INTERRUPTED);
    }

    private static final tako.platform.process.Command NOTHING = new tako.platform.process.Command(
            java.util.Map.of(), List.of(), java.util.Map.of(), java.util.Optional.empty());

    private static final class EndedExecution implements tako.platform.process.Executor.Execution {
        @Override
        public tako.platform.process.Executor.Exit await() {
            return new tako.platform.process.Executor.Exit.Code(0);
        }

        @Override
        public void cancel() {}

        @Override
        public Path workingFolder() {
            return Path.of(".");
        }

        @Override
        public void close() {}
    }
}
