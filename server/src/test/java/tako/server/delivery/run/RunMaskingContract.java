package tako.server.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tako.server.delivery.run.RunContract.writes;
import static tako.server.projects.process.Processes.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tako.platform.database.Database;
import tako.platform.log.Level;
import tako.platform.log.LogNode;
import tako.platform.secret.Secret;
import tako.platform.task.FaultyDatabase;
import tako.platform.task.FaultyDatabase.Fault;
import tako.platform.task.TaskNode;
import tako.platform.task.TaskState;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RunContext;
import tako.server.delivery.step.StepStream;
import tako.server.library.variableset.Variable;
import tako.server.library.variableset.VariableScope;
import tako.server.library.variableset.VariableSet;
import tako.server.library.variableset.VariableType;
import tako.server.projects.process.PropertyKey;
import tako.server.projects.process.RunCondition;
import tako.server.projects.process.StartTrigger;
import tako.server.resource.PropertyValue;

/** What runs write for people, on every database: no secret in it, and every line that was written. */
abstract class RunMaskingContract {
    private static final Outcome DONE = new Outcome.Succeeded();

    /** The write that ends the first item: claim, begin, turn, start, end. */
    private static final int END_OF_THE_FIRST_ITEM = 5;

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

    private Variable secret(String name, String value) {
        String id = runs.database.write(tx -> runs.secrets.keep(tx, Secret.of(value)));
        return new Variable(
                name,
                name,
                new PropertyValue.Sensitive(true, Optional.of(id), Optional.empty()),
                null,
                VariableScope.EVERYTHING,
                true,
                null,
                VariableType.SENSITIVE,
                true,
                Map.of());
    }

    private static Variable text(String name, String value) {
        return new Variable(
                name + value,
                name,
                PropertyValue.of(value),
                null,
                VariableScope.EVERYTHING,
                true,
                null,
                VariableType.STRING,
                false,
                Map.of());
    }

    private static VariableSet variables(Variable... variables) {
        return VariableSet.empty("variableset-Projects-1", RunFixture.SPACE, "Projects-1")
                .withVariables(List.of(variables));
    }

    private static void say(RunContext context, String... lines) {
        StepStream stream = context.log().stream();
        Arrays.stream(lines).forEach(line -> stream.line(Level.INFO, line));
    }

    private List<String> texts(String table, String... columns) {
        return runs.database.read(view -> view.query("select " + String.join(" || ' ' || ", columns) + " from " + table)
                .mapTo(String.class)
                .list());
    }

    @Test
    void a_secret_that_goes_over_lines_of_output_is_masked_and_no_line_is_swallowed() {
        runs.repeat.when("Say", context -> {
            say(context, "begin", "ab", "cd", "efgh", "ab", "cd", "end", "ab");
            return DONE;
        });
        String task = runs.queue(process(writes("Say", "x")), variables(secret("Key", "ab\ncd\nefgh\n")));
        runs.run(task);

        assertThat(runs.log(task))
                .containsSubsequence("begin", "********", "********", "********", "ab", "cd", "end", "ab", "Done.");
    }

    @Test
    void a_secret_is_masked_where_a_line_is_too_long_to_come_at_once() {
        runs.repeat.when("Say", context -> {
            StepStream stream = context.log().stream();
            stream.part(Level.INFO, "begins hunt");
            stream.line(Level.INFO, "er22 ends");
            return DONE;
        });
        String task = runs.queue(process(writes("Say", "x")), variables(secret("Word", "hunter22")));
        runs.run(task);

        assertThat(runs.log(task)).containsSubsequence("begins ", "******** ends");
    }

