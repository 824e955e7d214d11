package tako.steps.kubernetes.rollout;

/**
 * How objects are applied.
 *
 * @param serverSide server-side apply, the default; otherwise what Kubernetes calls a client-side apply is done as server-side apply
 *     all the same, and the log says so
 * @param force whether fields that other managers own are taken over; the default
 */
public record ApplyOptions(boolean serverSide, boolean force) {
    /** What a step means that says nothing. */
    public static final ApplyOptions STANDARD = new ApplyOptions(true, true);
}
