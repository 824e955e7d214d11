package tako.platform.database;

/** The database could not answer or could not make a change durable; nothing was acknowledged. HTTP answers 503. */
public final class DatabaseUnavailable extends RuntimeException {
    /** @param message one sentence for people: what, and what to do next */
    public DatabaseUnavailable(String message) {
        super(message);
    }

    /** @param message one sentence for people: what, and what to do next */
    public DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
