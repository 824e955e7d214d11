package tako.steps.kubernetes.cluster;

/**
 * Why a cluster did not do what it was asked.
 *
 * @param reason the kind of failure
 * @param sentence what, why and what next, for people
 */
public record ClusterFailure(Reason reason, String sentence) {
    /** Kinds of failures. */
    public enum Reason {
        /** Nothing listens, the host is unknown, or nothing is heard in time. */
        UNREACHABLE,
        /** The connection broke. */
        LOST,
        /** The server's certificate is not believed, or the address is not its own. */
        UNTRUSTED,
        /** 401. */
        UNAUTHENTICATED,
        /** 403. */
        FORBIDDEN,
        /** The object's namespace does not exist. */
        NAMESPACE_MISSING,
        /** 404. */
        NOT_FOUND,
        /** The cluster serves no such kind. */
        UNKNOWN_KIND,
        /** Another manager owns a field, or the object changed in the meantime. */
        CONFLICT,
        /** The object is not acceptable. */
        INVALID,
        /** What is asked for would change what cannot be changed. */
        IMMUTABLE,
        /** The history that a watch asks for is gone. */
        GONE,
        /** The server asks for patience, or cannot answer just now. */
        BUSY,
        /** Anything else. */
        OTHER
    }

    /** Whether the same request may work in a moment. */
    public boolean isPassing() {
        return switch (reason) {
            case UNREACHABLE, LOST, BUSY -> true;
            case UNTRUSTED,
                    UNAUTHENTICATED,
                    FORBIDDEN,
                    NAMESPACE_MISSING,
                    NOT_FOUND,
                    UNKNOWN_KIND,
                    CONFLICT,
                    INVALID,
                    IMMUTABLE,
                    GONE,
                    OTHER -> false;
        };
    }
}
