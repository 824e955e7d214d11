package tako.server.settings.mail;

import java.time.Instant;
import java.util.List;
import tako.server.settings.mail.smtp.RecipientReply;

/**
 * A mail as stored.
 *
 * @param messageId its Message-ID
 * @param content the id of the secret that holds its {@link MailContent}; "" once the mail is finished
 * @param giveUpAt until when it is tried
 * @param attempts how often it was tried
 * @param envelope how it stands with each recipient, in order
 */
record MailRow(
        String task,
        String messageId,
        String content,
        Instant createdAt,
        Instant giveUpAt,
        int attempts,
        List<Entry> envelope) {
    /**
     * A recipient.
     *
     * @param address as it is sent to
     * @param reply the server's last words about it, "" before
     */
    record Entry(String address, State state, String reply) {}

    /** How a mail stands with a recipient. */
    enum State {
        WAITING,
        ACCEPTED,
        REFUSED;

        static State after(RecipientReply.Verdict verdict) {
            return switch (verdict) {
                case ACCEPTED -> ACCEPTED;
                case DEFERRED -> WAITING;
                case REFUSED -> REFUSED;
            };
        }
    }

    /** The recipients who stand so. */
    List<Entry> in(State state) {
        return envelope.stream().filter(entry -> entry.state() == state).toList();
    }
}
