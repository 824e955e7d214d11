package tako.e2e.wired;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.e2e.Setup.object;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tako.e2e.MailServer;
import tako.e2e.MailStep;
import tako.e2e.Setup;
import tako.e2e.Setup.ScriptedStep;
import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The step that sends mail, in the server as it is joined, by a real mail server. */
@Tag("outside")
class MailOfDeploymentTest {
    private static final String TUTORIAL = """
            Deployment to #{Octopus.Environment.Name}
            #{each step in Octopus.Step}
            StepName: #{step}
            Status: #{step.Status.Code}
            """;

    @RegisterExtension
    final FreshDatabase fresh = TestDatabases.sqlite("db/migration/server");

    private final MailServer mail = new MailServer();
    private WiredServer server;
    private Setup setup;
    private String project;
    private String environment;

    @BeforeEach
    void start() {
        server = new WiredServer(fresh.database());
        setup = new Setup(server.wire());
        environment = setup.environment("Test");
        project = setup.project("Random Quotes", new ScriptedStep("Say hello", "", "echo hello"));
    }

    @AfterEach
    void stop() {
        server.close();
        mail.close();
    }

    private void tell(String body, boolean waits) {
        new MailStep("team@example.org", "Random quotes deployment status", body, waits).addTo(setup, project);
    }

    private String deploy() {
        return setup.deploy(setup.release(project, "1.0.0"), environment).task();
    }

    @Test
    void the_corrected_body_of_the_tutorial_arrives() throws MessagingException, IOException {
        mail.serve(setup);
        tell(TUTORIAL + "#{/each}\n", true);

        setup.succeeds(deploy());

        assertThat(mail.received()).hasSize(1);
        var received = mail.received()[0];
        assertThat(received.getSubject()).isEqualTo("Random quotes deployment status");
        assertThat(received.getContent().toString().lines().filter(line -> !line.isBlank()))
                .containsExactly(
                        "Deployment to Test",
                        "StepName: Say hello",
                        "Status: Succeeded",
                        "StepName: Tell",
                        "Status: Running");
        JsonNode task = Setup.items(server.wire()
                        .get("/api/tasks?name=SendEmail")
                        .succeeded()
                        .json())
                .getFirst();
        assertThat(task.path("Description").asString())
                .isEqualTo("Send mail 'Random quotes deployment status' to team@example.org");
        assertThat(setup.rawLog(Setup.id(task))).contains("Accepted for team@example.org: 250");
    }

    @Test
    void the_tutorials_own_body_fails_with_the_error_of_the_language() {
        mail.serve(setup);
        tell(TUTORIAL, false);

        String task = deploy();

        assertThat(setup.ended(task, Duration.ofSeconds(60)).path("State").asString())
                .isEqualTo("Failed");
        assertThat(setup.rawLog(task))
                .contains(
                        "The body of the mail cannot be evaluated: Parsing failure: unexpected '#'; expected end of input"
                                + " (Line 2, Column 1)");
    }

    @Test
    void without_a_configuration_the_step_says_so() {
        tell("Hello.", false);

        String task = deploy();

        assertThat(setup.ended(task, Duration.ofSeconds(60)).path("State").asString())
                .isEqualTo("Failed");
        assertThat(setup.rawLog(task)).contains("SMTP is not configured, so no mail can be sent.");
    }

    @Test
    void save_and_test_shows_the_answer_of_the_mail_server() {
        mail.serve(setup);
        ObjectNode wanted = object().put("Name", "TestEmail");
        wanted.putObject("Arguments").put("EmailAddress", "you@example.org");

        String task =
                Setup.id(server.wire().post("/api/tasks", wanted).succeeded().json());

        setup.succeeds(task);
        assertThat(setup.rawLog(task)).contains("Accepted for you@example.org: 250");
        assertThat(mail.received()).hasSize(1);
    }
}
