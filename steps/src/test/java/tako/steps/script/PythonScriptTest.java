package tako.steps.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tako.platform.log.Level;
import tako.platform.process.Command;
import tako.platform.process.Executor;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RenderContext;
import tako.steps.scripting.RecordedRun;
import tako.steps.scripting.RecordedRun.Line;
import tako.steps.scripting.ScriptProperties;

@Timeout(60)
class PythonScriptTest {
    private static final String VALUE = "it's \"quoted\" $(id)\nGrüße 𝄞\n";

    @TempDir
    Path folder = Path.of("");

    private static RenderContext python(String body) {
        return ScriptBench.context(
                Map.of(ScriptProperties.BODY, body, ScriptProperties.SYNTAX, "Python"),
                Map.of("Value", VALUE),
                Set.of());
    }

    /** Where Python is missing, the step says so: that is what this test then finds. */
    @Test
    void runs_python_where_it_is_installed() throws Exception {
        try (var bench = new ScriptBench(folder)) {
            var outcome = bench.run(python("""
                    set_octopusvariable("Copy", get_octopusvariable("value"), True)
                    printhighlight("look")
                    with open("a.txt", "w") as file: file.write("kept")
                    createartifact("a.txt")
                    updateprogress(40, "half")
                    print(octopusvariables["Copy"] == octopusvariables["Value"])
                    failstep("enough")
                    """));

            if (bench.run.texts(Level.ERROR).toString().contains("was not found on this machine")) {
                assertThat(outcome.toString()).contains("python3", "Install it, or write the script in Bash");
                return;
            }
            assertThat(outcome).isEqualTo(new Outcome.Failed("enough"));
            assertThat(bench.run.outputs).containsOnly(Map.entry("Copy", new RecordedRun.Output(VALUE, true)));
            assertThat(bench.run.artifacts).containsOnly(Map.entry("a.txt", "kept"));
            assertThat(bench.run.progress).containsExactly("40 half");
            assertThat(bench.run.lines).startsWith(new Line(Level.HIGHLIGHT, "look"), new Line(Level.INFO, "True"));
        }
    }

    @Test
    void names_a_missing_program_and_the_way_out() throws Exception {
        var run = new RecordedRun(new Without("The program python3 was not found on this machine.", folder));

        var outcome = ScriptBench.STEP.run(ScriptBench.STEP.render(python("print()")), run);

        assertThat(outcome)
                .isEqualTo(new Outcome.Failed("The program python3 was not found on this machine. "
                        + "Install it, or write the script in Bash and set the step's language (Syntax) to that."));
        assertThat(run.texts(Level.ERROR)).hasSize(1);
    }

    /** A machine without the program. */
    private record Without(String reason, Path folder) implements Executor {
        @Override
        public Execution start(String key, Command command, Executor.Output output) {
            return new Execution() {
                @Override
                public Exit await() {
                    return new Exit.NotStarted(reason);
                }

                @Override
                public void cancel() {}

                @Override
                public Path workingFolder() {
                    return folder;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public Optional<Execution> attach(String key, long offset, Executor.Output output) {
            return Optional.empty();
        }
    }
}
