package tako.server.settings.mail.smtp;

import java.util.List;

/** What came of one attempt to send. */
public sealed interface SmtpAnswer {
    /** The server said something of each recipient. */
    record Replies(List<RecipientReply> replies) implements SmtpAnswer {
        public Replies {
            replies = List.copyOf(replies);
        }
    }

    /**
     * The attempt broke before that. Whether the server has taken the mail is known to be no, but for a connection that broke after the
     * whole mail was handed over.
     *
     * @param sentence what was wrong and what to do
     * @param lasting whether trying again without a change would be the same
     */
    record Broken(String sentence, boolean lasting) implements SmtpAnswer {}
}
