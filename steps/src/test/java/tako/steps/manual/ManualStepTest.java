package tako.steps.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tako.octostache.Variables;
import tako.platform.task.TaskState;
import tako.server.delivery.interruption.Decision;
import tako.server.delivery.interruption.Decision.Verdict;
import tako.server.delivery.interruption.Question;
import tako.server.delivery.interruption.TeamLookup;
import tako.server.delivery.step.Awaited;
import tako.server.delivery.step.Conclusion;
import tako.server.delivery.step.Happened;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.Rendering.RenderedText;
import tako.server.delivery.step.RenderingRefused;
import tako.server.delivery.step.StepHandler.AfterCrash;
import tako.server.projects.process.ActionTypeRule;

class ManualStepTest {
    private static final Decision.Person GRACE = new Decision.Person("Users-2", "grace", "Grace", "grace@example.org");
    private static final ManualStep STEP =
            new ManualStep((view, space, written) -> new TeamLookup.Found(written, List.of()));

    private static RenderContext context(Map<String, String> properties, Map<String, String> variables) {
        var all = new HashMap<>(Map.of(ManualProperties.INSTRUCTIONS, "Open the application."));
        all.putAll(properties);
        var known = new HashMap<>(Map.of("Octopus.Space.Id", "Spaces-1", "Password", "swordfish"));
        known.putAll(variables);
        return new RenderContext(
                "Deployment Sign Off",
                "Octopus.Manual",
                all,
                Variables.of(known),
                Set.of("Password"),
                Optional.empty(),
                List.of());
    }

    private static Question question(RenderContext context) throws InterruptedException {
        Outcome outcome = STEP.run(STEP.render(context), new AskingRun());
        return ((Awaited.Answer) ((Outcome.Waits) outcome).awaited()).question();
    }

    @Test
    @Tag("rule:process.no-retry-for-steps-that-wait")
    void who_has_refused_is_not_asked_again_whatever_the_action_says_of_retries() {
        assertThat(STEP.retriable()).isFalse();
    }

    @Test
    void asks_in_markdown_with_variables() throws InterruptedException {
        Question asked = question(context(
                Map.of(
                        ManualProperties.INSTRUCTIONS, "Open **#{Url}**\r\nand confirm.",
                        ManualProperties.TEAMS, "Teams-1, #{Approvers},,Teams-1",
                        ManualProperties.BLOCKS, "True",
                        ManualProperties.DEADLINE, "#{Hours}.5"),
                Map.of("Url", "http://#{Host}", "Host", "quotes.example.org", "Approvers", "testers", "Hours", "90")));

        assertThat(asked)
                .isEqualTo(new Question(
                        "Deployment Sign Off",
                        "Open **http://quotes.example.org**\nand confirm.",
                        List.of("Teams-1", "testers"),
                        true,
                        Optional.of(Duration.ofSeconds(90 * 60 + 30))));
    }

    @Test
    @Tag("rule:interruption.blocks-others-only-on-request")
    void blocks_no_others_and_waits_as_long_as_the_server_lets_it_unless_it_says_so() throws InterruptedException {
        Question asked = question(context(Map.of(), Map.of()));
        assertThat(asked.blocksOthers()).isFalse();
        assertThat(asked.within()).isEmpty();
        assertThat(asked.responsibleTeams()).isEmpty();
    }

    @Test
    @Tag("rule:interruption.gone-team-widens-nothing")
    void an_empty_variable_in_place_of_a_team_makes_nobody_else_responsible() throws InterruptedException {
        Question asked = question(context(Map.of(ManualProperties.TEAMS, "#{Approvers}"), Map.of("Approvers", " ")));
        assertThat(asked.responsibleTeams()).containsExactly("#{Approvers}");
    }

    @Test
    void shows_no_secret() {
        ManualRendering rendering = STEP.render(context(
                Map.of(ManualProperties.INSTRUCTIONS, "Sign in with #{Password} at #{Address}"),
                Map.of("Address", "db://me:#{Password}@example.org")));
        assertThat(rendering.texts())
                .containsExactly(new RenderedText(
                        "instructions.md", "markdown", "Sign in with ******** at db://me:********@example.org"));
        assertThat(rendering.toString()).doesNotContain("swordfish");
    }

    @Test
    @Tag("rule:interruption.broken-instructions-refused")
    void refuses_instructions_that_do_not_evaluate_with_the_languages_own_error_and_its_place() {
        String broken = "All:\n#{each x in Xs}#{x}";
        String error = Variables.NONE.evaluate(broken).error().orElseThrow();
        assertThatThrownBy(() -> STEP.render(context(Map.of(ManualProperties.INSTRUCTIONS, broken), Map.of())))
                .isInstanceOf(RenderingRefused.class)
                .hasMessageContaining(error)
                .hasMessageContaining("line ")
                .hasMessageContaining("Deployment Sign Off");
    }

