package tako.server.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static tako.server.projects.process.Processes.action;
import static tako.server.projects.process.Processes.process;
import static tako.server.projects.process.Processes.step;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tako.platform.database.Database;
import tako.platform.secret.Secret;
import tako.platform.task.TaskNode;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskState;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.Rendering.RenderedText;
import tako.server.library.variableset.Variable;
import tako.server.library.variableset.VariableScope;
import tako.server.library.variableset.VariableSet;
import tako.server.library.variableset.VariableType;
import tako.server.projects.process.Action;
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.process.Processes;
import tako.server.projects.process.PropertyKey;
import tako.server.projects.process.RunCondition;
import tako.server.projects.process.StartTrigger;
import tako.server.projects.process.Step;
import tako.server.projects.variable.TargetVariables;
import tako.server.resource.NotForEnvironment;
import tako.server.resource.PropertyValue;

/** Runs, on every database: what they do, in which order, with which variables, and what they say of it. */
abstract class RunContract {
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

    /** A step whose action writes a text, and nothing else, into the file of effects. */
    static Step writes(String name, String text, String... properties) {
        return Processes.step(
                name, List.of(action(name, "Test.Repeat", TestStep.TEXT, text, "Test.Plain", "yes")), properties);
    }

    static Step with(Step step, RunCondition condition, StartTrigger trigger) {
        return new Step(
                step.id(),
                step.name(),
                step.slug(),
                step.packageRequirement(),
                step.properties(),
                condition,
                trigger,
                step.actions(),
                step.unknown());
    }

    private static VariableSet variables(Variable... variables) {
        return VariableSet.empty("variableset-Projects-1", RunFixture.SPACE, "Projects-1")
                .withVariables(List.of(variables));
    }

    private static Variable variable(String name, String value, VariableScope scope) {
        return new Variable(
                name + value,
                name,
                PropertyValue.of(value),
                null,
                scope,
                true,
                null,
                VariableType.STRING,
                false,
                Map.of());
    }

    private TaskRow finished(String id) {
        TaskRow task = runs.task(id);
        assertThat(task.state().ended()).as("%s is %s", id, task.state()).isTrue();
        return task;
    }

