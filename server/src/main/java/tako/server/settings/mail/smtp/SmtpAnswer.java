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
     * The attempt broke before that. The server has not taken the mail, unless the whole of it was handed over by then: the sentence says
     * so.
     *
     * @param sentence what was wrong and what to do
     */
    record Broken(String sentence) implements SmtpAnswer {}
}
