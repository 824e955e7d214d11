package tako.server.settings.mail.smtp;

/**
 * Who gets a mail.
 *
 * @param kind in which line of the mail they stand
 */
public record Recipient(Kind kind, MailAddress address) {
    /** The lines of a mail's recipients. */
    public enum Kind {
        TO,
        CC,
        /** In no line. */
        BCC
    }
}
