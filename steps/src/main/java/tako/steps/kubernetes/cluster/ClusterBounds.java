package tako.steps.kubernetes.cluster;

import java.time.Duration;

/**
 * How long anything may take between this server and a cluster.
 *
 * @param connect until a connection stands
 * @param request until an ordinary request is answered
 * @param watch how long one watch is asked for; it is renewed afterwards, so that a silent connection is noticed
 * @param outage how long a cluster may be away in the middle of a rollout before the rollout is given up
 * @param rollout the longest wait for a rollout whose step and objects name no limit
 */
public record ClusterBounds(Duration connect, Duration request, Duration watch, Duration outage, Duration rollout) {
    /** What holds in a server. */
    public static final ClusterBounds STANDARD = new ClusterBounds(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofMinutes(30));

    /** The same with another tolerance for a cluster that is away. */
    public ClusterBounds withOutage(Duration other) {
        return new ClusterBounds(connect, request, watch, other, rollout);
    }

    /** The same with other bounds for a connection and for a request. */
    public ClusterBounds withRequests(Duration otherConnect, Duration otherRequest) {
        return new ClusterBounds(otherConnect, otherRequest, watch, outage, rollout);
    }
}
