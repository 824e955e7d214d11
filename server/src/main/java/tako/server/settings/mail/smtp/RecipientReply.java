package tako.server.settings.mail.smtp;

/**
 * What the server said of one recipient.
 *
 * @param reply the server's own words, on one line, {@code 550 5.1.1 no such user}
 */
public record RecipientReply(MailAddress recipient, Verdict verdict, String reply) {
    /** What becomes of the mail for a recipient. */
    public enum Verdict {
        /** The server has taken it over. */
        ACCEPTED,
        /** Not now (a 4xx reply), or not by this configuration: it may be tried again. */
        DEFERRED,
        /** Never (a 5xx reply). */
        REFUSED
    }

    /** Whether another configuration would mend it. */
    public boolean isOfConfiguration() {
        return verdict == Verdict.DEFERRED && reply.startsWith("5");
    }
}