    @Test
    void a_line_held_back_comes_out_before_the_step_fails_or_breaks() {
        runs.repeat.when("Fail", context -> {
            say(context, "ab");
            return new Outcome.Failed("It said hunter22.");
        });
        runs.repeat.when("Break", context -> {
            say(context, "cd");
            throw new IllegalStateException("hunter22");
        });
        for (String step : List.of("Fail", "Break")) {
            String task = runs.queue(
                    process(writes(step, "x")),
                    variables(secret("Key", "ab\nefgh"), secret("Other", "cd\nefgh"), secret("Word", "hunter22")));
            runs.run(task);
            List<String> log = runs.log(task);
            assertThat(log.getFirst()).isEqualTo(step.equals("Fail") ? "ab" : "cd");
            assertThat(log).hasSize(3).noneMatch(line -> line.contains("hunter22"));
            assertThat(runs.task(task).reason()).doesNotContain("hunter22");
        }
        assertThat(texts("run_item", "reason")).hasSize(2).noneMatch(reason -> reason.contains("hunter22"));
    }

    @Test
    void a_line_held_back_comes_out_when_the_run_is_cancelled_and_before_that_when_the_step_is_silent()
            throws Exception {
        CountDownLatch silent = new CountDownLatch(1);
        runs.repeat.when("Wait", context -> {
            StepStream stream = context.log().stream();
            stream.line(Level.INFO, "ab");
            silent.countDown();
            try {
                new CountDownLatch(1).await();
                return DONE;
            } finally {
                stream.line(Level.INFO, "cd");
            }
        });
        String id =
                runs.queue(process(writes("Wait", "x")), variables(secret("Key", "ab\nno"), secret("Other", "cd\nno")));
        TaskNode node = runs.threaded("Node-1");
        node.tick();
        assertThat(silent.await(20, TimeUnit.SECONDS)).isTrue();
        await().untilAsserted(() -> assertThat(runs.log(id)).containsExactly("ab"));
        runs.cancel(id);
        await().until(() -> {
            node.tick();
            return runs.task(id).state().ended();
        });

        assertThat(runs.task(id).state()).isEqualTo(TaskState.CANCELED);
        assertThat(runs.log(id)).containsExactly("ab", "cd", "Cancelled. No further step runs.");
    }

    @Test
    void values_too_short_to_be_hidden_are_named_once() {
        runs.repeat.when("Use", context -> {
            context.log().info("abc");
            context.setOutput("Code", "12", true);
            context.setOutput("Code", "34", true);
            context.mask("x");
            context.mask("y");
            return DONE;
        });
        String task = runs.queue(
                process(writes("First", "1"), writes("Use", "2"), writes("Then", "3")),
                variables(secret("Pin", "abc"), secret("Door", "9"), secret("Long", "hunter22")));
        runs.run(task);

        assertThat(runs.log(task).stream().filter(line -> line.contains("fewer than 4")))
                .containsExactly(
                        "Sensitive values of fewer than 4 characters are not hidden in this log: Door, Pin. Use longer ones.",
                        "Sensitive values of fewer than 4 characters are not hidden in this log: Code. Use longer ones.",
                        "Sensitive values of fewer than 4 characters are not hidden in this log: one that Use asked to hide. Use longer ones.");
        assertThat(runs.log(task)).contains("abc");
    }

    @Test
    void a_secret_that_names_other_variables_is_masked_as_it_is_used() {
        runs.repeat.when("Use", context -> {
            context.log().info("with hunter-1.2.3");
            return DONE;
        });
        String task =
                runs.queue(process(writes("Use", "x")), variables(secret("Word", "hunter-#{Octopus.Release.Number}")));
        runs.run(task);

        assertThat(runs.log(task)).contains("with ********");
    }

    @Test
    void a_secret_that_names_other_variables_is_masked_where_it_decides_where_a_step_runs() {
        String task = runs.queue(
                process(writes("Tags", "x", PropertyKey.TARGET_ROLES, "#{Word}")),
                variables(secret("Word", "hunter-#{Octopus.Release.Number}")));
        runs.run(task);

        assertThat(runs.log(task)).anyMatch(line -> line.contains("********"));
        assertThat(runs.log(task)).noneMatch(line -> line.contains("hunter-1.2.3"));
        assertThat(texts("run_step", "skipped"))
                .singleElement()
                .asString()
                .contains("********")
                .doesNotContain("hunter");
    }

