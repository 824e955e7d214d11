package tako.server.library.feed.registry;

/** A registry did not answer a question; the message says what happened, why, and what to do next. */
public final class RegistryFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient RegistryTrouble trouble;

    RegistryFailure(String host, Question question, RegistryTrouble trouble) {
        super(RegistrySentences.of(host, question, trouble), null, false, false);
        this.trouble = trouble;
    }

    /** What went wrong. */
    public RegistryTrouble trouble() {
        return trouble;
    }
}
