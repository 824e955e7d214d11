package tako.platform.secret;

/** A stored secret cannot be opened: it is missing, was changed, or was locked with a key that is not here. */
public final class SecretUnreadable extends RuntimeException {
    public SecretUnreadable(String id) {
        super(
                "The stored secret " + id + " cannot be opened; enter its value again where it is used.",
                null,
                false,
                true);
    }
}
