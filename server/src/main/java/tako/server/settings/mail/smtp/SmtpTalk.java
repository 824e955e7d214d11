package tako.server.settings.mail.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One connection to a mail server, by which one letter goes. */
final class SmtpTalk {
    private final SmtpServer server;
    private final SmtpSockets sockets;
    private final SmtpSentences sentences;
    private volatile boolean handedOver;

    SmtpTalk(SmtpServer server, SmtpSockets sockets, SmtpSentences sentences) {
        this.server = server;
        this.sockets = sockets;
        this.sentences = sentences;
    }

    /** Whether the server has been told that the letter is complete, so that it may have taken it. */
    boolean isHandedOver() {
        return handedOver;
    }

    SmtpAnswer send(Letter letter, List<MailAddress> envelope) {
        Session session = Session.getInstance(properties(letter.from()));
        var address = new URLName("smtp", server.host(), server.port(), null, null, null);
        var transport = new Transport(session, address);
        try {
            connect(transport);
            if (lacksSignIn(transport)) {
                return sentences.noSignIn();
            }
            return handOver(transport, session, letter, envelope);
        } catch (MessagingException failure) {
            var broken = sentences.of(failure, new SmtpSentences.Last(transport));
            return handedOver ? SmtpSentences.perhapsTaken(broken) : broken;
        } finally {
            hangUp(transport);
        }
    }

    /** Notes when the end of the letter is sent. */
    private final class Transport extends SMTPTransport {
        Transport(Session session, URLName address) {
            super(session, address);
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            handedOver = true;
            super.finishData();
        }
    }

    private void connect(SMTPTransport transport) throws MessagingException {
        switch (server.credentials()) {
            case SmtpCredentials.Nobody() -> transport.connect(server.host(), server.port(), null, null);
            case SmtpCredentials.Password(var login, var password) ->
                transport.connect(server.host(), server.port(), login, password.reveal());
            case SmtpCredentials.AccessToken(var login, var token) ->
                transport.connect(server.host(), server.port(), login, token.reveal());
        }
    }

    /** Who has credentials wants them used: without, mail would go under nobody's name, or be refused for a reason that misleads. */
    private boolean lacksSignIn(SMTPTransport transport) {
        boolean wanted = !(server.credentials() instanceof SmtpCredentials.Nobody);
        return wanted && !transport.supportsExtension("AUTH") && !transport.supportsExtension("AUTH=LOGIN");
    }

    private SmtpAnswer handOver(SMTPTransport transport, Session session, Letter letter, List<MailAddress> envelope)
            throws MessagingException {
        Address[] addresses =
                envelope.stream().map(MailAddress::internetAddress).toArray(Address[]::new);
        var message = Composition.of(session, letter);
        try {
            transport.sendMessage(message, addresses);
            return SmtpReplies.accepted(envelope, sentences.reply(transport.getLastServerResponse()));
        } catch (SendFailedException partly) {
            return new SmtpReplies(envelope, sentences::reply)
                    .of(partly, new SmtpSentences.Last(transport).text())
                    .orElseThrow(() -> partly);
        }
    }

    /** What was said before counts, however the connection ends. */
    private static void hangUp(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // Nothing is lost: the server has answered, or the attempt has failed already.
        }
    }

    private Properties properties(MailAddress from) {
        var properties = new Properties();
        put(properties, "localhost", from.domain());
        put(properties, "connectiontimeout", String.valueOf(server.timeout().toMillis()));
        put(properties, "timeout", String.valueOf(server.timeout().toMillis()));
        put(properties, "quitwait", "false");
        put(properties, "sendpartial", "true");
        put(properties, "socketFactory", sockets);
        put(properties, "socketFactory.fallback", "false");
        put(properties, "ssl.socketFactory", sockets.tls());
        put(properties, "ssl.checkserveridentity", String.valueOf(server.tls().isRequired()));
        put(properties, "starttls.enable", String.valueOf(offersStartTls()));
        put(properties, "starttls.required", String.valueOf(server.tls() == Tls.START_TLS));
        signIn(properties);
        return properties;
    }

    private boolean offersStartTls() {
        return server.tls() == Tls.START_TLS || server.tls() == Tls.OPPORTUNISTIC;
    }

    private void signIn(Properties properties) {
        switch (server.credentials()) {
            case SmtpCredentials.Nobody() -> put(properties, "auth", "false");
            case SmtpCredentials.Password ignored -> {
                put(properties, "auth", "true");
                put(properties, "auth.mechanisms", "PLAIN LOGIN DIGEST-MD5");
            }
            case SmtpCredentials.AccessToken ignored -> {
                put(properties, "auth", "true");
                put(properties, "auth.mechanisms", "XOAUTH2");
            }
        }
    }

    private static void put(Properties properties, String name, Object value) {
        properties.put("mail.smtp." + name, value);
    }
}
