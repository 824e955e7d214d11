package tako.steps.kubernetes.cluster;

import java.time.Duration;
import java.util.Set;

/** A cluster did not do what it was asked. The message is a sentence for people. */
public final class ClusterException extends RuntimeException {
    private final transient ClusterFailure failure;
    private final transient Set<String> managers;
    private final transient Duration patience;

    /** A failure that is told completely by its sentence. */
    public ClusterException(ClusterFailure failure) {
        this(failure, Set.of(), Duration.ZERO);
    }

    /**
     * A failure with what a caller may act on.
     *
     * @param managers who owns the fields of a conflict
     * @param patience how long the server asks to wait; zero if it does not
     */
    ClusterException(ClusterFailure failure, Set<String> managers, Duration patience) {
        super(failure.sentence(), null, false, false);
        this.failure = failure;
        this.managers = Set.copyOf(managers);
        this.patience = patience;
    }

    /** What went wrong. */
    public ClusterFailure failure() {
        return failure;
    }

    /** What, why and what next, for people: the message. */
    public String sentence() {
        return failure.sentence();
    }

    /** The kind of failure. */
    public ClusterFailure.Reason reason() {
        return failure.reason();
    }

    /** Who owns the fields of a conflict between managers; empty for all other failures. */
    public Set<String> managers() {
        return managers;
    }

    /** How long the server asks to wait before the next try; zero if it does not. */
    public Duration patience() {
        return patience;
    }
}
