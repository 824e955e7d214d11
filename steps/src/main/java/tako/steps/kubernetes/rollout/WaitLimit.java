package tako.steps.kubernetes.rollout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tako.steps.kubernetes.cluster.ClusterBounds;
import tools.jackson.databind.JsonNode;

/**
 * How long a rollout may take: as long as the step says; else the server's bound, or a minute more than the longest progress deadline
 * of its deployments if that is longer, so that Kubernetes itself is the first to say that nothing moves.
 *
 * @param words for people: {@code the step's limit of 3 minutes}
 */
record WaitLimit(Duration duration, String words) {
    private static final int STANDARD_DEADLINE = 600;

    static WaitLimit of(Optional<Duration> step, List<? extends JsonNode> objects, ClusterBounds bounds) {
        if (step.isPresent()) {
            return new WaitLimit(step.get(), "the step's limit of " + inWords(step.get()));
        }
        long deadline = objects.stream()
                .filter(object -> object.path("kind").asString("").equals("Deployment"))
                .mapToLong(object ->
                        object.path("spec").path("progressDeadlineSeconds").asInt(STANDARD_DEADLINE))
                .max()
                .orElse(0);
        var longest = Duration.ofSeconds(deadline).plusMinutes(1);
        var duration = longest.compareTo(bounds.rollout()) > 0 ? longest : bounds.rollout();
        return new WaitLimit(duration, "the server's bound of " + inWords(duration));
    }

    static String inWords(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 120 || seconds % 60 != 0) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        return seconds / 60 + " minutes";
    }
}
