package tako.server.settings.mail.smtp;

import java.time.Duration;

/**
 * A mail server, and how it is reached.
 *
 * @param port 1 to 65535
 * @param certificates PEM texts of authorities that are trusted instead of the system's; "" for the system's
 * @param timeout how long one answer may take, connecting included
 */
public record SmtpServer(
        String host, int port, Tls tls, SmtpCredentials credentials, String certificates, Duration timeout) {
    private static final int ANSWERS = 5;

    /** How long one attempt to send may take in all: a server that answers byte by byte holds nobody for ever. */
    public Duration deadline() {
        return timeout.multipliedBy(ANSWERS);
    }

    /** {@code mail.example.org:587}. */
    public String address() {
        return host + ":" + port;
    }
}
