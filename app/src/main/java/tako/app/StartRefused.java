package tako.app;

/** A command cannot begin; the message is one sentence that says what is wrong and what to do. */
public final class StartRefused extends RuntimeException {
    /** @param message for people */
    public StartRefused(String message) {
        super(message, null, false, false);
    }
}
