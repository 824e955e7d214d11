package tako.steps.script;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tako.platform.log.Level;
import tako.server.delivery.step.Outcome;
import tako.steps.scripting.RecordedRun.Line;
import tako.steps.scripting.RecordedRun.Output;
import tako.steps.scripting.ScriptProperties;

@Timeout(60)
class BashScriptTest {
    @TempDir
    Path folder = Path.of("");

    private ScriptBench bench = new ScriptBench(folder);

    @BeforeEach
    void open() {
        bench.close();
        bench = new ScriptBench(folder.resolve("work"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static Outcome failed(String reason) {
        return new Outcome.Failed(reason);
    }

    @Test
    void logs_what_the_script_says_at_the_level_it_chooses() throws Exception {
        var outcome = bench.bash("""
                set -eu
                echo plain
                write_verbose fine
                write_highlight look
                write_wait 'a moment'
                write_warning careful
                echo "##octopus[stdout-error]"; echo bad; echo "##octopus[stdout-ignore]"; echo dropped
                echo "##octopus[stdout-default]"
                update_progress 40 half
                echo plain again
                """);

        assertThat(outcome).isEqualTo(new Outcome.Succeeded());
        assertThat(bench.run.lines)
                .containsExactly(
                        new Line(Level.INFO, "plain"),
                        new Line(Level.VERBOSE, "fine"),
                        new Line(Level.HIGHLIGHT, "look"),
                        new Line(Level.WAIT, "a moment"),
                        new Line(Level.WARNING, "careful"),
                        new Line(Level.ERROR, "bad"),
                        new Line(Level.INFO, "plain again"));
        assertThat(bench.run.progress).containsExactly("40 half");
    }

    @Test
    void logs_the_error_stream_as_errors_without_failing() throws Exception {
        var outcome = bench.bash("""
                echo '##octopus[stderr-progress]' >&2
                echo 10% >&2
                echo '##octopus[stderr-default]' >&2
                echo bad >&2
                """);

        assertThat(outcome).isEqualTo(new Outcome.Succeeded());
        assertThat(bench.run.lines).containsExactly(new Line(Level.VERBOSE, "10%"), new Line(Level.ERROR, "bad"));
    }

    @Test
    void fails_on_error_output_where_the_step_says_so() throws Exception {
        var outcome = bench.bash("echo bad >&2", Map.of(ScriptProperties.FAIL_ON_ERRORS, "True"));

        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void says_with_which_code_the_script_ended() throws Exception {
        assertThat(bench.bash("exit 3")).isEqualTo(failed("The script exited with code 3."));
        assertThat(bench.run.texts(Level.ERROR)).containsExactly("The script exited with code 3.");
    }

    @Test
    void takes_the_code_of_the_last_command() throws Exception {
        assertThat(bench.bash("true; ( exit 7 )")).isEqualTo(failed("The script exited with code 7."));
    }

    @Test
    void fails_with_the_scripts_own_words() throws Exception {
        assertThat(bench.bash("fail_step 'No \"disk\" left'; echo not reached")).isEqualTo(failed("No \"disk\" left"));
        assertThat(bench.run.texts(Level.INFO)).isEmpty();
    }

    @Test
    void a_line_longer_than_a_mebibyte_comes_in_parts_and_in_order() throws Exception {
        bench.bash("""
                head -c 1048580 /dev/zero | tr '\\0' x; set_octopusvariable Late x; echo 'end'
                echo next
                """);

        assertThat(bench.run.texts(Level.INFO).stream().map(String::length)).containsExactly(1_048_576, 4, 3, 4);
        assertThat(bench.run.texts(Level.INFO)).endsWith("xxxx", "end", "next");
        assertThat(bench.run.outputs).containsKey("Late");
    }

    @Test
    void sets_outputs_and_masks_the_sensitive_ones() throws Exception {
        bench.bash("""
                set -u
                set_octopusvariable Url http://example.org
                set_octopusvariable "My Key" swordfish -sensitive
                set_octopusvariable Empty ''
                printf 'no line end yet '; set_octopusvariable Late x
                """);

        assertThat(bench.run.outputs)
                .containsOnly(
                        Map.entry("Url", new Output("http://example.org", false)),
                        Map.entry("My Key", new Output("swordfish", true)),
                        Map.entry("Empty", new Output("", false)),
                        Map.entry("Late", new Output("x", false)));
        assertThat(bench.run.masked).containsExactly("swordfish");
        assertThat(bench.run.texts(Level.INFO)).containsExactly("no line end yet ");
    }

    @Test
    void reads_variables_ignoring_the_case_of_their_names() throws Exception {
        bench.bash("""
                set -euo pipefail
                echo "$(get_octopusvariable 'k8s node PORT')|$(get_octopusvariable Nobody)|$(get_octopusvariable 'Greeting')"
                """, Map.of("K8S Node Port", "30000", "Greeting", "hello #{K8S Node Port}"));

        assertThat(bench.run.texts(Level.INFO)).containsExactly("30000||hello 30000");
    }

    @Test
    void offers_all_variables_as_an_array_to_scripts_that_mention_it() throws Exception {
        bench.bash("""
                echo "${octopus_parameters[A B]} ${octopus_parameters['$(exit)']}"
                """, Map.of("A B", "one", "$(exit)", "two", "@", "three"));

        assertThat(bench.run.texts(Level.INFO)).containsExactly("one two");
    }

    @Test
    void keeps_artifacts_before_the_working_folder_goes() throws Exception {
        bench.bash("""
                echo first > 'a report.txt'
                new_octopusartifact 'a report.txt'
                mkdir sub; cd sub; echo second > b; new_octopusartifact b renamed.txt
                echo third > gone; new_octopusartifact gone; rm gone
                """);

        assertThat(bench.run.artifacts)
                .containsOnly(Map.entry("a report.txt", "first\n"), Map.entry("renamed.txt", "second\n"));
        assertThat(bench.run.texts(Level.WARNING)).singleElement().asString().contains("gone");
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void fails_when_an_artifact_is_missing() throws Exception {
        assertThat(bench.bash("new_octopusartifact nothing; echo not reached"))
                .isEqualTo(failed("The script exited with code 1."));
        assertThat(bench.run.texts(Level.ERROR).getFirst()).contains("\"nothing\"");
    }

    @Test
    void takes_a_malformed_message_as_text_with_a_warning() throws Exception {
        bench.bash("echo '##octopus[setVariable name=x]'");

        assertThat(bench.run.lines).extracting(Line::level).containsExactly(Level.INFO, Level.WARNING);
    }

    @Test
    void runs_in_a_clean_environment_with_the_proxies_of_the_server() throws Exception {
        bench.bash("env | cut -d= -f1 | sort | tr '\\n' ' '; ls -A; stat -c %a Script.sh; echo $#");

        var said = String.join("\n", bench.run.texts(Level.INFO));
        assertThat(said)
                .contains("HOME", "PATH", "LANG", "TMPDIR", "http_proxy")
                .doesNotContain("SECRET");
        assertThat(said).endsWith("Script.sh\n600\n0");
    }

    @Test
    void leaves_no_variable_on_a_command_line_in_the_environment_or_on_disk() throws Exception {
        bench.bash("""
                grep -rlF "sword""fish" /proc/[0-9]*/cmdline /proc/[0-9]*/environ . 2>/dev/null
                echo "$(get_octopusvariable Password | wc -c)"
                """, Map.of("Password", "swordfish"));

        assertThat(bench.run.texts(Level.INFO)).containsExactly("9");
    }

    @Test
    void describes_its_environment_unless_that_is_suppressed() throws Exception {
        bench.run(ScriptBench.script("echo"));

        assertThat(bench.run.texts(Level.VERBOSE)).anyMatch(line -> line.contains("Operating system: "));
    }

    @Test
    void offers_the_functions_about_infrastructure_whose_messages_are_ignored_here() throws Exception {
        var outcome = bench.bash("""
                set -eu
                set_environmentstate key value -sensitive
                set_environmenturl key http://example.org
                report_kubernetes_manifest 'kind: Pod' default
                remove-octopustarget Machines-1
                new_octopustarget --name a --target-id b --inputs '{}' --update-if-existing
                [[ $(decode_servicemessagevalue "$(encode_servicemessagevalue 'a b')") == 'a b' ]]
                """);

        assertThat(outcome).isEqualTo(new Outcome.Succeeded());
        assertThat(bench.run.lines).isEmpty();
    }

    @Test
    void ends_the_script_and_its_children_when_it_is_cancelled() throws Exception {
        var marker = "86399." + ProcessHandle.current().pid();
        var outcome = new CompletableFuture<Outcome>();
        var runner = Thread.ofPlatform().start(() -> {
            try {
                outcome.complete(bench.bash("sleep " + marker + " & setsid sleep " + marker + " & echo ready; wait"));
            } catch (InterruptedException e) {
                outcome.completeExceptionally(e);
            }
        });
        await().until(() -> bench.run.texts(Level.INFO).contains("ready"));
        await().until(() -> processesWith(marker) >= 2);

        runner.interrupt();

        assertThat(outcome)
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(InterruptedException.class);
        assertThat(processesWith(marker)).isZero();
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    private static long processesWith(String word) throws IOException {
        try (var entries = Files.list(Path.of("/proc"))) {
            return entries.map(entry -> entry.resolve("cmdline"))
                    .map(BashScriptTest::read)
                    .filter(not(String::isEmpty))
                    .filter(line -> List.of(line.split("\0")).contains(word))
                    .count();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void ends_a_script_at_its_limit() throws Exception {
        var outcome = bench.run(ScriptBench.context(
                Map.of(ScriptProperties.BODY, "sleep 86398", ScriptProperties.LIMIT, "0.01"), Map.of(), Set.of()));

        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(bench.run.texts(Level.ERROR)).singleElement().asString().contains("ran longer than its limit");
    }

    @Test
    void names_the_language_that_it_cannot_run_and_the_way_out() throws Exception {
        var outcome = bench.run(ScriptBench.context(
                Map.of(ScriptProperties.BODY, "Write-Host hi", ScriptProperties.SYNTAX, "PowerShell"),
                Map.of(),
                Set.of()));

        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(bench.run.texts(Level.ERROR)).singleElement().asString().contains("pwsh", "Bash or Python");
    }
}
