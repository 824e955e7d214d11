package tako.server.settings.mail;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tako.server.resource.Absent;
import tako.server.settings.mail.smtp.Tls;
import tools.jackson.databind.JsonNode;

/**
 * How the server sends mail.
 *
 * @param smtpHost "" while no mail is sent
 * @param smtpPort 0 for 25
 * @param sendEmailFrom whom mails are from
 * @param enableSsl whether nothing is sent without TLS
 * @param timeout how long one answer of the mail server may take, in milliseconds; 0 for {@link #USUAL_TIMEOUT}
 * @param tls of {@link Tls}; "" for what {@code enableSsl} and the port mean. A member of ours
 * @param trustedCertificates PEM texts of authorities trusted instead of the system's; "" for the system's. A member of ours
 */
public record SmtpConfiguration(
        String smtpHost,
        int smtpPort,
        String sendEmailFrom,
        boolean enableSsl,
        int timeout,
        String tls,
        String trustedCertificates,
        SmtpDetails details,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {
    static final int USUAL_TIMEOUT = 12_000;
    static final int USUAL_PORT = 25;

    public SmtpConfiguration {
        smtpHost = Absent.orEmpty(smtpHost).strip();
        smtpPort = smtpPort == 0 ? USUAL_PORT : smtpPort;
        sendEmailFrom = Absent.orEmpty(sendEmailFrom).strip();
        timeout = timeout == 0 ? USUAL_TIMEOUT : timeout;
        tls = Absent.orEmpty(tls).strip();
        trustedCertificates = Absent.orEmpty(trustedCertificates).strip();
        details = Absent.or(details, new SmtpDetails("", "", Map.of()));
        unknown = Absent.orEmpty(unknown);
    }

    /** How connections are protected. */
    Tls protection() {
        return Tls.named(tls).orElseGet(() -> Tls.derived(enableSsl, smtpPort));
    }

    Duration limit() {
        return Duration.ofMillis(timeout);
    }

    /** Why no mail can be sent with it, and what to do. */
    Optional<String> obstacle() {
        if (smtpHost.isEmpty()) {
            return Optional.of(
                    "SMTP is not configured, so no mail can be sent. Give the mail server's address and a sender:"
                            + " PUT /api/smtpconfiguration.");
        }
        return CredentialType.named(details.credentialType())
                .filter(type -> !type.isUsable())
                .map(type -> "SMTP is configured with credentials of the type " + type.wireName()
                        + ", which this version cannot use. Configure a user name and password, or an access token.");
    }
}
