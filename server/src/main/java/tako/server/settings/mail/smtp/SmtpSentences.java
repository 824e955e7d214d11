package tako.server.settings.mail.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import tako.server.settings.mail.smtp.SmtpAnswer.Broken;

/** Turns what can go wrong with a mail server into a sentence each: what, why, and what to do. */
final class SmtpSentences {
    private static final int LONGEST_REPLY = 500;
    private static final int REFUSING = 400;
    private static final String ENDED = "[EOF]";
    private static final String MASK = "********";

    private final SmtpServer server;
    private final MailAddress from;

    SmtpSentences(SmtpServer server, MailAddress from) {
        this.server = server;
        this.from = from;
    }

    /** What the server said last; a code below 200 for nothing. */
    record Last(int code, String text) {
        Last(SMTPTransport transport) {
            this(
                    transport.getLastReturnCode(),
                    Optional.ofNullable(transport.getLastServerResponse()).orElse(""));
        }
    }

    /** What a failure means. */
    Broken of(MessagingException failure, Last last) {
        if (failure instanceof AuthenticationFailedException refused) {
            return new Broken(signInRefused(String.valueOf(refused.getMessage())));
        }
        if (SmtpReplies.isOfSender(failure) && last.code() >= REFUSING) {
            return new Broken(server() + " refused the sender " + from.address() + ": " + reply(last.text())
                    + ". Check SendEmailFrom, and whether the server wants a sign-in.");
        }
        return network(failure)
                .or(() -> tls(failure))
                .or(() -> said(failure, last))
                .map(Broken::new)
                .orElseGet(() -> new Broken(server() + " could not be used: "
                        + reply(String.valueOf(failure.getMessage())) + ". Check the SMTP configuration."));
    }

    private Optional<String> network(Throwable failure) {
        if (caused(failure, UnknownHostException.class).isPresent()) {
            return Optional.of("The mail server " + server.host()
                    + " is unknown: its name has no address. Check SmtpHost, and the name service of this machine.");
        }
        if (caused(failure, SocketTimeoutException.class).isPresent()) {
            return Optional.of(server() + " did not answer within " + seconds(server.timeout())
                    + ". Check that it runs and can be reached, that SmtpPort is right, and that Tls fits that port: where one side"
                    + " expects TLS and the other does not, both wait.");
        }
        return caused(failure, ConnectException.class)
                .map(refused -> "Nothing takes connections at " + server.address()
                        + ". Check SmtpHost and SmtpPort, and that the mail server runs.");
    }

    private Optional<String> tls(Throwable failure) {
        Optional<String> certificate = caused(failure, CertificateException.class)
                .map(
                        untrusted -> "The certificate of " + server.address() + " is not to be trusted: "
                                + reply(String.valueOf(untrusted.getMessage()))
                                + ". Check SmtpHost, have the server's certificate renewed, or name its authority in TrustedCertificates.");
        return certificate.or(() -> caused(failure, SSLException.class)
                .map(strange -> server() + " and this server do not come to terms over TLS ("
                        + reply(String.valueOf(strange.getMessage()))
                        + "). Check Tls and SmtpPort: usual are StartTls at 587 and Implicit at 465."));
    }

    private Optional<String> said(MessagingException failure, Last last) {
        if (String.valueOf(failure.getMessage()).startsWith("STARTTLS is required")) {
            return Optional.of(server()
                    + " offers no STARTTLS, and nothing is sent without TLS. Check SmtpPort, or choose another Tls.");
        }
        if (last.code() >= REFUSING) {
            return Optional.of(server() + " refused: " + reply(last.text()) + ".");
        }
        boolean ended =
                last.text().startsWith(ENDED) || causes(failure).anyMatch(java.io.IOException.class::isInstance);
        return ended
                ? Optional.of(server() + " closed the connection before it had answered. Its log may say why.")
                : Optional.empty();
    }

    private String signInRefused(String said) {
        String login = switch (server.credentials()) {
            case SmtpCredentials.Nobody() -> "nobody";
            case SmtpCredentials.Password(var name, var ignored) -> name;
            case SmtpCredentials.AccessToken(var name, var ignored) -> name;
        };
        return server() + " refused the sign-in of " + login + ": " + reply(said)
                + ". Check the credentials of the SMTP configuration.";
    }

    /** The same when the server had the whole mail by then. */
    static Broken perhapsTaken(Broken broken) {
        return new Broken(broken.sentence()
                + " By then it had the whole mail, so it may have taken it: if it is sent again, it can come twice.");
    }

    /** The whole attempt took too long. */
    Broken late() {
        return new Broken(server() + " was too slow: the attempt was given up after " + seconds(server.deadline())
                + ". Check the server, or raise Timeout.");
    }

    /** There are credentials, and nobody who wants them. */
    Broken noSignIn() {
        return new Broken(server()
                + " takes no sign-in, but the SMTP configuration has credentials. Remove them, or check SmtpPort and Tls:"
                + " many servers let nobody sign in without TLS.");
    }

    /** Nobody can be trusted. */
    Broken untrusting(Exception unusable) {
        return new Broken("TrustedCertificates of the SMTP configuration cannot be used: " + unusable.getMessage()
                + ". Send certificates in PEM.");
    }

    /** A mistake of this program. */
    Broken defect() {
        return new Broken("Sending broke, which is a defect of this server; its own log says why.");
    }

    /** A text of the server as it may be shown: one line, not endless, without what it was signed in to with. */
    String reply(String text) {
        String line = Composition.oneLine(text.strip().replaceFirst("\\.$", ""));
        String shown = line.length() > LONGEST_REPLY ? line.substring(0, LONGEST_REPLY) + "…" : line;
        return switch (server.credentials()) {
            case SmtpCredentials.Nobody() -> shown;
            case SmtpCredentials.Password(var login, var password) -> hide(shown, password.reveal());
            case SmtpCredentials.AccessToken(var login, var token) -> hide(shown, token.reveal());
        };
    }

    private static String hide(String text, String secret) {
        if (secret.isEmpty()) {
            return text;
        }
        String encoded = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        return text.replace(secret, MASK).replace(encoded, MASK);
    }

    private String server() {
        return "The mail server " + server.address();
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    private static <T extends Throwable> Optional<T> caused(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(Optional.of(failure), Optional::isPresent, link -> link.map(Throwable::getCause))
                .limit(20)
                .flatMap(Optional::stream);
    }
}
