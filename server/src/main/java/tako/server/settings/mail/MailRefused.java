package tako.server.settings.mail;

/** No mail can be queued; the message is a sentence that says why and what to do. */
public final class MailRefused extends RuntimeException {
    MailRefused(String sentence) {
        super(sentence, null, false, false);
    }

    /** Why, and what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
