package tako.e2e.wired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tako.e2e.Setup.object;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tako.e2e.MailStep;
import tako.e2e.Setup;
import tako.e2e.Setup.ScriptedStep;
import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;
import tako.testbed.TestMailServer;
import tools.jackson.databind.node.ObjectNode;

/** The server as it is joined, configured through its API for the mail server that Debian installs: STARTTLS and a password. */
@Tag("cluster")
class MailOverTlsTest {
    private static final TestMailServer mail = TestMailServer.start();

    @RegisterExtension
    final FreshDatabase fresh = TestDatabases.sqlite("db/migration/server");

    private WiredServer server;
    private Setup setup;

    @BeforeEach
    void start() {
        server = new WiredServer(fresh.database());
        setup = new Setup(server.wire());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @AfterAll
    static void stopMail() {
        mail.close();
    }

    private static ObjectNode unsigned() {
        return object().put("SmtpHost", TestMailServer.HOST)
                .put("SmtpPort", mail.port())
                .put("EnableSsl", true)
                .put("TrustedCertificates", mail.authority())
                .put("SendEmailFrom", "Tako <tako@example.org>");
    }

    private void signIn() {
        ObjectNode wanted = unsigned();
        ObjectNode details = wanted.putObject("Details")
                .put("CredentialType", "UsernamePassword")
                .put("SmtpLogin", TestMailServer.USER);
        details.putObject("SmtpPassword").put("HasValue", true).put("NewValue", TestMailServer.PASSWORD);
        server.wire().put("/api/smtpconfiguration", wanted).succeeded();
    }

    private static List<String> to(String address) {
        return mail.mails().stream()
                .filter(text -> text.contains("Envelope-to: " + address))
                .toList();
    }

    private static void arrives(String address) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !to(address).isEmpty());
    }

    @Test
    void save_and_test_goes_by_starttls_with_the_password() {
        signIn();
        ObjectNode wanted = object().put("Name", "TestEmail");
        wanted.putObject("Arguments").put("EmailAddress", "you@example.org");

        String task =
                Setup.id(server.wire().post("/api/tasks", wanted).succeeded().json());

        setup.succeeds(task);
        assertThat(setup.rawLog(task))
                .contains("(TLS: StartTls, ", "Accepted for you@example.org: 250")
                .doesNotContain(TestMailServer.PASSWORD);
        arrives("you@example.org");
        assertThat(to("you@example.org"))
                .singleElement()
                .asString()
                .contains("Subject: Test mail from Tako", "From: Tako <tako@example.org>");
    }

    @Test
    @Tag("rule:mail.faults-of-configuration-wait")
    void the_mail_of_a_deployment_waits_for_the_password_and_then_arrives() {
        server.wire().put("/api/smtpconfiguration", unsigned()).succeeded();
        String project = setup.project("Random Quotes", new ScriptedStep("Say hello", "", "echo hello"));
        new MailStep("team@example.org", "It is deployed", "To #{Octopus.Environment.Name}", true)
                .addTo(setup, project);

        String deployment = setup.deploy(setup.release(project, "1.0.0"), setup.environment("Test"))
                .task();
        setup.waitsForLine(sending(), "Not yet accepted for team@example.org: 550 sign in first");
        assertThat(to("team@example.org")).isEmpty();
        signIn();

        setup.succeeds(deployment);
        arrives("team@example.org");
        assertThat(to("team@example.org")).singleElement().asString().contains("Subject: It is deployed", "To Test");
    }

    /** The task that sends the mail, as soon as there is one. */
    private String sending() {
        String tasks = "/api/tasks?name=SendEmail";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !Setup.items(server.wire().get(tasks).succeeded().json())
                        .isEmpty());
        return Setup.id(Setup.items(server.wire().get(tasks).succeeded().json()).getFirst());
    }
}
