package tako.steps.kubernetes.rollout;

import java.time.Duration;
import java.util.Optional;

/** Whether and how a step waits until what it applied works. */
public sealed interface StatusCheck {
    /** It does not wait. */
    record None() implements StatusCheck {}

    /** It waits for the workload's own rollout, as {@code kubectl rollout status} does. */
    record Rollout(Optional<Duration> limit) implements StatusCheck {}

    /**
     * It waits for every applied object and what comes of it.
     *
     * @param limit empty for none of the step's own; the server's bound holds even then
     * @param forJobs whether jobs must have ended
     */
    record Objects(Optional<Duration> limit, boolean forJobs) implements StatusCheck {}
}
