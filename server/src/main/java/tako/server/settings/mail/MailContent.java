package tako.server.settings.mail;

import java.util.List;
import tako.server.settings.mail.smtp.MailPriority;
import tako.server.settings.mail.smtp.Recipient;

/** What a mail says, as it is kept locked until the mail is finished. */
record MailContent(List<Recipient> recipients, String subject, String body, boolean html, MailPriority priority) {
    static MailContent of(Mail mail) {
        return new MailContent(mail.recipients(), mail.subject(), mail.body(), mail.html(), mail.priority());
    }

    /** Without subject and body. */
    @Override
    public String toString() {
        return "MailContent";
    }
}
