package tako.server.settings.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tako.platform.database.Database;
import tako.platform.task.FaultyDatabase;
import tako.platform.task.FaultyDatabase.Fault;
import tako.platform.task.TaskNode;
import tako.platform.task.TaskState;
import tako.server.settings.mail.MailRow.State;
import tako.server.settings.mail.smtp.MailAddress;
import tako.server.settings.mail.smtp.Recipient;
import tako.server.settings.mail.smtp.ScriptedSmtp;
import tools.jackson.databind.JsonNode;

/** Mails from the moment they are wanted to what became of each recipient, on every database. */
abstract class MailContract {
    @TempDir
    Path folder;

    private static final int MOST_WRITES = 60;

    private MailFixture fixture;
    private final ScriptedSmtp scripted = ScriptedSmtp.start();
    private Optional<GreenMail> green = Optional.empty();

    abstract Database open();

    @BeforeEach
    void start() throws IOException {
        fixture = new MailFixture(open(), folder);
    }

    @AfterEach
    void stop() {
        scripted.close();
        green.ifPresent(GreenMail::stop);
        fixture.close();
    }

    private GreenMail green() {
        GreenMail started = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        started.start();
        green = Optional.of(started);
        return started;
    }

    @Test
    void a_mail_is_a_task_that_shows_what_the_server_said() throws MessagingException, IOException {
        GreenMail green = green();
        fixture.configure(green.getSmtp().getPort(), "");
        String task = fixture.queue("k", MailFixture.mail("Grüße", "Ada <ada@example.org>", "bob@example.org"));
        assertThat(fixture.task(task).state()).isEqualTo(TaskState.QUEUED);
        assertThat(fixture.get("/api/tasks/" + task).path("Description").asString())
                .isEqualTo("Send mail 'Grüße' to 2 recipients");

        fixture.pass(Duration.ofSeconds(2));

        assertThat(fixture.task(task).state()).isEqualTo(TaskState.SUCCESS);
        MimeMessage[] received = green.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getSubject()).isEqualTo("Grüße");
        assertThat(received[0].getFrom()[0]).hasToString("Tako <tako@example.org>");
        assertThat(received[0].getContent()).isEqualTo("The body of Grüße");
        assertThat(received[0].getMessageID()).isEqualTo(fixture.row(task).messageId());
        assertThat(fixture.log(task))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("Sending to ada@example.org, bob@example.org by 127.0.0.1:")
                                .contains("(TLS: Opportunistic, Message-ID <"),
                        line -> assertThat(line).startsWith("Accepted for ada@example.org: 250"),
                        line -> assertThat(line).startsWith("Accepted for bob@example.org: 250"),
                        line -> assertThat(line).isEqualTo("Sent to all 2 recipients."));
        assertThat(fixture.tree(task)).containsExactly("Send mail 'Grüße' to 2 recipients: Success");
    }

    @Test
    void mail_goes_with_a_sign_in() {
        GreenMail green = green();
        green.setUser("tako@example.org", "tako", "swordfish");
        signIn(green, "swordfish");
        String task = fixture.queue("k", MailFixture.mail("Hello", "ada@example.org"));
        fixture.pass(Duration.ofSeconds(2));
        assertThat(fixture.task(task).state()).isEqualTo(TaskState.SUCCESS);

        signIn(green, "catfish");
        String refused = fixture.queue("k2", MailFixture.mail("Hello", "ada@example.org"));
        fixture.pass(Duration.ofSeconds(2));
        assertThat(fixture.task(refused).state()).isEqualTo(TaskState.PARKED);
        assertThat(fixture.log(refused))
                .anyMatch(line -> line.contains("refused the sign-in of tako: 535"))
                .noneMatch(line -> line.contains("catfish"));
    }

    private void signIn(GreenMail green, String password) {
        fixture.configure(
                green.getSmtp().getPort(),
                "\"Details\": {\"CredentialType\": \"UsernamePassword\", \"SmtpLogin\": \"tako\", \"NewSmtpPassword\": \""
                        + password + "\"}");
    }

    @Test
    @Tag("rule:mail.content-forgotten")
    void what_a_mail_said_is_locked_and_forgotten_when_it_is_finished() {
        fixture.configure(scripted.port(), "");
        int before = fixture.secrets();
        String task = fixture.queue("k", MailFixture.mail("Hello", "ada@example.org"));
        assertThat(fixture.secrets()).isEqualTo(before + 1);
        assertThat(fixture.task(task).payload()).doesNotContain("The body");

        fixture.pass(Duration.ofSeconds(2));

        assertThat(fixture.secrets()).isEqualTo(before);
        assertThat(fixture.row(task).content()).isEmpty();
    }

    @Test
    @Tag("rule:mail.content-forgotten")
    void a_mail_that_is_cancelled_before_it_went_is_forgotten_too() {
        scripted.answer("RCPT", "451 later");
        fixture.configure(scripted.port(), "");
        int before = fixture.secrets();
        String task = fixture.queue("k", MailFixture.mail("Hello", "ada@example.org"));
        fixture.pass(Duration.ofSeconds(2));
        assertThat(fixture.task(task).state()).isEqualTo(TaskState.PARKED);

        fixture.send("POST", "/api/tasks/" + task + "/cancel", "", 200);

        assertThat(fixture.task(task).state()).isEqualTo(TaskState.CANCELED);
        assertThat(fixture.secrets()).isEqualTo(before);
    }

    @Test
    void mails_go_with_their_space() {
        fixture.configure(scripted.port(), "");
        String task = fixture.queue("k", MailFixture.mail("Hello", "ada@example.org"));
        fixture.pass(Duration.ofSeconds(2));

        fixture.database.change(tx -> SpaceMails.contents().clear(tx, "Spaces-2"));
        assertThat(fixture.row(task).envelope()).hasSize(1);
        fixture.database.change(tx -> SpaceMails.contents().clear(tx, "Spaces-1"));

        assertThat(fixture.database.<Boolean>read(
                        view -> MailRows.find(view, task).isPresent()))
                .isFalse();
    }

    @Test
    @Tag("rule:mail.queued-once")
    void the_same_mail_is_queued_once() {
        fixture.configure(scripted.port(), "");
        String task = fixture.queue("k", MailFixture.mail("Hello", "ada@example.org"));
        assertThat(fixture.queue("k", MailFixture.mail("Hello", "ada@example.org")))
                .isEqualTo(task);

        fixture.pass(Duration.ofSeconds(2));

        assertThat(fixture.queue("k", MailFixture.mail("Hello", "ada@example.org")))
                .isEqualTo(task);
        assertThat(fixture.queue("other", MailFixture.mail("Hello", "ada@example.org")))
                .isNotEqualTo(task);
        assertThat(scripted.taken).hasSize(1);
    }

    @Test
    @Tag("rule:mail.queued-once")
    void a_mail_that_failed_goes_again_to_those_who_do_not_have_it() {
        scripted.answer("RCPT TO:<bob@example.org>", "550 no such user");
        fixture.configure(scripted.port(), "");
        String first = fixture.queue("k", MailFixture.mail("Hello", "ada@example.org", "bob@example.org"));
        fixture.pass(Duration.ofSeconds(2));
        assertThat(fixture.task(first).state()).isEqualTo(TaskState.FAILED);
        scripted.forget("RCPT TO:<bob@example.org>");

        String second = fixture.queue("k", MailFixture.mail("Hello", "ada@example.org", "bob@example.org"));
        fixture.pass(Duration.ofSeconds(2));

        assertThat(second).isNotEqualTo(first);
        assertThat(fixture.task(second).state()).isEqualTo(TaskState.SUCCESS);
        assertThat(scripted.taken)
                .extracting(ScriptedSmtp.Taken::recipients)
                .containsExactly(List.of("ada@example.org"), List.of("bob@example.org"));
    }

    @Test
    @Tag("rule:mail.one-refusal-loses-no-other")
    void one_refused_recipient_is_named_and_the_others_have_the_mail() {
        scripted.answer("RCPT TO:<bob@example.org>", "550 5.1.1 no such user");
        fixture.configure(scripted.port(), "");
        String task = fixture.queue(
                "k", MailFixture.mail("Hello", "ada@example.org", "bob@example.org", "carol@example.org"));

        fixture.pass(Duration.ofSeconds(2));

        assertThat(fixture.task(task).state()).isEqualTo(TaskState.FAILED);
        assertThat(fixture.task(task).reason())
                .isEqualTo(
                        "The mail was refused for bob@example.org (550 5.1.1 no such user). 2 other recipients have it.");
        assertThat(scripted.taken.getFirst().recipients()).containsExactly("ada@example.org", "carol@example.org");
        assertThat(fixture.log(task)).contains("Refused for bob@example.org: 550 5.1.1 no such user");
        assertThat(fixture.get("/api/tasks/" + task).path("HasWarningsOrErrors").asBoolean())
                .isTrue();
    }

    @Test
    @Tag("rule:mail.retried-with-growing-pauses")
    void only_those_who_must_wait_are_tried_again() {
        scripted.answer("RCPT TO:<bob@example.org>", "451 4.7.1 greylisted");
        fixture.configure(scripted.port(), "");
        String task = fixture.queue("k", MailFixture.mail("Hello", "ada@example.org", "bob@example.org"));
        fixture.pass(Duration.ofSeconds(2));
        assertThat(fixture.task(task).state()).isEqualTo(TaskState.PARKED);
        assertThat(fixture.row(task).in(State.WAITING))
                .extracting(MailRow.Entry::address)
                .containsExactly("bob@example.org");
        scripted.forget("RCPT TO:<bob@example.org>");

        fixture.pass(Duration.ofSeconds(25));
        assertThat(scripted.taken).hasSize(1);
        fixture.pass(Duration.ofSeconds(10));

        assertThat(fixture.task(task).state()).isEqualTo(TaskState.SUCCESS);
        assertThat(scripted.taken)
                .extracting(ScriptedSmtp.Taken::recipients)
                .containsExactly(List.of("ada@example.org"), List.of("bob@example.org"));
    }

    @Test
    @Tag("rule:mail.retried-with-growing-pauses")
    void a_server_that_is_down_delays_the_mail() {
        scripted.answer("GREETING", "421 down");
        fixture.configure(scripted.port(), "");
        String task = fixture.queue("k", MailFixture.mail("Hello", "ada@example.org"));

        fixture.pass(Duration.ofHours(1));

        assertThat(fixture.task(task).state()).isEqualTo(TaskState.PARKED);
        assertThat(fixture.row(task).attempts()).isBetween(7, 9);
        assertThat(fixture.log(task)).anyMatch(line -> line.startsWith("It is tried again in 30 s, at 2030-01-01T"));
        scripted.answer("GREETING", "220 up");
        fixture.pass(Duration.ofMinutes(16));
        assertThat(fixture.task(task).state()).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    @Tag("rule:mail.given-up-after-a-day")
    void a_mail_that_nobody_takes_for_a_day_fails_with_the_last_reason() {
        scripted.answer("GREETING", "421 down");
        fixture.configure(scripted.port(), "");
        String task = fixture.queue("k", MailFixture.mail("Hello", "ada@example.org"));

        fixture.pass(Duration.ofHours(25));

        assertThat(fixture.task(task).state()).isEqualTo(TaskState.FAILED);
        assertThat(fixture.task(task).reason())
                .matches("The mail could not be sent to ada@example.org after \\d\\d+ attempts\\. The mail server"
                        + " 127\\.0\\.0\\.1:\\d+ refused: 421 down\\.");
    }

    @Test
    @Tag("rule:mail.faults-of-configuration-wait")
    void a_mail_whose_sender_is_refused_waits_for_a_better_configuration() {
        scripted.answer("MAIL", "553 5.7.1 not yours");
        fixture.configure(scripted.port(), "");
        String task = fixture.queue("k", MailFixture.mail("Hello", "ada@example.org"));
        fixture.pass(Duration.ofSeconds(2));
        assertThat(fixture.task(task).state()).isEqualTo(TaskState.PARKED);
        assertThat(fixture.log(task))
                .anyMatch(line -> line.contains("refused the sender tako@example.org: 553 5.7.1 not yours"));

        scripted.forget("MAIL");
        fixture.configure(scripted.port(), "\"Mine\": 1");
        fixture.pass(Duration.ofSeconds(2));

        assertThat(fixture.task(task).state()).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    @Tag("rule:mail.faults-of-configuration-wait")
    void a_mail_for_which_a_sign_in_is_wanted_waits_for_it() {
        scripted.answer("RCPT", "550 sign in first");
        fixture.configure(scripted.port(), "");
        String task = fixture.queue("k", MailFixture.mail("Hello", "ada@example.org"));
        fixture.pass(Duration.ofSeconds(2));
        assertThat(fixture.task(task).state()).isEqualTo(TaskState.PARKED);
        assertThat(fixture.row(task).content()).isNotEmpty();
        assertThat(fixture.log(task))
                .anyMatch(line -> line.startsWith("Not yet accepted for ada@example.org: 550 sign in first."
                        + " Check the credentials of the SMTP configuration"));
    }

    @Test
    @Tag("rule:mail.blind-copies-are-not-shown")
    void who_gets_it_blind_is_named_nowhere() {
        scripted.answer("RCPT TO:<Eve@example.org>", "550 <eve@example.org>: no such user");
        fixture.configure(scripted.port(), "");
        Mail open = MailFixture.mail("Hello", "ada@example.org");
        List<Recipient> recipients = List.of(
                open.recipients().getFirst(),
                new Recipient(Recipient.Kind.BCC, new MailAddress("Eve@example.org", "")));
        String task = fixture.queue(
                "k",
                new Mail(
                        open.space(),
                        open.title(),
                        recipients,
                        open.subject(),
                        open.body(),
                        open.html(),
                        open.priority(),
                        open.related()));

        fixture.pass(Duration.ofSeconds(2));

        assertThat(fixture.log(task))
                .anyMatch(line -> line.startsWith("Sending to ada@example.org and 1 hidden by "))
                .contains("Refused for a hidden recipient: 550 <a hidden recipient>: no such user");
        assertThat(fixture.log(task) + fixture.get("/api/tasks/" + task).toString() + fixture.tree(task))
                .doesNotContainIgnoringCase("eve@");
        assertThat(fixture.task(task).reason())
                .isEqualTo("The mail was refused for a hidden recipient (550 <a hidden recipient>: no such user)."
                        + " 1 other recipient has it.");
    }

    @Test
    void another_configuration_lets_waiting_mails_go_at_once() {
        scripted.answer("GREETING", "421 down");
        fixture.configure(scripted.port(), "");
        String task = fixture.queue("k", MailFixture.mail("Hello", "ada@example.org"));
        fixture.pass(Duration.ofHours(2));
        try (ScriptedSmtp better = ScriptedSmtp.start()) {
            fixture.configure(better.port(), "");
            fixture.pass(Duration.ofSeconds(2));
        }
        assertThat(fixture.task(task).state()).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    @Tag("rule:mail.not-configured")
    void without_a_configuration_nothing_is_queued() {
        assertThatThrownBy(() -> fixture.queue("k", MailFixture.mail("Hello", "ada@example.org")))
                .isInstanceOf(MailRefused.class)
                .hasMessage(
                        "SMTP is not configured, so no mail can be sent. Give the mail server's address and a sender:"
                                + " PUT /api/smtpconfiguration.");
        assertThat(fixture.get("/api/smtpconfiguration/isconfigured")
                        .path("IsConfigured")
                        .asBoolean())
                .isFalse();
        assertThat(fixture.get("/api/tasks").path("TotalResults").asInt()).isZero();
    }

    @Test
    @Tag("rule:mail.cancel-at-once")
    void a_mail_that_hangs_is_cancelled_at_once() {
        scripted.answer("DATA", ScriptedSmtp.HANG);
        fixture.configure(scripted.port(), "\"Timeout\": 120000");
        String task = fixture.queue("k", MailFixture.mail("Hello", "ada@example.org"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            TaskNode node = fixture.node(fixture.database, threads);
            node.tick();
            await().until(() -> scripted.commands.contains("DATA"));

            fixture.send("POST", "/api/tasks/" + task + "/cancel", "", 200);
            await().atMost(Duration.ofSeconds(2)).until(() -> {
                node.tick();
                return fixture.task(task).state() == TaskState.CANCELED;
            });
        }
        assertThat(fixture.tree(task)).containsExactly("Send mail 'Hello' to ada@example.org: Canceled");
    }

    @Test
    @Tag("rule:mail.at-least-once")
    void a_database_that_fails_at_any_write_loses_no_mail_and_doubles_it_only_under_the_same_id() {
        for (Fault fault : Fault.values()) {
            int n = 1;
            while (failing(n, fault)) {
                n++;
                assertThat(n).as("writes of one mail").isLessThan(MOST_WRITES);
            }
            assertThat(n).as("writes of one mail").isGreaterThan(3);
        }
    }

    @Test
    void a_single_write_that_fails_sends_no_mail_twice() {
        fixture.configure(scripted.port(), "");
        for (int n = 1; n <= 12; n++) {
            for (Fault fault : Fault.values()) {
                failingOnce(n, fault);
            }
        }
    }

    private void failingOnce(int n, Fault fault) {
        scripted.taken.clear();
        String task = fixture.queue("once" + n + fault, MailFixture.mail("Hello", "ada@example.org"));
        FaultyDatabase faulty = new FaultyDatabase(fixture.database);
        TaskNode node = fixture.node(faulty, Runnable::run);
        faulty.failOnceAtWrite(n, fault);
        for (int beat = 0; beat < 60 && !fixture.task(task).state().ended(); beat++) {
            fixture.clock.advance(Duration.ofMillis(500));
            tick(node);
        }
        assertThat(fixture.task(task).state()).as(n + " " + fault).isEqualTo(TaskState.SUCCESS);
        assertThat(scripted.taken).as(n + " " + fault).hasSize(1);
    }

    /** @return whether the mail came to the n-th write at all */
    private boolean failing(int n, Fault fault) {
        scripted.taken.clear();
        fixture.configure(scripted.port(), "");
        String task = fixture.queue("k" + n + fault, MailFixture.mail("Hello", "ada@example.org"));
        FaultyDatabase faulty = new FaultyDatabase(fixture.database);
        TaskNode node = fixture.node(faulty, Runnable::run);
        faulty.goAwayAtWrite(n, fault);
        beat(node, task, 10);
        boolean fired = faulty.isGone();
        faulty.comeBack();
        beat(node, task, 60);
        fixture.pass(Duration.ofSeconds(40));
        assertThat(fixture.task(task).state()).as(n + " " + fault).isEqualTo(TaskState.SUCCESS);
        assertThat(scripted.taken)
                .hasSizeBetween(1, 2)
                .allSatisfy(mail ->
                        assertThat(mail.text()).contains(fixture.row(task).messageId()));
        return fired;
    }

    /** Until the task has ended, at most so often. */
    private void beat(TaskNode node, String task, int most) {
        for (int beat = 0; beat < most && !fixture.task(task).state().ended(); beat++) {
            fixture.clock.advance(Duration.ofMillis(500));
            tick(node);
        }
    }

    private static void tick(TaskNode node) {
        try {
            node.tick();
        } catch (tako.platform.database.DatabaseUnavailable gone) {
            // A node says so and goes on.
        }
    }

    @Test
    void a_test_mail_is_a_task_of_the_server_that_is_tried_once() {
        fixture.configure(scripted.port(), "");
        String task = test("ada@example.org", 201).path("Id").asString();
        fixture.pass(Duration.ofSeconds(2));

        JsonNode shown = fixture.get("/api/tasks/" + task);
        assertThat(shown.path("State").asString()).isEqualTo("Success");
        assertThat(shown.path("Name").asString()).isEqualTo("TestEmail");
        assertThat(shown.path("Arguments").path("EmailAddress").asString()).isEqualTo("ada@example.org");
        assertThat(fixture.task(task).space()).isEmpty();
        assertThat(fixture.log(task)).contains("Accepted for ada@example.org: 250 2.0.0 taken as 4711");

        scripted.answer("GREETING", "421 down");
        String failing = test("ada@example.org", 201).path("Id").asString();
        fixture.pass(Duration.ofSeconds(2));
        assertThat(fixture.task(failing).state()).isEqualTo(TaskState.FAILED);
        assertThat(fixture.task(failing).reason()).contains("refused: 421 down.");
    }

    @Test
    void a_test_mail_needs_an_address_and_a_configuration() {
        assertThat(test("ada@example.org", 400).path("Errors").path(0).asString())
                .startsWith("SMTP is not configured");
        fixture.configure(scripted.port(), "");
        assertThat(test("nobody", 400).path("Errors").path(0).asString())
                .startsWith("Arguments.EmailAddress: 'nobody' is no mail address.");
        for (String strange : List.of("{}", "[\"ada@example.org\"]", "7", "null")) {
            String body = "{\"Name\": \"TestEmail\", \"Arguments\": {\"EmailAddress\": " + strange + "}}";
            assertThat(fixture.send("POST", "/api/tasks", body, 400)
                            .path("Errors")
                            .path(0)
                            .asString())
                    .startsWith("Arguments.EmailAddress: ");
        }
    }

    private JsonNode test(String address, int status) {
        return fixture.send(
                "POST",
                "/api/tasks",
                "{\"Name\": \"TestEmail\", \"Arguments\": {\"EmailAddress\": \"" + address + "\"}}",
                status);
    }

    @Test
    void the_configuration_is_read_as_it_was_written_without_its_password() {
        fixture.configure(
                587,
                "\"EnableSsl\": true, \"Mine\": 7, \"Details\": {\"CredentialType\": \"usernamepassword\", \"SmtpLogin\": \"tako\","
                        + " \"SmtpPassword\": {\"HasValue\": true, \"NewValue\": \"swordfish\"}}");

        JsonNode read = fixture.get("/api/smtpconfiguration");

        assertThat(read.path("SmtpHost").asString()).isEqualTo("127.0.0.1");
        assertThat(read.path("EnableSsl").asBoolean()).isTrue();
        assertThat(read.path("Mine").asInt()).isEqualTo(7);
        assertThat(read.path("Details").path("CredentialType").asString()).isEqualTo("UsernamePassword");
        assertThat(read.path("Details").path("SmtpPassword").toString())
                .isEqualTo("{\"HasValue\":true,\"NewValue\":null,\"Hint\":null}");
        assertThat(read.path("SmtpLogin").asString()).isEqualTo("tako");
        assertThat(fixture.events)
                .singleElement()
                .asString()
                .startsWith("Modified smtpconfiguration ")
                .doesNotContain("swordfish");
        assertThat(fixture.get("/api/smtpconfiguration/isconfigured")
                        .path("IsConfigured")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void older_clients_write_the_credentials_beside_the_host_and_keep_the_password_by_silence() {
        fixture.configure(scripted.port(), "\"SmtpLogin\": \"tako\", \"NewSmtpPassword\": \"swordfish\"");
        assertThat(usedPassword()).isEqualTo("tako/swordfish");

        fixture.configure(scripted.port(), "\"SmtpLogin\": \"tako2\", \"NewSmtpPassword\": null");
        assertThat(usedPassword()).isEqualTo("tako2/swordfish");

        int events = fixture.events.size();
        String asRead = fixture.get("/api/smtpconfiguration").toString();
        fixture.send("PUT", "/api/smtpconfiguration", asRead, 200);
        assertThat(usedPassword()).isEqualTo("tako2/swordfish");
        assertThat(fixture.events).hasSize(events);

        fixture.configure(
                scripted.port(),
                "\"Details\": {\"CredentialType\": \"UsernamePassword\", \"SmtpLogin\": \"tako\", \"SmtpPassword\": {\"HasValue\": false}}");
        assertThat(usedPassword()).isEqualTo("tako/");

        fixture.configure(scripted.port(), "");
        assertThat(usedPassword()).isEqualTo("nobody");
    }

    @Test
    @Tag("rule:mail.password-stays-where-it-was-meant-for")
    void another_server_does_not_get_the_password_that_is_stored() {
        String signIn =
                "\"Details\": {\"CredentialType\": \"UsernamePassword\", \"SmtpLogin\": \"tako\", \"SmtpPassword\": %s}";
        String kept = signIn.formatted("{\"HasValue\": true}");
        fixture.configure(587, signIn.formatted("{\"HasValue\": true, \"NewValue\": \"swordfish\"}"));

        for (String moved : List.of(
                MailFixture.configuration(588, kept),
                MailFixture.configuration(587, kept + ", \"Tls\": \"None\""),
                MailFixture.configuration(587, kept + ", \"EnableSsl\": true"),
                MailFixture.configuration(588, "\"SmtpLogin\": \"tako\""),
                MailFixture.configuration(587, kept).replace("127.0.0.1", "127.0.0.2"))) {
            assertThat(fixture.errors(moved))
                    .singleElement()
                    .asString()
                    .startsWith("Details: the stored password or token is not sent to another host or port");
        }
        assertThat(usedPassword()).isEqualTo("tako/swordfish");

        fixture.configure(588, signIn.formatted("{\"HasValue\": true, \"NewValue\": \"catfish\"}"));
        assertThat(usedPassword()).isEqualTo("tako/catfish");
        fixture.configure(589, signIn.formatted("{\"HasValue\": false}"));
        assertThat(usedPassword()).isEqualTo("tako/");
        fixture.configure(590, "");
        assertThat(usedPassword()).isEqualTo("nobody");
    }

    private String usedPassword() {
        var choice = fixture.database.read(view -> fixture.choice(view));
        return switch (((SmtpChoice.Usable) choice).server().credentials()) {
            case tako.server.settings.mail.smtp.SmtpCredentials.Nobody() -> "nobody";
            case tako.server.settings.mail.smtp.SmtpCredentials.Password(var login, var password) ->
                login + "/" + password.reveal();
            case tako.server.settings.mail.smtp.SmtpCredentials.AccessToken(var login, var token) ->
                login + "/" + token.reveal();
        };
    }

    @Test
    void credentials_of_google_and_microsoft_are_kept_and_cannot_be_used() {
        fixture.configure(
                587,
                "\"EnableSsl\": true, \"Details\": {\"CredentialType\": \"Google\", \"GoogleAudience\": \"a\", \"GoogleServiceAccount\": \"s\"}");

        assertThat(fixture.get("/api/smtpconfiguration")
                        .path("Details")
                        .path("GoogleAudience")
                        .asString())
                .isEqualTo("a");
        assertThatThrownBy(() -> fixture.queue("k", MailFixture.mail("Hello", "ada@example.org")))
                .isInstanceOf(MailRefused.class)
                .hasMessageContaining("credentials of the type Google, which this version cannot use");
    }

    @Test
    void what_cannot_be_is_refused_by_name() {
        assertThat(fixture.errors("""
                        {"SmtpHost": "https://mail", "SmtpPort": 70000, "SendEmailFrom": "nobody", "Timeout": 5, "Tls": "Maybe",
                         "TrustedCertificates": "x", "Details": {"CredentialType": "Kerberos"}}"""))
                .satisfiesExactlyInAnyOrder(
                        error -> assertThat(error).startsWith("SmtpHost: 'https://mail' is no name of a machine."),
                        error -> assertThat(error).startsWith("SmtpPort: 70000 is no port."),
                        error -> assertThat(error).startsWith("SendEmailFrom: 'nobody' is no mail address."),
                        error -> assertThat(error).startsWith("Timeout: 5 ms is not possible."),
                        error -> assertThat(error).startsWith("Tls: 'Maybe' is none."),
                        error -> assertThat(error).startsWith("TrustedCertificates: these are no certificates in PEM."),
                        error -> assertThat(error).startsWith("Details.CredentialType: 'Kerberos' is none."));
        assertThat(fixture.errors(MailFixture.configuration(25, "\"Tls\": \"StartTls\", \"EnableSsl\": false")))
                .singleElement()
                .asString()
                .startsWith("Tls: StartTls and EnableSsl: false contradict each other.");
        assertThat(fixture.errors(
                        MailFixture.configuration(25, "\"Details\": {\"CredentialType\": \"UsernamePassword\"}")))
                .singleElement()
                .asString()
                .startsWith("Details.SmtpLogin: credentials of the type UsernamePassword need a user name.");
    }

    @Test
    void a_configuration_without_a_host_turns_mail_off() {
        fixture.configure(25, "");
        fixture.send("PUT", "/api/smtpconfiguration", "{}", 200);
        assertThat(fixture.get("/api/smtpconfiguration/isconfigured")
                        .path("IsConfigured")
                        .asBoolean())
                .isFalse();
    }
}