    @Test
    void says_in_the_log_what_could_not_be_resolved_and_which_teams_are_gone() throws InterruptedException {
        var step = new ManualStep((view, space, written) ->
                new TeamLookup.Found(written, List.of("'" + written.getFirst() + "' is gone in " + space + ".")));
        var run = new AskingRun();
        step.run(
                step.render(context(
                        Map.of(ManualProperties.INSTRUCTIONS, "Open #{Nobody}", ManualProperties.TEAMS, "Teams-9"),
                        Map.of())),
                run);
        assertThat(run.warnings).hasSize(2);
        assertThat(run.warnings.getFirst()).contains("#{Nobody}");
        assertThat(run.warnings.getLast()).isEqualTo("'Teams-9' is gone in Spaces-1.");
    }

    @ParameterizedTest
    @CsvSource({
        "Octopus.Action.Manual.Instructions, ' ', The instructions are empty",
        "Tako.Action.Manual.DeadlineMinutes, soon, is not a number of minutes",
        "Tako.Action.Manual.DeadlineMinutes, 0, is not between",
        "Tako.Action.Manual.DeadlineMinutes, -1, is not between",
        "Tako.Action.Manual.DeadlineMinutes, 1e9, is not between",
    })
    void refuses_what_cannot_be_asked(String key, String value, String sentence) {
        assertThatThrownBy(() -> STEP.render(context(Map.of(key, value), Map.of())))
                .isInstanceOf(RenderingRefused.class)
                .hasMessageContaining(sentence);
    }

    @Test
    @Tag("rule:interruption.outputs")
    void an_answer_is_told_to_the_steps_after_it() {
        Conclusion conclusion = concluded(new Decision.Answered(Verdict.PROCEED, "Looks good", GRACE));
        assertThat(conclusion.outcome()).isEqualTo(new Outcome.Succeeded());
        assertThat(conclusion.outputs())
                .isEqualTo(Map.of(
                        "Manual.Approved", "True",
                        "Manual.Notes", "Looks good",
                        "Manual.ResponsibleUser.Id", "Users-2",
                        "Manual.ResponsibleUser.Username", "grace",
                        "Manual.ResponsibleUser.DisplayName", "Grace",
                        "Manual.ResponsibleUser.EmailAddress", "grace@example.org"));
    }

    @Test
    @Tag("rule:interruption.abort-fails")
    void an_abort_is_a_failure_with_its_notes() {
        Conclusion conclusion = concluded(new Decision.Answered(Verdict.ABORT, "Too slow", GRACE));
        assertThat(conclusion.outcome()).isEqualTo(new Outcome.Failed("Grace aborted. Notes: Too slow"));
        assertThat(conclusion.outputs()).containsEntry("Manual.Approved", "False");
        assertThat(concluded(new Decision.Answered(Verdict.ABORT, "", GRACE)).outcome())
                .isEqualTo(new Outcome.Failed("Grace aborted."));
    }

    @Test
    @Tag("rule:interruption.expires-never-approves")
    void no_answer_is_a_failure_that_names_the_time() {
        Conclusion conclusion = concluded(new Decision.Expired(Instant.parse("2030-01-31T09:30:00Z")));
        assertThat(conclusion.outcome())
                .isInstanceOf(Outcome.Failed.class)
                .asString()
                .contains("Nobody answered until 31 January 2030, 09:30 UTC");
        assertThat(conclusion.outputs()).containsEntry("Manual.Approved", "False");
        assertThat(concluded(new Decision.Withdrawn()).outcome()).isInstanceOf(Outcome.Failed.class);
        assertThat(STEP.conclude(new Happened.Ended("ServerTasks-1", TaskState.FAILED, ""))
                        .outcome())
                .isInstanceOf(Outcome.Failed.class);
    }

    private static Conclusion concluded(Decision decision) {
        return STEP.conclude(new Happened.Decided(decision));
    }

    @Test
    void describes_itself() {
        assertThat(STEP.actionTypes()).containsExactly("Octopus.Manual");
        assertThat(STEP.place()).isEqualTo(ActionTypeRule.Place.SERVER);
        assertThat(STEP.afterCrash()).isEqualTo(AfterCrash.REPEAT);
        assertThat(STEP.fields()).hasSize(4);
    }
}
