package tako.platform.secret;

/** The master key is missing, malformed or not this installation's; the message is one sentence for people. */
public final class MasterKeyRefused extends RuntimeException {
    public MasterKeyRefused(String message) {
        super(message, null, false, false);
    }
}
