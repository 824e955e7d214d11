package tako.platform.database;

/** A statement would have stored a second row under a unique key; its transaction was rolled back. */
public final class UniqueViolation extends RuntimeException {
    UniqueViolation(Throwable cause) {
        super("A row with the same unique key exists.", cause);
    }
}