    @Test
    void steps_run_one_after_the_other_and_the_task_succeeds() {
        TaskRow task = runs.run(process(writes("First", "one"), writes("Second", "two")));
        assertThat(task.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(runs.effects()).containsExactly("one", "two");
        assertThat(runs.started).containsExactly(task.id());
    }

    @Test
    void the_log_is_a_tree_of_task_step_and_place() {
        TaskRow task = runs.run(process(writes("First", "one")));
        assertThat(runs.tree(task.id()))
                .containsExactly(
                        "Deploy Random Quotes release 1.2.3 to Dev: Success",
                        "Step 1: First: Success",
                        "Server: Success");
    }

    @Test
    void a_step_runs_once_for_each_target_that_holds_its_tag() {
        runs.target("alpha", "web");
        runs.target("beta", "web");
        runs.target("gamma", "db");
        runs.disable(runs.target("delta", "web"));
        TaskRow task = runs.run(process(writes("Deploy", "#{Octopus.Machine.Name}", PropertyKey.TARGET_ROLES, "web")));
        assertThat(task.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(runs.effects()).containsExactlyInAnyOrder("alpha", "beta");
        assertThat(runs.tree(task.id())).contains("alpha: Success", "beta: Success");
    }

    @Test
    void a_target_that_this_server_cannot_use_fails_by_name() {
        runs.target("alpha", "web", "Ssh");
        TaskRow task = runs.run(process(writes("Deploy", "x", PropertyKey.TARGET_ROLES, "web")));
        assertThat(task.state()).isEqualTo(TaskState.FAILED);
        assertThat(task.reason())
                .contains("Targets of the style 'Ssh' are kept, but this version of the server cannot");
        assertThat(runs.effects()).isEmpty();
    }

    @Test
    @Tag("rule:process.no-target-skips-the-step")
    void a_step_that_finds_no_target_is_skipped_and_says_so() {
        TaskRow task = runs.run(process(writes("Deploy", "x", PropertyKey.TARGET_ROLES, "web"), writes("Then", "y")));
        assertThat(task.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(runs.effects()).containsExactly("y");
        assertThat(runs.tree(task.id())).contains("Step 1: Deploy: Skipped");
        assertThat(runs.log(task.id()))
                .contains("Skipped: no enabled deployment target of this environment has the target tag web.");
    }

    @Test
    @Tag("rule:deployment.skipped-actions-do-not-run")
    void what_whoever_started_it_chose_to_skip_or_leave_out_does_not_run() {
        String alpha = runs.target("alpha", "web");
        runs.target("beta", "web");
        var choices = new RunSpec.Choices(Set.of("action Tell"), Set.of(), Set.of(alpha), Map.of(), false);
        String id = runs.queue(
                process(
                        writes("Tell", "told"),
                        writes("Deploy", "#{Octopus.Machine.Name}", PropertyKey.TARGET_ROLES, "web")),
                variables(),
                choices);
        runs.run(id);
        assertThat(runs.effects()).containsExactly("beta");
        assertThat(runs.tree(id)).contains("Step 1: Tell: Skipped");
    }

    @Test
    @Tag("rule:process.failure-is-sticky")
    void after_a_failure_only_steps_run_that_want_to_and_the_task_fails_with_the_real_cause() {
        runs.repeat.when("Break", context -> new Outcome.Failed("The disk is full."));
        TaskRow task = runs.run(process(
                writes("Break", "broke"),
                writes("Normal", "normal"),
                with(
                        writes("Repair", "#{Octopus.Deployment.Error}"),
                        RunCondition.FAILURE,
                        StartTrigger.START_AFTER_PREVIOUS),
                with(
                        writes("Report", "#{Octopus.Step[Normal].Status.Code}"),
                        RunCondition.ALWAYS,
                        StartTrigger.START_AFTER_PREVIOUS)));
        assertThat(task.state()).isEqualTo(TaskState.FAILED);
        assertThat(task.reason()).isEqualTo("Step 1: Break failed. The disk is full.");
        assertThat(runs.effects()).containsExactly("broke", "The disk is full.", "Skipped");
        assertThat(runs.log(task.id())).contains("The disk is full.", task.reason());
    }

    @Test
    @Tag("rule:process.failure-steps-need-a-failure")
    void a_step_for_failures_is_skipped_when_nothing_has_failed() {
        runs.run(process(with(writes("Repair", "x"), RunCondition.FAILURE, StartTrigger.START_AFTER_PREVIOUS)));
        assertThat(runs.effects()).isEmpty();
    }

    @Test
    @Tag("rule:process.variable-condition-per-target")
    void a_condition_by_expression_is_asked_for_each_target() {
        runs.target("alpha", "web");
        runs.target("beta", "web");
        Step step = with(
                writes(
                        "Deploy",
                        "#{Octopus.Machine.Name}",
                        PropertyKey.TARGET_ROLES,
                        "web",
                        PropertyKey.STEP_CONDITION,
                        "#{if Octopus.Machine.Name == \"beta\"}yes#{/if}"),
                RunCondition.VARIABLE,
                StartTrigger.START_AFTER_PREVIOUS);
        runs.run(process(step));
        assertThat(runs.effects()).containsExactly("beta");
    }

    @Test
    @Tag("rule:process.broken-condition-says-no")
    void a_condition_that_cannot_be_read_says_no_and_is_warned_of() {
        Step step = with(
                writes("Deploy", "x", PropertyKey.STEP_CONDITION, "#{if Nowhere == }yes#{/if}"),
                RunCondition.VARIABLE,
                StartTrigger.START_AFTER_PREVIOUS);
        Action child = WithCondition.variable(action(
                "Child",
                "Test.Repeat",
                TestStep.TEXT,
                "child",
                PropertyKey.ACTION_CONDITION,
                "#{if Nowhere == }yes#{/if}"));
        TaskRow task = runs.run(process(step, Processes.step("Children", List.of(child))));
        assertThat(task.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(runs.effects()).isEmpty();
        assertThat(runs.log(task.id()).stream()
                        .filter(line -> line.startsWith("The run condition cannot be evaluated, which counts as no")))
                .hasSize(2);
    }

    @Test
    @Tag("rule:process.variable-overrides-window")
    void a_variable_says_how_many_targets_at_once_whatever_the_step_says_and_the_log_warns() {
        runs.target("alpha", "web");
        AtomicInteger inside = new AtomicInteger();
        runs.repeat.when("Deploy", context -> {
            inside.incrementAndGet();
            return DONE;
        });
        String id = runs.queue(
                process(writes("Deploy", "x", PropertyKey.TARGET_ROLES, "web", PropertyKey.MAX_PARALLELISM, "7")),
                variables(variable(PropertyKey.MAX_PARALLELISM, "1", VariableScope.EVERYTHING)));
        runs.run(id);
        assertThat(inside).hasValue(1);
        assertThat(runs.states(id).turns().values())
                .singleElement()
                .satisfies(turn -> assertThat(turn.window()).isEqualTo(1));
        assertThat(runs.log(id))
                .contains("The variable Octopus.Action.MaxParallelism says how many targets are worked on at once: 1,"
                        + " whatever the step says.");
    }

    @Test
    @Tag("rule:process.statuses-of-steps-so-far")
    void a_step_reads_how_all_steps_stand_in_the_order_of_the_process() {
        runs.run(process(
                writes("Zeta", "z"),
                with(writes("Skip", "s"), RunCondition.FAILURE, StartTrigger.START_AFTER_PREVIOUS),
                writes(
                        "Tell",
                        "#{each step in Octopus.Step}#{step.Name}=#{step.Status.Code};#{/each}"
                                + " #{Octopus.Action[Zeta].StepName} [#{Octopus.Action[Zeta].Package.PackageId}]"
                                + " [#{Octopus.Action[Zeta].Package.PackageVersion}]"),
                writes("Later", "l")));
        assertThat(runs.effects())
                .containsExactly("z", "Zeta=Succeeded;Skip=Skipped;Tell=Running;Later=Pending; Zeta [] []", "l");
    }

    @Test
    void an_expression_that_cannot_be_resolved_says_no() {
        Step step = with(
                writes("Deploy", "x", PropertyKey.STEP_CONDITION, "#{Nowhere}"),
                RunCondition.VARIABLE,
                StartTrigger.START_AFTER_PREVIOUS);
        TaskRow task = runs.run(process(step));
        assertThat(task.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(runs.effects()).isEmpty();
    }

    @Test
    @Tag("rule:process.child-condition-by-variable")
    void an_action_with_a_condition_by_expression_is_skipped_alone() {
        Action asks = WithCondition.variable(
                action("Asks", "Test.Repeat", TestStep.TEXT, "asked", PropertyKey.ACTION_CONDITION, "#{Nowhere}"));
        Step step = Processes.step(
                "Roll", List.of(asks, action("Goes", "Test.Repeat", TestStep.TEXT, "went", "Test.Plain", "yes")));
        runs.run(process(step));
        assertThat(runs.effects()).containsExactly("went");
    }

    @Test
    @Tag("rule:process.rolling-window")
    void each_target_walks_through_the_actions_of_a_rolling_step() {
        runs.target("alpha", "web");
        runs.target("beta", "web");
        Step step = Processes.step(
                "Roll",
                List.of(
                        action("Out", "Test.Repeat", TestStep.TEXT, "out #{Octopus.Machine.Name}", "Test.Plain", "y"),
                        action("In", "Test.Repeat", TestStep.TEXT, "in #{Octopus.Machine.Name}", "Test.Plain", "y")),
                PropertyKey.TARGET_ROLES,
                "web",
                PropertyKey.MAX_PARALLELISM,
                "1");
        TaskRow task = runs.run(process(step));
        assertThat(runs.effects()).containsExactly("out alpha", "in alpha", "out beta", "in beta");
        assertThat(runs.tree(task.id())).contains("1.1: Out: Success", "1.2: In: Success", "beta: Success");
    }

    @Test
    @Tag("rule:process.failed-target-stops-rolling")
    void a_failed_target_stops_the_rolling_step() {
        runs.target("alpha", "web");
        runs.target("beta", "web");
        runs.repeat.when("Out", context -> new Outcome.Failed("No."));
        Step step = Processes.step(
                "Roll",
                List.of(
                        action("Out", "Test.Repeat", TestStep.TEXT, "out #{Octopus.Machine.Name}", "Test.Plain", "y"),
                        action("In", "Test.Repeat", TestStep.TEXT, "in", "Test.Plain", "y")),
                PropertyKey.TARGET_ROLES,
                "web",
                PropertyKey.MAX_PARALLELISM,
                "1");
        TaskRow task = runs.run(process(step));
        assertThat(runs.effects()).containsExactly("out alpha");
        assertThat(task.reason()).isEqualTo("Step 1.1: Out failed on alpha. No.");
    }

    @Test
    @Tag("rule:process.start-with-previous")
    void steps_that_start_with_the_previous_one_run_beside_it() {
        CountDownLatch both = new CountDownLatch(2);
        TestStep.Behaviour meets = context -> {
            both.countDown();
            return both.await(20, TimeUnit.SECONDS) ? DONE : new Outcome.Failed("It was alone.");
        };
        runs.repeat.when("One", meets);
        runs.repeat.when("Two", meets);
        TaskRow task = runs.run(process(
                writes("One", "1"), with(writes("Two", "2"), RunCondition.SUCCESS, StartTrigger.START_WITH_PREVIOUS)));
        assertThat(task.state()).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    @Tag("rule:process.target-does-one-thing-at-a-time")
    void side_by_side_steps_for_one_target_take_turns_and_say_for_whom_they_wait() {
        runs.target("alpha", "web");
        AtomicInteger inside = new AtomicInteger();
        TestStep.Behaviour alone = context -> {
            boolean first = inside.incrementAndGet() == 1;
            await().pollDelay(Duration.ofMillis(50)).until(() -> true);
            inside.decrementAndGet();
            return first ? DONE : new Outcome.Failed("Two at once.");
        };
        runs.repeat.when("One", alone);
        runs.repeat.when("Two", alone);
        TaskRow task = runs.run(process(
                writes("One", "1", PropertyKey.TARGET_ROLES, "web"),
                with(
                        writes("Two", "2", PropertyKey.TARGET_ROLES, "web"),
                        RunCondition.SUCCESS,
                        StartTrigger.START_WITH_PREVIOUS)));
        assertThat(task.reason()).isEmpty();
        assertThat(runs.log(task.id()))
                .contains("Waiting for the deployment target alpha, on which another step of this task runs. A target"
                        + " does one thing at a time.");
    }

    @Test
    @Tag("rule:process.no-targets-leave-out-no-sign-off")
    void a_sign_off_that_finds_no_target_fails_its_run() {
        TaskRow task = runs.run(process(
                Processes.step(
                        "Sign off",
                        List.of(action("Sign off", "Octopus.Manual", PropertyKey.RESPONSIBLE_TEAMS, "Teams-1")),
                        PropertyKey.TARGET_ROLES,
                        "web"),
                writes("Then", "then")));
        assertThat(task.state()).isEqualTo(TaskState.FAILED);
        assertThat(task.reason()).isEqualTo("Step 1: Sign off failed. " + TurnRule.NO_PLACE);
        assertThat(runs.effects()).isEmpty();
        assertThat(runs.tree(task.id())).contains("Step 1: Sign off: Failed");
    }

    @Test
    @Tag("rule:process.target-does-one-thing-at-a-time")
    void a_run_that_waits_long_for_a_target_says_so_once_looks_less_often_and_goes_on_when_it_is_free()
            throws Exception {
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
        String quick = runs.queue(process(writes("Quick", "quick", PropertyKey.TARGET_ROLES, "web")));
        for (int second = 0; second < 600; second += 2) {
            runs.clock.advance(Duration.ofSeconds(2));
            await().pollInterval(Duration.ofMillis(5)).until(() -> {
                node.tick();
                return runs.task(quick).state() == TaskState.PARKED;
            });
        }
        assertThat(runs.log(quick))
                .filteredOn(line -> line.startsWith("Waiting for"))
                .hasSize(1);
        assertThat(runs.task(quick).attempt()).isBetween(10, 25);
        go.countDown();
        await().until(() -> {
            node.tick();
            return runs.task(quick).state().ended();
        });
        assertThat(runs.task(quick).state()).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    @Tag("rule:process.target-does-one-thing-at-a-time")
    void a_run_waits_for_a_target_on_which_another_task_runs_without_holding_a_thread() throws Exception {
        runs.target("alpha", "web");
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(1);
        runs.repeat.when("Slow", context -> {
            inside.countDown();
            go.await();
            return DONE;
        });
        String slow = runs.queue(process(writes("Slow", "slow", PropertyKey.TARGET_ROLES, "web")));
        TaskNode node = runs.threaded("Node-1");
        node.tick();
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
        String quick = runs.queue(process(writes("Quick", "quick", PropertyKey.TARGET_ROLES, "web")));
        await().until(() -> {
            node.tick();
            return runs.task(quick).state() == TaskState.PARKED;
        });
        assertThat(runs.task(quick).waitingFor()).contains("alpha").contains(slow);
        assertThat(runs.log(quick)).anyMatch(line -> line.contains(slow));
        go.countDown();
        await().until(() -> {
            runs.clock.advance(Duration.ofSeconds(1));
            node.tick();
            return runs.task(quick).state().ended();
        });
        assertThat(runs.effects()).containsExactly("slow", "quick");
    }

    @Test
    void variables_are_resolved_for_environment_action_and_target() {
        String alpha = runs.target("alpha", "web");
        VariableSet set = variables(
                variable("Port", "80", VariableScope.EVERYTHING),
                variable("Port", "30000", VariableScope.of(VariableScope.ENVIRONMENT, "Environments-1")),
                variable("Host", "any", VariableScope.EVERYTHING),
                variable("Host", "mine", VariableScope.of(VariableScope.MACHINE, alpha)));
        String id = runs.queue(
                process(writes(
                        "Deploy",
                        "#{Octopus.Release.Number} #{Host}:#{Port} #{Octopus.Action.Number} #{Octopus.Environment.MachinesInRole[web]}",
                        PropertyKey.TARGET_ROLES,
                        "web")),
                set);
        runs.run(id);
        assertThat(runs.effects()).containsExactly("1.2.3 mine:30000 1 " + alpha);
    }

    @Test
    @Tag("rule:process.outputs-by-step-and-target")
    void outputs_reach_later_steps_and_a_target_sees_its_own() {
        runs.target("alpha", "web");
        runs.target("beta", "web");
        runs.repeat.when("Measure", context -> {
            context.setOutput("Size", context.executionKey().contains("Machines-1") ? "small" : "big", false);
            return DONE;
        });
        runs.run(process(
                writes("Measure", "m", PropertyKey.TARGET_ROLES, "web", PropertyKey.MAX_PARALLELISM, "1"),
                writes(
                        "Use",
                        "#{Octopus.Action[Measure].Output.Size}",
                        PropertyKey.TARGET_ROLES,
                        "web",
                        PropertyKey.MAX_PARALLELISM,
                        "1"),
                writes("Sum", "#{Octopus.Action[Measure].Output[alpha].Size} #{Octopus.Action[Measure].Output.Size}")));
        assertThat(runs.effects()).containsExactly("m", "m", "small", "big", "small big");
    }

    @Test
    void secrets_reach_steps_in_clear_and_logs_masked() {
        String id = runs.database.write(tx -> runs.secrets.keep(tx, Secret.of("hunter22")));
        Variable secret = new Variable(
                "v",
                "Password",
                new PropertyValue.Sensitive(true, Optional.of(id), Optional.empty()),
                null,
                VariableScope.EVERYTHING,
                true,
                null,
                VariableType.SENSITIVE,
                true,
                Map.of());
        runs.repeat.when("Log in", context -> {
            context.log().info("with hunter22");
            context.setOutput("Token", "t0ken-value", true);
            return DONE;
        });
        runs.repeat.when("Use", context -> {
            context.log().info("with t0ken-value");
            return DONE;
        });
        String task = runs.queue(
                process(writes("Log in", "#{Password}"), writes("Use", "#{Octopus.Action[Log in].Output.Token}")),
                variables(secret));
        runs.run(task);
        assertThat(runs.effects()).containsExactly("hunter22", "t0ken-value");
        assertThat(runs.log(task))
                .contains("with ********")
                .noneMatch(line -> line.contains("hunter22") || line.contains("t0ken"));
    }

    @Test
    void a_property_of_the_step_counts_like_a_value_for_that_step_and_a_closer_one_beats_it() {
        runs.target("alpha", "web");
        DeploymentProcess process = process(writes(
                "Deploy", "#{Greeting} #{Port}", "Greeting", "step", "Port", "1", PropertyKey.TARGET_ROLES, "web"));
        String action = process.actions().findFirst().orElseThrow().key();
        VariableScope exact = new VariableScope(
                Map.of(VariableScope.ACTION, List.of(action), VariableScope.MACHINE, List.of("Machines-1")));
        String task = runs.queue(
                process,
                variables(
                        variable("Greeting", "project", VariableScope.of(VariableScope.MACHINE, "Machines-1")),
                        variable("Port", "2", exact)));
        runs.run(task);
        assertThat(runs.effects()).containsExactly("step 2");
    }

    @Test
    void values_that_nothing_tells_apart_are_warned_of_unless_that_is_switched_off() {
        Variable first = variable("Port", "1", VariableScope.EVERYTHING);
        Variable second = variable("Port", "2", VariableScope.EVERYTHING);
        String task = runs.queue(process(writes("Say", "#{Port}")), variables(first, second));
        runs.run(task);
        assertThat(runs.effects()).containsExactly("2");
        assertThat(runs.log(task)).anyMatch(line -> line.startsWith("The variable 'Port' has several values"));
        String quiet = runs.queue(
                process(writes("Say", "#{Port}")),
                variables(
                        first,
                        second,
                        variable("OctopusSuppressDuplicateVariableWarning", "True", VariableScope.EVERYTHING)));
        runs.run(quiet);
        assertThat(runs.log(quiet)).noneMatch(line -> line.contains("several values"));
    }

    @Test
    void values_that_nothing_tells_apart_for_an_action_are_warned_of_once_where_it_runs() {
        runs.target("alpha", "web");
        runs.target("beta", "web");
        String task = runs.queue(
                process(writes("Say", "#{Port}", PropertyKey.TARGET_ROLES, "web")),
                variables(
                        variable("Port", "1", VariableScope.of(VariableScope.ACTION, "action Say")),
                        variable("Port", "2", VariableScope.of(VariableScope.ACTION, "ACTION SAY"))));
        runs.run(task);
        assertThat(runs.effects()).containsExactly("2", "2");
        assertThat(runs.log(task).stream().filter(line -> line.contains("'Port' has several values")))
                .hasSize(1);
    }

    @Test
    void the_variables_are_printed_into_the_log_where_that_is_switched_on() {
        String task = runs.queue(
                process(writes("Say", "x")),
                variables(
                        variable("Url", "http://#{Host}", VariableScope.EVERYTHING),
                        variable("Host", "example.org", VariableScope.EVERYTHING),
                        variable("OctopusPrintVariables", "True", VariableScope.EVERYTHING),
                        variable("OctopusPrintEvaluatedVariables", "True", VariableScope.EVERYTHING)));
        runs.run(task);
        assertThat(runs.log(task)).contains("Url = http://#{Host}", "Url = http://example.org");
    }

    @Test
    void an_expression_that_nothing_resolves_is_named_and_fails_the_step_where_that_is_switched_on() {
        String task = runs.queue(process(writes("Say", "to #{Nobody}")));
        runs.run(task);
        assertThat(finished(task).state()).isEqualTo(TaskState.SUCCESS);
        assertThat(runs.log(task))
                .anyMatch(line -> line.endsWith("could not be resolved: #{Nobody}.") && line.contains(TestStep.TEXT));
        String strict = runs.queue(
                process(writes("Say", "to #{Nobody}")),
                variables(
                        variable("OctopusShouldFailDeploymentOnSubstitutionFails", "True", VariableScope.EVERYTHING)));
        runs.run(strict);
        assertThat(finished(strict).state()).isEqualTo(TaskState.FAILED);
    }

    @Test
    void a_target_tells_its_steps_how_it_is_reached_and_what_is_secret_of_it_is_masked() {
        runs.target("cluster", "k8s");
        runs.targets = (view, target) -> new TargetVariables.Contribution(
                Map.of("Cluster.Url", "https://10.0.0.1"), Map.of("Cluster.Token", Secret.of("t0ken-value")));
        runs.repeat.when("Deploy", context -> {
            context.log().info("with t0ken-value");
            return DONE;
        });
        String task = runs.queue(
                process(writes("Deploy", "#{Cluster.Url} #{Cluster.Token}", PropertyKey.TARGET_ROLES, "k8s")));
        runs.run(task);
        assertThat(runs.effects()).containsExactly("https://10.0.0.1 t0ken-value");
        assertThat(runs.log(task)).contains("with ********").noneMatch(line -> line.contains("t0ken"));
    }

    @Test
    void a_variable_that_names_a_certificate_stands_for_its_parts() {
        runs.members = (view, named) -> named.id().equals("Certificates-1")
                ? new TargetVariables.Contribution(
                        Map.of(named.variable() + ".Subject", "CN=web"),
                        Map.of(named.variable() + ".PrivateKeyPem", Secret.of("pr1vate-key")))
                : TargetVariables.Contribution.NONE;
        Variable web = new Variable(
                "v",
                "Web",
                PropertyValue.of("Certificates-1"),
                null,
                VariableScope.EVERYTHING,
                true,
                null,
                VariableType.CERTIFICATE,
                false,
                Map.of());
        runs.repeat.when("Serve", context -> {
            context.log().info("with pr1vate-key");
            return DONE;
        });
        String task =
                runs.queue(process(writes("Serve", "#{Web} #{Web.Subject} #{Web.PrivateKeyPem}")), variables(web));
        runs.run(task);
        assertThat(runs.effects()).containsExactly("Certificates-1 CN=web pr1vate-key");
        assertThat(runs.log(task)).contains("with ********").noneMatch(line -> line.contains("pr1vate"));
    }

    @Test
    void a_target_whose_account_is_not_for_its_environment_is_not_deployed_to() {
        runs.target("cluster", "k8s");
        runs.targets = (view, target) -> {
            NotForEnvironment.check("The account 'prod'", target.value().environmentIds(), "Environments-2"::equals);
            return TargetVariables.Contribution.NONE;
        };
        String task = runs.queue(process(writes("Deploy", "applied", PropertyKey.TARGET_ROLES, "k8s")));
        runs.run(task);
        assertThat(runs.effects()).isEmpty();
        assertThat(runs.log(task))
                .anyMatch(line -> line.contains("The account 'prod' may not be used in Environments-1"));
    }

    @Test
    void a_preview_shows_every_step_for_every_target_changes_nothing_and_shows_no_secret() {
        runs.target("alpha", "web");
        runs.target("beta", "web");
        runs.targets = (view, target) ->
                new TargetVariables.Contribution(Map.of(), Map.of("Cluster.Token", Secret.of("t0ken-value")));
        String task = runs.queue(process(
                writes("Deploy", "with #{Cluster.Token} on #{Octopus.Machine.Name}", PropertyKey.TARGET_ROLES, "web"),
                writes("Broken", "refuse"),
                step("Unknown", List.of(action("Unknown", "Octopus.Nothing")))));

        List<RunPreview.RenderedAction> shown = runs.preview(task);

        assertThat(shown)
                .extracting(
                        RunPreview.RenderedAction::step,
                        RunPreview.RenderedAction::target,
                        action ->
                                action.texts().stream().map(RenderedText::text).toList())
                .containsExactly(
                        tuple("Deploy", "alpha", List.of("with ******** on alpha")),
                        tuple("Deploy", "beta", List.of("with ******** on beta")),
                        tuple("Broken", "", List.of()),
                        tuple("Unknown", "", List.of()));
        assertThat(shown.get(2).problems()).containsExactly("The text is missing.", "Write one.");
        assertThat(shown.get(3).problems().getFirst()).contains("'Octopus.Nothing'");
        assertThat(runs.effects()).isEmpty();
    }

    @Test
    void an_artifact_is_kept_and_named_in_the_log() throws IOException {
        Path file = Files.writeString(folder.resolve("report.txt"), "fine", StandardCharsets.UTF_8);
        runs.repeat.when("Report", context -> {
            context.addArtifact(file, "report.txt");
            return DONE;
        });
        TaskRow task = runs.run(process(writes("Report", "r")));
        assertThat(runs.log(task.id())).contains("Kept the artifact report.txt (4 bytes, Artifacts-1).");
        int rows = runs.database.read(view -> view.query(
                        "select count(*) from artifact where task = :task and name = 'report.txt' and size = 4")
                .bind("task", task.id())
                .mapTo(Integer.class)
                .one());
        assertThat(rows).isEqualTo(1);
    }

    @Test
    @Tag("rule:process.unknown-type-fails")
    void an_action_of_an_unknown_type_fails_with_its_name() {
        TaskRow task = runs.run(process(Processes.step("Fly", List.of(action("Fly", "Vendor.Rocket")))));
        assertThat(task.state()).isEqualTo(TaskState.FAILED);
        assertThat(task.reason()).contains("Vendor.Rocket");
    }

    @Test
    void a_refused_rendering_fails_with_all_of_its_sentences() {
        TaskRow task = runs.run(process(writes("Deploy", "refuse")));
        assertThat(task.reason()).isEqualTo("Step 1: Deploy failed. The text is missing. Write one.");
    }

    @Test
    void a_handler_that_breaks_fails_its_step_only() {
        runs.repeat.when("Break", context -> {
            throw new IllegalStateException("oh");
        });
        TaskRow task = runs.run(process(writes("Break", "b")));
        assertThat(task.state()).isEqualTo(TaskState.FAILED);
        assertThat(task.reason())
                .contains("The step broke.")
                .contains(task.id())
                .doesNotContain("IllegalState");
    }

    @Test
    @Tag("rule:deployment.judged-again-at-start")
    void a_run_that_may_not_begin_any_more_fails_with_the_reasons_and_does_nothing() {
        runs.refusals.add("Release 1.2.3 is blocked.");
        TaskRow task = runs.run(process(writes("Deploy", "x")));
        assertThat(task.state()).isEqualTo(TaskState.FAILED);
        assertThat(task.reason()).isEqualTo("Release 1.2.3 is blocked.");
        assertThat(runs.effects()).isEmpty();
        assertThat(runs.started).isEmpty();
    }

    @Test
    void a_run_whose_frozen_copies_are_gone_fails_and_says_so_in_its_log() {
        String id = runs.queue(process(writes("Deploy", "x")));
        runs.database.change(tx -> tx.update("delete from snapshot").execute());
        TaskRow task = runs.run(id);
        assertThat(task.state()).isEqualTo(TaskState.FAILED);
        assertThat(task.reason()).contains("no longer exists");
        assertThat(runs.log(id)).containsExactly(task.reason());
    }

    @Test
    @Tag("rule:task.cancelled-runs-nothing-more")
    void cancel_stops_what_runs_and_nothing_runs_afterwards() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        List<String> stopped = new ArrayList<>();
        runs.repeat.when("Long", context -> {
            inside.countDown();
            try {
                new CountDownLatch(1).await();
                return DONE;
            } catch (InterruptedException e) {
                stopped.add("stopped");
                throw e;
            }
        });
        String id = runs.queue(process(
                writes("Long", "long"),
                with(writes("Always", "always"), RunCondition.ALWAYS, StartTrigger.START_AFTER_PREVIOUS)));
        TaskNode node = runs.threaded("Node-1");
        node.tick();
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
        runs.cancel(id);
        await().until(() -> {
            node.tick();
            return runs.task(id).state().ended();
        });
        assertThat(finished(id).state()).isEqualTo(TaskState.CANCELED);
        assertThat(stopped).containsExactly("stopped");
        assertThat(runs.effects()).containsExactly("long");
        assertThat(runs.tree(id)).contains("Step 1: Long: Canceled", "Server: Canceled");
    }
}
