package tako.server.settings.mail.smtp;

import java.time.Instant;
import java.util.List;

/**
 * A mail as it is written; subject and body may hold secrets.
 *
 * @param id its Message-ID, {@code <…@…>}: the same each time it is sent, so that who gets it twice can tell
 * @param html whether the body is HTML
 */
public record Letter(
        String id,
        Instant date,
        MailAddress from,
        List<Recipient> recipients,
        String subject,
        String body,
        boolean html,
        MailPriority priority) {
    public Letter {
        recipients = List.copyOf(recipients);
    }

    /** Without subject and body. */
    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
