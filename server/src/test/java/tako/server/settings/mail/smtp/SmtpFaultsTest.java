package tako.server.settings.mail.smtp;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tako.platform.secret.Secret;
import tako.server.settings.mail.smtp.RecipientReply.Verdict;

/** Each fault of a mail server is one sentence, in bounded time. */
@Timeout(30)
class SmtpFaultsTest {
    private static final MailAddress FROM = new MailAddress("tako@example.org", "");
    private static final MailAddress ADA = new MailAddress("ada@example.org", "Ada");
    private static final MailAddress BOB = new MailAddress("bob@example.org", "");
    private static final MailAddress CAROL = new MailAddress("carol@example.org", "");

    private final ScriptedSmtp server = ScriptedSmtp.start();
    private final SmtpSender sender = new SmtpSender();
    private SmtpCredentials credentials = new SmtpCredentials.Nobody();

    @AfterEach
    void stop() {
        server.close();
    }

    private SmtpServer reached(Tls tls) {
        return new SmtpServer("127.0.0.1", server.port(), tls, credentials, "", Duration.ofMillis(300));
    }

    private static Letter letter() {
        return new Letter(
                "<id-1@example.org>",
                Instant.parse("2030-01-01T00:00:00Z"),
                FROM,
                List.of(new Recipient(Recipient.Kind.TO, ADA)),
                "Hello",
                "Hello.\n.\nBye.\n",
                false,
                MailPriority.NORMAL);
    }

    private SmtpAnswer send(Tls tls, MailAddress... envelope) throws InterruptedException {
        return sender.send(reached(tls), letter(), List.of(envelope));
    }

    private String sentence(Tls tls) throws InterruptedException {
        assertThat(send(tls, ADA)).isInstanceOf(SmtpAnswer.Broken.class);
        return ((SmtpAnswer.Broken) send(tls, ADA)).sentence().replace(":" + server.port(), ":25");
    }

    private Map<MailAddress, RecipientReply> replies(MailAddress... envelope) throws InterruptedException {
        var replies = (SmtpAnswer.Replies) send(Tls.OPPORTUNISTIC, envelope);
        return replies.replies().stream()
                .collect(java.util.stream.Collectors.toMap(RecipientReply::recipient, reply -> reply));
    }

    @Test
    void a_mail_arrives_whole() throws InterruptedException {
        assertThat(replies(ADA, BOB).values())
                .allSatisfy(reply -> assertThat(reply.verdict()).isEqualTo(Verdict.ACCEPTED))
                .allSatisfy(reply -> assertThat(reply.reply()).isEqualTo("250 2.0.0 taken as 4711"));

        assertThat(server.taken).singleElement().satisfies(mail -> {
            assertThat(mail.recipients()).containsExactly("ada@example.org", "bob@example.org");
            assertThat(mail.text()).contains("Message-ID: <id-1@example.org>", "\n\nHello.\n..\nBye.\n");
        });
        assertThat(server.commands).contains("EHLO example.org");
    }

    @ParameterizedTest
    @Tag("rule:mail.bounded-time")
    @ValueSource(strings = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA", "."})
    void a_server_that_hangs_is_left(String command) throws InterruptedException {
        server.answer(command, ScriptedSmtp.HANG);

        assertThat(sentence(Tls.OPPORTUNISTIC))
                .startsWith("The mail server 127.0.0.1:25 did not answer within 300 ms. Check that it runs");
    }

    @ParameterizedTest
    @Tag("rule:mail.bounded-time")
    @ValueSource(strings = {"GREETING", "EHLO", "RCPT"})
    void a_server_that_drips_is_left(String command) throws InterruptedException {
        server.answer(command, ScriptedSmtp.DRIP);

        assertThat(sentence(Tls.OPPORTUNISTIC))
                .isEqualTo("The mail server 127.0.0.1:25 was too slow: the attempt was given up after 1500 ms."
                        + " Check the server, or raise Timeout.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA"})
    void a_server_that_hangs_up_before_the_whole_mail_has_not_taken_the_mail(String command)
            throws InterruptedException {
        server.answer(command, ScriptedSmtp.DROP);

        assertThat(sentence(Tls.OPPORTUNISTIC))
                .isEqualTo("The mail server 127.0.0.1:25 closed the connection before it had answered."
                        + " Its log may say why.");
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedSmtp.HANG, ScriptedSmtp.DROP, ScriptedSmtp.DRIP})
    void a_server_that_has_the_whole_mail_and_does_not_answer_may_have_taken_it(String fault)
            throws InterruptedException {
        server.answer(ScriptedSmtp.MAIL, fault);

        assertThat(sentence(Tls.OPPORTUNISTIC))
                .endsWith(
                        " By then it had the whole mail, so it may have taken it: if it is sent again, it can come twice.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATA", "RCPT", "MAIL"})
    void a_server_that_has_not_the_whole_mail_has_not_taken_it(String command) throws InterruptedException {
        server.answer(command, ScriptedSmtp.HANG);

        assertThat(sentence(Tls.OPPORTUNISTIC)).doesNotContain("taken");
    }

