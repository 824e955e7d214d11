package tako.server.settings.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tako.server.settings.mail.smtp.MailAddress;
import tako.server.settings.mail.smtp.Tls;
import tako.server.settings.mail.smtp.Trust;

/** What must hold for the SMTP configuration. Pure. */
final class SmtpRules {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,255}");
    private static final int GREATEST_PORT = 65_535;
    private static final int SHORTEST_TIMEOUT = 1_000;
    private static final int LONGEST_TIMEOUT = 120_000;

    private SmtpRules() {}

    /** The broken rules, each a sentence; without a host nothing else counts. */
    static List<String> problems(SmtpConfiguration wanted) {
        List<String> problems = new ArrayList<>();
        if (!wanted.smtpHost().isEmpty()) {
            host(wanted.smtpHost()).ifPresent(problems::add);
            from(wanted.sendEmailFrom()).ifPresent(problems::add);
        }
        if (wanted.smtpPort() < 1 || wanted.smtpPort() > GREATEST_PORT) {
            problems.add("SmtpPort: " + wanted.smtpPort() + " is no port. Send one from 1 to 65535, such as 587.");
        }
        if (wanted.timeout() < SHORTEST_TIMEOUT || wanted.timeout() > LONGEST_TIMEOUT) {
            problems.add("Timeout: " + wanted.timeout() + " ms is not possible. Send one from " + SHORTEST_TIMEOUT
                    + " to " + LONGEST_TIMEOUT + "; usual are " + SmtpConfiguration.USUAL_TIMEOUT + ".");
        }
        tls(wanted).ifPresent(problems::add);
        credentials(wanted.details()).ifPresent(problems::add);
        if (!wanted.trustedCertificates().isEmpty() && !Trust.readable(wanted.trustedCertificates())) {
            problems.add("TrustedCertificates: these are no certificates in PEM. Send texts that begin with"
                    + " -----BEGIN CERTIFICATE-----, or leave it out to trust the system's authorities.");
        }
        return problems;
    }

    /** A stored secret stays where it was meant for: whoever points at another server says it again. */
    static Optional<String> moved(SmtpConfiguration before, SmtpConfiguration wanted) {
        boolean same = before.smtpHost().equalsIgnoreCase(wanted.smtpHost())
                && before.smtpPort() == wanted.smtpPort()
                && before.protection() == wanted.protection();
        return same
                ? Optional.empty()
                : Optional.of(
                        "Details: the stored password or token is not sent to another host or port, or with another TLS."
                                + " Send it again, as NewValue of SmtpPassword or AccessToken.");
    }

    private static Optional<String> host(String host) {
        return HOST.matcher(host).matches()
                ? Optional.empty()
                : Optional.of("SmtpHost: '" + host
                        + "' is no name of a machine. Send one such as mail.example.org, without port or scheme.");
    }

    private static Optional<String> from(String from) {
        return MailAddress.parse(from).isPresent()
                ? Optional.empty()
                : Optional.of("SendEmailFrom: '" + from + "' is no mail address. Send one such as tako@example.org.");
    }

    private static Optional<String> tls(SmtpConfiguration wanted) {
        if (wanted.tls().isEmpty()) {
            return Optional.empty();
        }
        Optional<Tls> tls = Tls.named(wanted.tls());
        if (tls.isEmpty()) {
            return Optional.of("Tls: '" + wanted.tls() + "' is none. Send one of " + String.join(", ", Tls.names())
                    + ", or leave it out for what EnableSsl and the port mean.");
        }
        return tls.get().isRequired() == wanted.enableSsl()
                ? Optional.empty()
                : Optional.of(
                        "Tls: " + tls.get().wireName() + " and EnableSsl: " + wanted.enableSsl()
                                + " contradict each other. EnableSsl says whether nothing is sent without TLS; leave out one of them.");
    }

    private static Optional<String> credentials(SmtpDetails details) {
        Optional<CredentialType> type = CredentialType.named(details.credentialType());
        if (type.isEmpty()) {
            return Optional.of("Details.CredentialType: '" + details.credentialType() + "' is none. Send one of "
                    + String.join(", ", CredentialType.names()) + ".");
        }
        boolean needsLogin = !type.get().secret().isEmpty();
        if (needsLogin && details.smtpLogin().isEmpty()) {
            return Optional.of("Details.SmtpLogin: credentials of the type "
                    + type.get().wireName() + " need a user name. Send it, or the type None.");
        }
        return details.smtpLogin().chars().anyMatch(Character::isISOControl)
                ? Optional.of("Details.SmtpLogin: a user name is one line. Send it without line ends.")
                : Optional.empty();
    }
}
