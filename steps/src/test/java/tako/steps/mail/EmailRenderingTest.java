package tako.steps.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tako.octostache.Variables;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.Rendering.RenderedText;
import tako.server.delivery.step.RenderingRefused;
import tako.server.settings.mail.smtp.Recipient;

/** A mail step as it is rendered: who gets it, and what it says. */
class EmailRenderingTest {
    private static final String TUTORIAL = """
            Deployment to #{Octopus.Environment.Name}
            #{each step in Octopus.Step}
            StepName: #{step}
            Status: #{step.Status.Code}
            """;

    private static final Map<String, String> STATES = states();

    private static Map<String, String> states() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("Octopus.Environment.Name", "Test");
        variables.put("Octopus.Step[Deploy container to Kubernetes].Status.Code", "Succeeded");
        variables.put("Octopus.Step[Deployment Sign Off].Status.Code", "Succeeded");
        variables.put("Octopus.Step[Random quotes deployment status].Status.Code", "Running");
        return variables;
    }

    static RenderContext context(Map<String, String> properties, Map<String, String> variables, Set<String> sensitive) {
        Map<String, String> all = new HashMap<>(Map.of(
                EmailProperties.TO, "ada@example.org",
                EmailProperties.SUBJECT, "Hello",
                EmailProperties.BODY, "Hello."));
        all.putAll(properties);
        return new RenderContext(
                "Tell", "Octopus.Email", all, Variables.of(variables), sensitive, Optional.empty(), List.of());
    }

    private static EmailRendering rendered(Map<String, String> properties, Map<String, String> variables) {
        return new EmailRenderer(context(properties, variables, Set.of())).render();
    }

    private static List<String> recipients(Map<String, String> properties, Map<String, String> variables) {
        return rendered(properties, variables).recipients().stream()
                .map(recipient -> recipient.kind() + " " + recipient.address().address())
                .toList();
    }

    @Test
    @Tag("rule:mail.template-error-fails-the-step")
    void the_body_of_the_tutorial_fails_with_the_error_of_the_language() {
        assertThatThrownBy(() -> rendered(Map.of(EmailProperties.BODY, TUTORIAL), STATES))
                .isInstanceOf(RenderingRefused.class)
                .hasMessage(
                        "The body of the mail cannot be evaluated: Parsing failure: unexpected '#'; expected end of input"
                                + " (Line 2, Column 1); recently consumed: ent.Name}. What begins there has no end: #{/each} is missing."
                                + " Correct it in the step \"Tell\".");
    }

    @Test
    @Tag("rule:mail.statuses-of-steps")
    void the_corrected_body_has_a_block_for_each_step_with_its_status() {
        String corrected = TUTORIAL + "#{/each}\n";

        assertThat(rendered(Map.of(EmailProperties.BODY, corrected), STATES)
                        .letter()
                        .body()
                        .lines()
                        .filter(line -> !line.isBlank()))
                .containsExactly(
                        "Deployment to Test",
                        "StepName: Deploy container to Kubernetes",
                        "Status: Succeeded",
                        "StepName: Deployment Sign Off",
                        "Status: Succeeded",
                        "StepName: Random quotes deployment status",
                        "Status: Running");
    }

    @Test
    @Tag("rule:mail.subject-and-body-one-language")
    void the_subject_speaks_the_whole_language_and_is_one_line() {
        assertThat(rendered(
                                Map.of(
                                        EmailProperties.SUBJECT,
                                        "#{if Ok == \"True\"}Good: #{Name | ToUpper}#{/if}\r\nBcc: eve@example.org"),
                                Map.of("Ok", "True", "Name", "web"))
                        .letter()
                        .subject())
                .isEqualTo("Good: WEB Bcc: eve@example.org");
    }

    @Test
    @Tag("rule:mail.recipients")
    void recipients_are_what_stands_between_commas_semicolons_and_line_ends_after_substitution() {
        assertThat(recipients(
                        Map.of(
                                EmailProperties.TO,
                                "#{Team}; \"Doe, Jane\" <jane@example.org>",
                                "Octopus.Action.Email.Cc",
                                "carol@example.org\ndave@example.org",
                                EmailProperties.BCC,
                                "eve@example.org"),
                        Map.of("Team", "ada@example.org,bob@example.org")))
                .containsExactly(
                        "TO ada@example.org",
                        "TO bob@example.org",
                        "TO jane@example.org",
                        "CC carol@example.org",
                        "CC dave@example.org",
                        "BCC eve@example.org");
    }

    @Test
    @Tag("rule:mail.recipients")
    void an_address_that_is_none_is_named() {
        assertThatThrownBy(() -> rendered(Map.of(EmailProperties.TO, "ada@example.org, #{Nobody}, bob"), Map.of()))
                .isInstanceOf(RenderingRefused.class)
                .hasMessageContaining("'#{Nobody}' in the line TO of the mail is no mail address.")
                .hasMessageContaining("'bob' in the line TO of the mail is no mail address.");
    }

    @Test
    @Tag("rule:mail.recipients")
    void a_mail_for_nobody_is_an_error() {
        assertThatThrownBy(() -> rendered(Map.of(EmailProperties.TO, " , #{Empty}"), Map.of("Empty", "")))
                .isInstanceOf(RenderingRefused.class)
                .hasMessageStartingWith("Nobody is named who is to get the mail.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Octopus.Action.Email.Subject", "Octopus.Action.Email.Body"})
    void subject_and_body_must_be_there(String key) {
        assertThatThrownBy(() -> rendered(Map.of(key, " "), Map.of()))
                .isInstanceOf(RenderingRefused.class)
                .hasMessageStartingWith("The mail has no ");
    }

    @ParameterizedTest
    @CsvSource({"low, LOW", "Normal, NORMAL", "#{P}, HIGH", "'', NORMAL"})
    void priorities(String text, String priority) {
        assertThat(rendered(Map.of(EmailProperties.PRIORITY, text), Map.of("P", "High"))
                        .priority())
                .hasToString(priority);
        assertThatThrownBy(() -> rendered(Map.of(EmailProperties.PRIORITY, "Urgent"), Map.of()))
                .hasMessage("\"Urgent\" is no priority of a mail. Use one of Low, Normal, High.");
    }

    @Test
    @Tag("rule:mail.secrets-in-clear-are-warned-of")
    void a_sensitive_value_is_sent_warned_of_and_not_shown() {
        EmailRendering rendering = new EmailRenderer(context(
                        Map.of(EmailProperties.SUBJECT, "It is #{Password}", EmailProperties.TO_TEAMS, "Teams-3"),
                        Map.of("Password", "swordfish"),
                        Set.of("password")))
                .render();

        assertThat(rendering.letter().subject()).isEqualTo("It is swordfish");
        assertThat(rendering.notes()).singleElement().asString().startsWith("The mail holds a sensitive value");
        assertThat(rendering.texts())
                .containsExactly(
                        new RenderedText(
                                "mail.txt",
                                "text",
                                "TO: ada@example.org, the members of Teams-3\nSubject: It is ********\n"),
                        new RenderedText("body.txt", "text", "Hello."));
        assertThat(rendering.toString()).doesNotContain("swordfish");
    }

    @ParameterizedTest
    @Tag("rule:mail.no-sensitive-address")
    @CsvSource({"#{Secret}", "bob@example.org; #{Composite}", "Bob <#{Secret}>"})
    void an_address_from_a_sensitive_value_is_refused_without_showing_it(String written) {
        var context = context(
                Map.of(EmailProperties.BCC, written),
                Map.of("Secret", "swordfish@example.org", "Composite", "#{Secret}"),
                Set.of("Secret"));

        assertThatThrownBy(() -> new EmailRenderer(context).render())
                .isInstanceOf(RenderingRefused.class)
                .hasMessage(
                        "In the line BCC of the mail stands a sensitive value, and everybody who may see the task can read"
                                + " to whom a mail goes. Use a variable that is not sensitive in the step \"Tell\".");
    }

    @Test
    @Tag("rule:mail.blind-copies-are-not-shown")
    void who_gets_it_blind_is_counted_only() {
        assertThat(rendered(Map.of(EmailProperties.BCC, "bob@example.org, eve@example.org"), Map.of())
                        .texts()
                        .getFirst())
                .isEqualTo(
                        new RenderedText("mail.txt", "text", "TO: ada@example.org\nBCC: 2 hidden\nSubject: Hello\n"));
    }

    @Test
    void what_is_not_known_stays_and_is_noted() {
        EmailRendering rendering = rendered(Map.of(EmailProperties.BODY, "Hello #{Nobody}"), Map.of());

        assertThat(rendering.letter().body()).isEqualTo("Hello #{Nobody}");
        assertThat(rendering.notes())
                .containsExactly(
                        "In the body of the mail, nothing is known for #{Nobody}. It stands there as it was written.");
        assertThat(rendering.recipients()).extracting(Recipient::kind).containsExactly(Recipient.Kind.TO);
    }
}
