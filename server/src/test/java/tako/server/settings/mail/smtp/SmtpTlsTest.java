package tako.server.settings.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tako.platform.secret.Secret;
import tako.server.library.certificate.TestCertificates;

/** When TLS is used, and whom it is used with. */
@Timeout(30)
class SmtpTlsTest {
    private static final MailAddress ADA = new MailAddress("ada@example.org", "");
    private static final TestCertificates.Made OWN =
            TestCertificates.selfSigned("CN=mail", Instant.parse("2099-01-01T00:00:00Z"));
    private static final TestCertificates.Made OTHER =
            TestCertificates.selfSigned("CN=other", Instant.parse("2099-01-01T00:00:00Z"));

    private static SmtpAnswer send(ScriptedSmtp server, String host, Tls tls, String trusted)
            throws InterruptedException {
        var credentials = new SmtpCredentials.Password("tako", Secret.of("swordfish"));
        server.answer("AUTH", "235 2.7.0 welcome");
        var reached = new SmtpServer(host, server.port(), tls, credentials, trusted, Duration.ofSeconds(5));
        var letter = new Letter(
                "<id-1@example.org>",
                Instant.parse("2030-01-01T00:00:00Z"),
                new MailAddress("tako@example.org", ""),
                List.of(new Recipient(Recipient.Kind.TO, ADA)),
                "Hello",
                "Hello.",
                false,
                MailPriority.NORMAL);
        return new SmtpSender().send(reached, letter, List.of(ADA));
    }

    private static ScriptedSmtp server(Tls tls) {
        ScriptedSmtp server = tls == Tls.IMPLICIT ? ScriptedSmtp.implicitTls(OWN) : ScriptedSmtp.startTls(OWN);
        String starttls = tls == Tls.IMPLICIT ? "" : "\n250-STARTTLS";
        return server.answer("EHLO", "250-scripted.example.org" + starttls + "\n250 AUTH PLAIN");
    }

    @ParameterizedTest
    @Tag("rule:mail.tls-required")
    @CsvSource({"START_TLS, true", "IMPLICIT, false"})
    void mail_goes_to_a_server_that_is_trusted(Tls tls, boolean asked) throws InterruptedException {
        try (ScriptedSmtp server = server(tls)) {
            assertThat(send(server, "127.0.0.1", tls, OWN.pem())).isInstanceOf(SmtpAnswer.Replies.class);
            assertThat(server.taken).hasSize(1);
            assertThat(server.commands.contains("STARTTLS")).isEqualTo(asked);
        }
    }

    @ParameterizedTest
    @Tag("rule:mail.tls-required")
    @CsvSource({"START_TLS", "IMPLICIT"})
    void nothing_is_said_to_a_server_that_is_not_trusted(Tls tls) throws InterruptedException {
        try (ScriptedSmtp server = server(tls)) {
            assertThat(sentence(send(server, "127.0.0.1", tls, OTHER.pem())))
                    .startsWith("The certificate of 127.0.0.1:" + server.port() + " is not to be trusted: ")
                    .endsWith("or name its authority in TrustedCertificates.");
            assertThat(sentence(send(server, "127.0.0.1", tls, ""))).contains("is not to be trusted");
            assertThat(server.commands).noneMatch(command -> command.startsWith("AUTH"));
        }
    }

    @ParameterizedTest
    @Tag("rule:mail.tls-required")
    @CsvSource({"START_TLS", "IMPLICIT"})
    void nothing_is_said_to_a_server_with_the_certificate_of_another(Tls tls) throws InterruptedException {
        try (ScriptedSmtp server = server(tls)) {
            assertThat(sentence(send(server, "localhost", tls, OWN.pem())))
                    .startsWith("The certificate of localhost:" + server.port() + " is not to be trusted: No")
                    .contains("localhost");
            assertThat(server.commands).noneMatch(command -> command.startsWith("AUTH"));
        }
    }

    @Test
    @Tag("rule:mail.opportunistic-tls")
    void tls_that_is_not_required_is_used_with_anybody() throws InterruptedException {
        try (ScriptedSmtp server = server(Tls.OPPORTUNISTIC)) {
            assertThat(send(server, "localhost", Tls.OPPORTUNISTIC, "")).isInstanceOf(SmtpAnswer.Replies.class);
            assertThat(server.commands).contains("STARTTLS");
        }
    }

    @Test
    @Tag("rule:mail.opportunistic-tls")
    void without_tls_none_is_asked_for() throws InterruptedException {
        try (ScriptedSmtp server = server(Tls.NONE)) {
            assertThat(send(server, "127.0.0.1", Tls.NONE, "")).isInstanceOf(SmtpAnswer.Replies.class);
            assertThat(server.commands).doesNotContain("STARTTLS");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "true, 587, START_TLS",
        "true, 25, START_TLS",
        "true, 465, IMPLICIT",
        "false, 465, OPPORTUNISTIC",
        "false, 25, OPPORTUNISTIC"
    })
    @Tag("rule:mail.tls-derived")
    void what_is_meant_where_only_the_switch_is_known(boolean required, int port, Tls tls) {
        assertThat(Tls.derived(required, port)).isEqualTo(tls);
    }

    private static String sentence(SmtpAnswer answer) {
        assertThat(answer).isInstanceOf(SmtpAnswer.Broken.class);
        return ((SmtpAnswer.Broken) answer).sentence();
    }
}
