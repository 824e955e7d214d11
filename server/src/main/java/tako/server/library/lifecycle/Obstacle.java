package tako.server.library.lifecycle;

/**
 * Why a release may not be deployed to an environment now.
 *
 * @param kind which rule
 * @param rule what the rule says here, a sentence
 * @param wayOut what to do about it, a sentence
 */
public record Obstacle(Kind kind, String rule, String wayOut) {
    /** The rules of a lifecycle. */
    public enum Kind {
        /** No phase has the environment. */
        NOT_IN_LIFECYCLE,
        /** An earlier phase is not satisfied. */
        PHASE_NOT_REACHED,
        /** The release is blocked from further phases. */
        BLOCKED
    }
}
