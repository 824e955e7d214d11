package tako.app.testdrive.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a sender acknowledged is kept, and reads as it was meant. */
class MailCatcherTest {
    private final Mailbox mailbox;
    private final MailCatcher catcher;

    MailCatcherTest(@TempDir Path folder) throws IOException {
        this.mailbox = new Mailbox(folder.resolve("mails"));
        this.catcher = new MailCatcher(mailbox);
    }

    @AfterEach
    void close() throws IOException {
        catcher.close();
    }

    @Test
    void aMailIsKeptWithAllItsRecipients() throws MessagingException {
        MimeMessage mail = mail("Deployment status", "Deployment to Test\n.hidden file\nÄpfel");
        mail.setRecipients(RecipientType.TO, "stakeholder@example.org");
        mail.setRecipients(RecipientType.BCC, "audit@example.org");

        Transport.send(mail);

        CaughtMail caught = mailbox.after(0).getFirst();
        assertThat(caught.number()).isEqualTo(1);
        assertThat(caught.from()).isEqualTo("tako@example.org");
        assertThat(caught.to()).containsExactlyInAnyOrder("stakeholder@example.org", "audit@example.org");
        assertThat(caught.subject()).isEqualTo("Deployment status");
        assertThat(caught.text().lines()).containsExactly("Deployment to Test", ".hidden file", "Äpfel");
    }

    @Test
    void aSubjectOfManyAlphabetsIsReadAsItWasWritten() throws MessagingException {
        send("Größe → fertig", "");

        assertThat(mailbox.after(0).getFirst().subject()).isEqualTo("Größe → fertig");
    }

    @Test
    void mailsAreNumberedInTheOrderInWhichTheyCome() throws MessagingException {
        send("first", "");
        send("second", "");

        assertThat(mailbox.newest()).isEqualTo(2);
        assertThat(mailbox.after(1)).extracting(CaughtMail::subject).containsExactly("second");
    }

    @Test
    void whatWouldCommandATerminalIsLeftOut() throws MessagingException {
        send("status", "red \u001b[31m bell \u0007 csi \u009b0m");

        assertThat(mailbox.after(0).getFirst().lines()).contains("  red [31m bell  csi 0m");
    }

    @Test
    void aMailThatBreaksOffIsNotKept() throws IOException {
        assertThat(say("EHLO me", "MAIL FROM:<a@example.org>", "RCPT TO:<b@example.org>", "DATA", "Subject: half"))
                .last()
                .asString()
                .startsWith("354");
        assertThat(mailbox.after(0)).isEmpty();
    }

    @Test
    void whatComesInTheWrongOrderIsRefused() throws IOException {
        assertThat(say("RCPT TO:<b@example.org>", "DATA", "MAIL FROM: nobody", "STARTTLS", "QUIT"))
                .extracting(line -> line.substring(0, 3))
                .containsExactly("220", "503", "503", "501", "502", "221");
    }

    @Test
    @Timeout(30)
    void aSenderThatCannotBeHeardIsAskedForAgainAfterAPause() throws IOException, InterruptedException {
        var attempts = new LinkedBlockingQueue<Long>();
        try (var failing = new FailingSocket(attempts);
                var another = new MailCatcher(mailbox, failing)) {
            assertThat(another.port()).isPositive();
            long first = attempts.take();
            long second = attempts.take();
            long third = attempts.take();

            assertThat(Duration.ofNanos(second - first)).isGreaterThanOrEqualTo(MailCatcher.PAUSE);
            assertThat(Duration.ofNanos(third - second)).isGreaterThanOrEqualTo(MailCatcher.PAUSE);
        }
    }

    private void send(String subject, String text) throws MessagingException {
        MimeMessage mail = mail(subject, text);
        mail.setRecipients(RecipientType.TO, "stakeholder@example.org");
        Transport.send(mail);
    }

    private MimeMessage mail(String subject, String text) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(catcher.port()));
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom("tako@example.org");
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
        return mail;
    }

    /** Says these lines one after another, and answers what was answered. */
    private List<String> say(String... lines) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), catcher.port())) {
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .lines()
                    .toList();
        }
    }

    /** Has no file descriptors left, and notes when it was asked for a sender. */
    private static final class FailingSocket extends ServerSocket {
        private final Queue<Long> attempts;

        FailingSocket(Queue<Long> attempts) throws IOException {
            super(0, 1, InetAddress.getLoopbackAddress());
            this.attempts = attempts;
        }

        @Override
        public Socket accept() throws IOException {
            attempts.add(System.nanoTime());
            throw new SocketException("Too many open files");
        }
    }
}