    @Test
    void what_is_to_be_known_of_variables_is_said_once_however_often_a_run_is_resumed() {
        String task = runs.queue(
                process(writes("Use", "x"), writes("Then", "y")),
                variables(
                        secret("Pin", "abc"),
                        text("Port", "1"),
                        text("Port", "2"),
                        text("OctopusPrintVariables", "True")));
        FaultyDatabase dying = new FaultyDatabase(runs.database);
        dying.goAwayAtWrite(END_OF_THE_FIRST_ITEM, Fault.BEFORE_COMMIT);
        runs.pass(Duration.ofSeconds(5), runs.node("Node-1", dying));
        assertThat(runs.task(task).state().ended()).isFalse();
        runs.pass(Duration.ofSeconds(40), runs.node("Node-2", runs.database));

        assertThat(runs.task(task).state()).isEqualTo(TaskState.SUCCESS);
        assertThat(runs.effects()).hasSize(3);
        for (String said : List.of("fewer than 4", "several values", "OctopusPrintVariables is on", "Port = 2")) {
            assertThat(runs.log(task).stream().filter(line -> line.contains(said)))
                    .as(said)
                    .hasSize(1);
        }
    }

    @Test
    void an_output_that_holds_a_secret_is_kept_as_one_and_still_reaches_later_steps() {
        runs.repeat.when("Set", context -> {
            context.setOutput("Url", "https://ada:hunter22@example.org", false);
            context.setOutput("Plain", "https://example.org", false);
            return DONE;
        });
        String task = runs.queue(
                process(
                        writes("Set", "x"),
                        writes("Use", "#{Octopus.Action[Set].Output.Url} #{Octopus.Action[Set].Output.Plain}")),
                variables(secret("Word", "hunter22")));
        runs.run(task);

        assertThat(runs.effects()).last().isEqualTo("https://ada:hunter22@example.org https://example.org");
        assertThat(texts("run_output", "name", "value")).containsExactlyInAnyOrder("Url ", "Plain https://example.org");
        assertThat(runs.log(task)).contains("The output Url holds a sensitive value, so it is kept as one.");
    }

    @Test
    void no_name_title_or_progress_shows_a_secret() throws IOException {
        Path file = Files.writeString(folder.resolve("report.txt"), "fine", StandardCharsets.UTF_8);
        runs.repeat.when("Say hunter22", context -> {
            context.setOutput("hunter22", "x", false);
            context.addArtifact(file, "report-hunter22.txt");
            context.log().progress(50, "half of hunter22");
            return new Outcome.Failed("aHVudGVyMjI= is its base64.");
        });
        String task = runs.queue(
                process(
                        writes("Say hunter22", "x"),
                        RunContract.with(
                                writes("Tags", "x", PropertyKey.TARGET_ROLES, "#{Word}"),
                                RunCondition.ALWAYS,
                                StartTrigger.START_AFTER_PREVIOUS)),
                variables(secret("Word", "hunter22")));
        runs.run(task);

        List<String> shown = new ArrayList<>(runs.log(task));
        shown.add(runs.task(task).reason());
        runs.nodes(task).stream().map(LogNode::title).forEach(shown::add);
        runs.nodes(task).stream().map(LogNode::progressMessage).forEach(shown::add);
        shown.addAll(texts("artifact", "name"));
        shown.addAll(texts("run_output", "name", "name_key", "value"));
        shown.addAll(texts("run_item", "reason"));
        shown.addAll(texts("run_step", "skipped"));
        shown.addAll(texts("task", "reason", "waiting_for"));
        assertThat(shown)
                .noneMatch(text -> text.contains("hunter22") || text.contains("aHVudGVyMjI"))
                .contains("report-********.txt", "Step 1: Say ********");
        assertThat(texts("run_step", "skipped")).anyMatch(text -> text.contains("********"));
    }
}
