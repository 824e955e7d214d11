package tako.platform.log;

/** A log could not be read or made durable; nothing that was acknowledged is lost. HTTP answers 503. */
public final class LogUnavailable extends RuntimeException {
    /** @param message one sentence for people: what, and what to do next */
    public LogUnavailable(String message) {
        super(message);
    }

    /** @param message one sentence for people: what, and what to do next */
    public LogUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
