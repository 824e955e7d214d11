package tako.server.settings.mail;

import tako.platform.log.LogStore;
import tako.platform.secret.Secrets;
import tako.server.resource.Engine;

/** What mails read and write. */
public record MailParts(
        Engine engine, SmtpConfigurations smtp, Secrets secrets, LogStore logs, MailSubjects subjects) {}