    @Test
    void a_late_goodbye_does_not_matter() throws InterruptedException {
        server.answer("QUIT", ScriptedSmtp.HANG);

        assertThat(replies(ADA).values()).extracting(RecipientReply::verdict).containsExactly(Verdict.ACCEPTED);
    }

    @Test
    @Tag("rule:mail.tls-required")
    void nothing_is_said_without_tls_where_it_must_be() throws InterruptedException {
        assertThat(sentence(Tls.START_TLS))
                .isEqualTo("The mail server 127.0.0.1:25 offers no STARTTLS, and nothing is sent without TLS."
                        + " Check SmtpPort, or choose another Tls.");
        assertThat(server.commands).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    @Tag("rule:mail.tls-required")
    void a_server_without_tls_at_a_port_that_wants_it_is_told_apart() throws InterruptedException {
        assertThat(sentence(Tls.IMPLICIT))
                .startsWith("The mail server 127.0.0.1:25 and this server do not come to terms over TLS (")
                .endsWith("Check Tls and SmtpPort: usual are StartTls at 587 and Implicit at 465.");
    }

    @Test
    @Tag("rule:mail.one-refusal-loses-no-other")
    void one_refused_recipient_does_not_lose_the_others() throws InterruptedException {
        server.answer("RCPT TO:<bob@example.org>", "550 5.1.1 no such user");

        Map<MailAddress, RecipientReply> replies = replies(ADA, BOB, CAROL);

        assertThat(replies)
                .contains(
                        entry(ADA, new RecipientReply(ADA, Verdict.ACCEPTED, "250 2.0.0 taken as 4711")),
                        entry(BOB, new RecipientReply(BOB, Verdict.REFUSED, "550 5.1.1 no such user")),
                        entry(CAROL, new RecipientReply(CAROL, Verdict.ACCEPTED, "250 2.0.0 taken as 4711")));
        assertThat(server.taken.getFirst().recipients()).containsExactly("ada@example.org", "carol@example.org");
    }

    @Test
    void a_recipient_who_must_wait_is_told_from_one_who_is_refused() throws InterruptedException {
        server.answer("RCPT TO:<ada@example.org>", "451 4.7.1 greylisted")
                .answer("RCPT TO:<bob@example.org>", "550 5.1.1 no such user");

        Map<MailAddress, RecipientReply> replies = replies(ADA, BOB);

        assertThat(replies.get(ADA)).isEqualTo(new RecipientReply(ADA, Verdict.DEFERRED, "451 4.7.1 greylisted"));
        assertThat(replies.get(BOB)).isEqualTo(new RecipientReply(BOB, Verdict.REFUSED, "550 5.1.1 no such user"));
        assertThat(server.taken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"451 4.3.0 try later, DEFERRED", "552 5.3.4 too big, REFUSED", "554 5.7.1 spam, REFUSED"})
    void a_refused_mail_is_refused_for_all(String reply, Verdict verdict) throws InterruptedException {
        server.answer(".", reply);

        assertThat(replies(ADA, BOB).values())
                .allSatisfy(each -> assertThat(each.verdict()).isEqualTo(verdict))
                .allSatisfy(each -> assertThat(each.reply()).isEqualTo(reply));
    }

    @ParameterizedTest
    @Tag("rule:mail.faults-of-configuration-wait")
    @CsvSource({
        "530 5.7.0 Authentication required, DEFERRED",
        "530 who are you, DEFERRED",
        "550 5.7.1 no, DEFERRED",
        "550 sign in first, DEFERRED",
        "550 relay not permitted, DEFERRED",
        "554 5.7.1 relay access denied, DEFERRED",
        "550 5.1.1 relay knows no such user, REFUSED",
        "550 no such user, REFUSED",
        "550 no author of that name, REFUSED",
    })
    void who_is_refused_for_want_of_a_sign_in_waits(String reply, Verdict verdict) throws InterruptedException {
        server.answer("RCPT TO:<bob@example.org>", reply);

        assertThat(replies(ADA, BOB).get(BOB)).isEqualTo(new RecipientReply(BOB, verdict, reply));
    }

    @Test
    @Tag("rule:mail.faults-of-configuration-wait")
    void a_mail_that_may_not_begin_without_a_sign_in_waits() throws InterruptedException {
        server.answer("DATA", "550 5.7.1 sign in first");

        assertThat(replies(ADA, BOB).values())
                .hasSize(2)
                .allSatisfy(reply -> assertThat(reply.verdict()).isEqualTo(Verdict.DEFERRED));
    }

    @ParameterizedTest
    @Tag("rule:mail.faults-of-configuration-wait")
    @ValueSource(strings = {"553 5.7.1 not yours", "530 5.7.0 Authentication required", "451 4.1.8 later"})
    void a_refused_sender_is_named(String reply) throws InterruptedException {
        server.answer("MAIL", reply);

        assertThat(send(Tls.NONE, ADA))
                .isEqualTo(new SmtpAnswer.Broken(
                        "The mail server 127.0.0.1:" + server.port() + " refused the sender tako@example.org: " + reply
                                + ". Check SendEmailFrom, and whether the server wants a sign-in."));
    }

    @Test
    void a_greeting_that_is_none_is_shown() throws InterruptedException {
        server.answer("GREETING", "421 4.7.0 too many connections");

        assertThat(sentence(Tls.NONE))
                .isEqualTo("The mail server 127.0.0.1:25 refused: 421 4.7.0 too many connections.");
    }

    @Test
    @Tag("rule:mail.no-secret-in-log")
    void a_refused_sign_in_shows_no_password_even_if_the_server_does() throws InterruptedException {
        credentials = new SmtpCredentials.Password("tako", Secret.of("swordfish"));
        server.answer("EHLO", "250-scripted.example.org\n250 AUTH PLAIN LOGIN")
                .answer("AUTH", "535 5.7.8 swordfish is wrong");

        assertThat(sentence(Tls.NONE))
                .isEqualTo("The mail server 127.0.0.1:25 refused the sign-in of tako: 535 5.7.8 ******** is wrong."
                        + " Check the credentials of the SMTP configuration.");
    }

    @Test
    void credentials_that_nobody_wants_are_not_left_out_in_silence() throws InterruptedException {
        credentials = new SmtpCredentials.Password("tako", Secret.of("swordfish"));

        assertThat(sentence(Tls.NONE))
                .startsWith(
                        "The mail server 127.0.0.1:25 takes no sign-in, but the SMTP configuration has credentials.");
        assertThat(server.commands).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void a_token_goes_by_xoauth2() throws InterruptedException {
        credentials = new SmtpCredentials.AccessToken("tako@example.org", Secret.of("token-1"));
        server.answer("EHLO", "250-scripted.example.org\n250 AUTH PLAIN XOAUTH2")
                .answer("AUTH", "235 2.7.0 welcome");

        assertThat(replies(ADA).values()).extracting(RecipientReply::verdict).containsExactly(Verdict.ACCEPTED);

        String expected = "user=tako@example.org\1auth=Bearer token-1\1\1";
        assertThat(server.commands)
                .contains("AUTH XOAUTH2 "
                        + java.util.Base64.getEncoder()
                                .encodeToString(expected.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void nobody_at_the_port_is_said() throws IOException, InterruptedException {
        int free;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = taken.getLocalPort();
        }
        var nowhere =
                new SmtpServer("127.0.0.1", free, Tls.NONE, new SmtpCredentials.Nobody(), "", Duration.ofSeconds(5));

        assertThat(sender.send(nowhere, letter(), List.of(ADA)))
                .isEqualTo(new SmtpAnswer.Broken("Nothing takes connections at 127.0.0.1:" + free
                        + ". Check SmtpHost and SmtpPort, and that the mail server runs."));
    }

    @Test
    void an_unknown_name_is_said() throws InterruptedException {
        var nowhere =
                new SmtpServer("mail.invalid", 25, Tls.NONE, new SmtpCredentials.Nobody(), "", Duration.ofSeconds(5));

        assertThat(sender.send(nowhere, letter(), List.of(ADA)))
                .isEqualTo(new SmtpAnswer.Broken("The mail server mail.invalid is unknown: its name has no address."
                        + " Check SmtpHost, and the name service of this machine."));
    }

    @Test
    @Tag("rule:mail.cancel-at-once")
    void whoever_is_interrupted_leaves_at_once() {
        server.answer("RCPT", ScriptedSmtp.HANG);
        var patient = new SmtpServer(
                "127.0.0.1", server.port(), Tls.NONE, new SmtpCredentials.Nobody(), "", Duration.ofMinutes(5));
        var left = new CompletableFuture<Boolean>();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                sender.send(patient, letter(), List.of(ADA));
                left.complete(false);
            } catch (InterruptedException cancelled) {
                left.complete(true);
            }
        });
        org.awaitility.Awaitility.await()
                .until(() -> server.commands.stream().anyMatch(line -> line.startsWith("RCPT")));

        waiting.interrupt();

        assertThat(left.orTimeout(2, java.util.concurrent.TimeUnit.SECONDS).join())
                .isTrue();
    }
}
