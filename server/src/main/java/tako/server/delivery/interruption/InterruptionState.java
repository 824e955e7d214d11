package tako.server.delivery.interruption;

/** Where a question stands. All but the first are final. */
public enum InterruptionState {
    /** It waits for an answer. */
    PENDING,
    /** Somebody answered. */
    ANSWERED,
    /** Nobody answered in time. */
    EXPIRED,
    /** Nobody waits for the answer any more. */
    WITHDRAWN
}
