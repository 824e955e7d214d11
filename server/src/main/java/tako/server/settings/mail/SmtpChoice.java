package tako.server.settings.mail;

import tako.server.settings.mail.smtp.MailAddress;
import tako.server.settings.mail.smtp.SmtpServer;

/** By what mail is sent now. */
public sealed interface SmtpChoice {
    /** @param from whom mails are from */
    record Usable(SmtpServer server, MailAddress from) implements SmtpChoice {}

    /** @param sentence why no mail can be sent, and what to do */
    record Unusable(String sentence) implements SmtpChoice {}
}
