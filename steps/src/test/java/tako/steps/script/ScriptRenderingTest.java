package tako.steps.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tako.steps.script.ScriptBench.STEP;
import static tako.steps.script.ScriptBench.context;
import static tako.steps.script.ScriptBench.script;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tako.server.delivery.step.Rendering.RenderedText;
import tako.server.delivery.step.RenderingRefused;
import tako.server.delivery.step.StepField;
import tako.server.delivery.step.StepHandler.AfterCrash;
import tako.steps.scripting.ScriptProperties;

class ScriptRenderingTest {
    @Test
    void replaces_expressions_and_line_ends_of_other_systems() {
        var rendering = STEP.render(context(
                Map.of(ScriptProperties.BODY, "echo #{Greeting}\r\nexit 0\r\n"),
                Map.of("Greeting", "hello #{Name}", "Name", "Tako"),
                Set.of()));

        assertThat(rendering.texts())
                .containsExactly(new RenderedText("Script.sh", "bash", "echo hello Tako\nexit 0\n"));
        assertThat(rendering.body()).isEqualTo("echo hello Tako\nexit 0\n");
    }

    @Test
    void shows_no_secret_however_it_is_reached() {
        var rendering = STEP.render(context(
                Map.of(ScriptProperties.BODY, "login #{password} #{Address} #{Password | ToUpper}"),
                Map.of("Password", "swordfish", "Address", "db://me:#{Password}@example.org"),
                Set.of("Password")));

        assertThat(rendering.body()).isEqualTo("login swordfish db://me:swordfish@example.org SWORDFISH");
        assertThat(rendering.texts().getFirst().text())
                .isEqualTo("login ******** db://me:********@example.org ********");
        assertThat(rendering.toString()).doesNotContain("swordfish");
    }

    @Test
    void notes_what_could_not_be_resolved_or_refuses_where_that_is_wanted() {
        var properties = Map.of(ScriptProperties.BODY, "echo #{Nobody}");

        var rendering = STEP.render(context(properties, Map.of(), Set.of()));
        assertThat(rendering.body()).isEqualTo("echo #{Nobody}");
        assertThat(rendering.notes()).singleElement().asString().contains("#{Nobody}");

        assertThatThrownBy(() ->
                        STEP.render(context(properties, Map.of(ScriptProperties.FAIL_ON_UNRESOLVED, "True"), Set.of())))
                .isInstanceOf(RenderingRefused.class)
                .hasMessageContaining("#{Nobody}");
    }

    @ParameterizedTest
    @CsvSource({
        "Octopus.Action.Script.ScriptSource, Package, Put its text into the step",
        "Octopus.Action.Script.ScriptSource, GitRepository, Put its text into the step",
        "Octopus.Action.Script.ScriptBody, ' ', The script is empty",
        "Octopus.Action.Script.Syntax, Cobol, 'Use one of Bash, Python, PowerShell, CSharp, FSharp'",
        "Octopus.Action.ExecutionTimeout.Minutes, soon, is not a number of minutes",
    })
    void refuses_what_it_cannot_run_and_says_what_to_do(String key, String value, String sentence) {
        var properties = new HashMap<>(Map.of(ScriptProperties.BODY, "echo"));
        properties.put(key, value);

        assertThatThrownBy(() -> STEP.render(context(properties, Map.of(), Set.of())))
                .isInstanceOf(RenderingRefused.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void reads_the_limit_in_minutes() {
        assertThat(limited("5")).contains(Duration.ofMinutes(5));
        assertThat(limited("#{Limit}")).contains(Duration.ofSeconds(90));
        assertThat(limited("0")).isEmpty();
        assertThat(limited("")).isEmpty();
        assertThat(STEP.render(script("echo")).limit()).isEmpty();
    }

    private static Optional<Duration> limited(String minutes) {
        return STEP.render(context(
                        Map.of(ScriptProperties.BODY, "echo", ScriptProperties.LIMIT, minutes),
                        Map.of("Limit", "1.5"),
                        Set.of()))
                .limit();
    }

    @Test
    void means_powershell_when_no_language_is_named() {
        var rendering = STEP.render(
                context(Map.of(ScriptProperties.BODY, "echo", ScriptProperties.SYNTAX, ""), Map.of(), Set.of()));

        assertThat(rendering.texts().getFirst().name()).isEqualTo("Script.ps1");
    }

    @Test
    void describes_itself() {
        assertThat(STEP.actionTypes()).containsExactly("Octopus.Script");
        assertThat(STEP.afterCrash()).isEqualTo(AfterCrash.FAIL);
        assertThat(STEP.fields())
                .extracting(StepField::key)
                .contains("Octopus.Action.Script.ScriptBody", "Octopus.Action.Script.Syntax")
                .doesNotHaveDuplicates();
    }
}
