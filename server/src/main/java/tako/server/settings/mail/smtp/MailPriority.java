package tako.server.settings.mail.smtp;

/** How urgent a mail says that it is. */
public enum MailPriority {
    LOW,
    NORMAL,
    HIGH
}
