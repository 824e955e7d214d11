package tako.e2e;

import static org.awaitility.Awaitility.await;
import static tako.e2e.Setup.object;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A real SMTP server on a free port. */
public final class MailServer implements AutoCloseable {
    private static final Duration DELIVERY = Duration.ofSeconds(20);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    /** Starts it. */
    public MailServer() {
        server.start();
    }

    /**
     * A mail that it took.
     *
     * @param text without white space at its ends, its lines ended by line feeds
     */
    public record Mail(String from, String to, String subject, String text) {
        private static Mail of(MimeMessage message) {
            try {
                return new Mail(
                        message.getHeader("From", ","),
                        message.getHeader("To", ","),
                        message.getSubject(),
                        String.valueOf(message.getContent())
                                .replace("\r\n", "\n")
                                .strip());
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Has a server of Tako send its mail here. */
    public void serve(Setup setup) {
        var body = object().put("SmtpHost", "127.0.0.1")
                .put("SmtpPort", server.getSmtp().getPort())
                .put("SendEmailFrom", "tako@example.org")
                .put("EnableSsl", false)
                .put("Timeout", 12_000);
        body.putObject("Details").put("CredentialType", "None");
        setup.wire().put("/api/smtpconfiguration", body).succeeded();
    }

    /** All that it took so far, whole. */
    public MimeMessage[] received() {
        return server.getReceivedMessages();
    }

    /** Forgets all that it took. */
    public void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All that it took so far, in their order. */
    public List<Mail> mails() {
        return Stream.of(server.getReceivedMessages()).map(Mail::of).toList();
    }

    /** The mail of this number, from 1, as soon as it is there. */
    public Mail mail(int number) {
        await().atMost(DELIVERY)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> server.getReceivedMessages().length >= number);
        return mails().get(number - 1);
    }

    @Override
    public void close() {
        server.stop();
    }
}
