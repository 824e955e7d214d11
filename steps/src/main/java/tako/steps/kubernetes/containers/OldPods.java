package tako.steps.kubernetes.containers;

import tako.steps.kubernetes.containers.ContainersRendering.Strategy;
import tako.steps.kubernetes.rollout.StatusCheck;
import tools.jackson.databind.JsonNode;

/**
 * Whether pods of earlier deployments may still run when all that the step waits for is up. Then their config maps and secrets have to
 * stay: a pod that starts anew without them does not come up. Pure.
 */
final class OldPods {
    private OldPods() {}

    /**
     * The answer.
     *
     * @param workload as it lives in the cluster
     */
    static boolean mayRun(JsonNode workload, ContainersRendering rendering) {
        if (isJob(
                workload.path("apiVersion").asString(""), workload.path("kind").asString(""))) {
            return false; // Another job of the name went with its pods.
        }
        return rendering.strategy() == Strategy.ON_DELETE || isHeldBack(workload.path("spec")) || !isAwaited(rendering);
    }

    private static boolean isHeldBack(JsonNode spec) {
        return spec.path("paused").asBoolean(false)
                || spec.path("updateStrategy")
                                .path("rollingUpdate")
                                .path("partition")
                                .asInt(0)
                        > 0;
    }

    private static boolean isAwaited(ContainersRendering rendering) {
        return rendering.strategy() == Strategy.BLUE_GREEN
                || switch (rendering.check()) {
                    case StatusCheck.Rollout _, StatusCheck.Objects _ -> true;
                    case StatusCheck.None _ -> false;
                };
    }

    /** Whether it is Kubernetes' own kind of job: others have kinds of that name too. */
    static boolean isJob(String apiVersion, String kind) {
        return apiVersion.startsWith("batch/") && kind.equals("Job");
    }
}
