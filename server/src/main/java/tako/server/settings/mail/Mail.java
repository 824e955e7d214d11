package tako.server.settings.mail;

import java.util.List;
import tako.server.settings.mail.smtp.MailPriority;
import tako.server.settings.mail.smtp.Recipient;

/**
 * A mail to be sent; subject and body may hold secrets.
 *
 * @param space whose it is; "" for the server's own
 * @param title the subject as people may read it in lists and logs, without secrets
 * @param recipients at least one, each address once
 * @param html whether the body is HTML
 * @param related ids of the documents it is about
 */
public record Mail(
        String space,
        String title,
        List<Recipient> recipients,
        String subject,
        String body,
        boolean html,
        MailPriority priority,
        List<String> related) {
    public Mail {
        recipients = List.copyOf(recipients);
        related = List.copyOf(related);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("A mail needs a recipient");
        }
    }

    /** What its task is called. */
    String description() {
        return "Send mail '" + title + "' to "
                + (recipients.size() == 1 ? shownRecipients() : recipients.size() + " recipients");
    }

    /** Who gets it, as everybody may read it: {@code ada@example.org and 2 hidden}. */
    public String shownRecipients() {
        return Blind.of(recipients)
                .list(recipients.stream().map(Recipient::address).toList());
    }

    /** Without subject and body. */
    @Override
    public String toString() {
        return "Mail[" + title + "]";
    }
}
