package tako.e2e.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tako.platform.secret.Secret;
import tako.server.settings.mail.smtp.Letter;
import tako.server.settings.mail.smtp.MailAddress;
import tako.server.settings.mail.smtp.MailPriority;
import tako.server.settings.mail.smtp.Recipient;
import tako.server.settings.mail.smtp.RecipientReply;
import tako.server.settings.mail.smtp.RecipientReply.Verdict;
import tako.server.settings.mail.smtp.SmtpAnswer;
import tako.server.settings.mail.smtp.SmtpCredentials;
import tako.server.settings.mail.smtp.SmtpSender;
import tako.server.settings.mail.smtp.SmtpServer;
import tako.server.settings.mail.smtp.Tls;
import tako.testbed.TestMailServer;

/** Mail by the server that Debian installs: STARTTLS, implicit TLS, sign-in, and what it refuses. */
@Tag("cluster")
class DebianMailServerTest {
    private static final MailAddress ADA = new MailAddress("ada@example.org", "Ada");
    private static final MailAddress BOB = new MailAddress("bob@example.org", "");
    private static final MailAddress NOBODY = new MailAddress("nobody@example.org", "");
    private static final SmtpCredentials SIGNED_IN =
            new SmtpCredentials.Password(TestMailServer.USER, Secret.of(TestMailServer.PASSWORD));

    private static final TestMailServer server = TestMailServer.start();

    @AfterAll
    static void stop() {
        server.close();
    }

    private static SmtpServer reached(Tls tls, SmtpCredentials credentials, String trusted) {
        int port = tls == Tls.IMPLICIT ? server.tlsPort() : server.port();
        return new SmtpServer(TestMailServer.HOST, port, tls, credentials, trusted, Duration.ofSeconds(12));
    }

    private static SmtpAnswer send(SmtpServer by, String id, MailAddress... envelope) throws InterruptedException {
        var letter = new Letter(
                "<" + id + "@example.org>",
                Instant.parse("2030-01-01T00:00:00Z"),
                new MailAddress("tako@example.org", ""),
                List.of(new Recipient(Recipient.Kind.TO, ADA), new Recipient(Recipient.Kind.BCC, BOB)),
                "Grüße",
                "Deployment to Test\n.\nStatus: Succeeded ✓\n",
                false,
                MailPriority.NORMAL);
        return new SmtpSender().send(by, letter, List.of(envelope));
    }

    private static List<String> delivered(String id) {
        return server.mails().stream()
                .filter(mail -> mail.contains("<" + id + "@example.org>"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"START_TLS", "IMPLICIT"})
    void whoIsSignedInSendsOverTlsToAServerThatIsTrusted(Tls tls) throws InterruptedException {
        assertThat(send(reached(tls, SIGNED_IN, server.authority()), "a-" + tls, ADA, BOB))
                .isInstanceOfSatisfying(
                        SmtpAnswer.Replies.class,
                        answer -> assertThat(answer.replies())
                                .extracting(RecipientReply::verdict)
                                .containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED));

        await().until(() -> !delivered("a-" + tls).isEmpty());
        assertThat(delivered("a-" + tls))
                .allSatisfy(mail -> assertThat(mail)
                        .contains("Subject: =?UTF-8?", "\nDeployment to Test", "From: tako@example.org")
                        .doesNotContain("Bcc:"));
    }

    @ParameterizedTest
    @EnumSource(names = {"START_TLS", "IMPLICIT"})
    void aServerThatIsNotTrustedGetsNoPassword(Tls tls) throws InterruptedException {
        assertThat(send(reached(tls, SIGNED_IN, ""), "b-" + tls, ADA))
                .isInstanceOfSatisfying(
                        SmtpAnswer.Broken.class,
                        answer -> assertThat(answer.sentence())
                                .startsWith("The certificate of 127.0.0.1:")
                                .contains("is not to be trusted"));
        assertThat(delivered("b-" + tls)).isEmpty();
    }

    @Test
    void tlsThatIsNotRequiredIsUsedThough() throws InterruptedException {
        assertThat(send(reached(Tls.OPPORTUNISTIC, SIGNED_IN, ""), "c", ADA)).isInstanceOf(SmtpAnswer.Replies.class);
        await().until(() -> delivered("c").size() == 1);
    }

    @Test
    void withoutTlsThisServerLetsNobodySignIn() throws InterruptedException {
        assertThat(send(reached(Tls.NONE, SIGNED_IN, ""), "d", ADA))
                .isInstanceOfSatisfying(
                        SmtpAnswer.Broken.class,
                        answer -> assertThat(answer.sentence())
                                .contains("takes no sign-in", "many servers let nobody sign in without TLS"));
    }

    @Test
    void aWrongPasswordIsSaid() throws InterruptedException {
        var wrong = new SmtpCredentials.Password(TestMailServer.USER, Secret.of("swordfish"));
        assertThat(send(reached(Tls.START_TLS, wrong, server.authority()), "e", ADA))
                .isInstanceOfSatisfying(
                        SmtpAnswer.Broken.class,
                        answer -> assertThat(answer.sentence()).contains("refused the sign-in of tako: 535"));
    }

    @Test
    void withoutASignInEachRecipientWaitsForAnotherConfiguration() throws InterruptedException {
        assertThat(send(reached(Tls.START_TLS, new SmtpCredentials.Nobody(), server.authority()), "f", ADA))
                .isInstanceOfSatisfying(
                        SmtpAnswer.Replies.class,
                        answer -> assertThat(answer.replies())
                                .containsExactly(new RecipientReply(ADA, Verdict.DEFERRED, "550 sign in first")));
    }

    @Test
    void oneRefusedRecipientDoesNotLoseTheOthers() throws InterruptedException {
        assertThat(send(reached(Tls.START_TLS, SIGNED_IN, server.authority()), "g", ADA, NOBODY, BOB))
                .isInstanceOfSatisfying(
                        SmtpAnswer.Replies.class,
                        answer -> assertThat(answer.replies())
                                .extracting(RecipientReply::verdict)
                                .containsExactly(Verdict.ACCEPTED, Verdict.REFUSED, Verdict.ACCEPTED));
        await().until(() -> !delivered("g").isEmpty());
    }
}
