package tako.steps.kubernetes.rollout;

import java.util.Optional;
import tako.steps.kubernetes.rollout.ObjectStatus.State;
import tools.jackson.databind.JsonNode;

/**
 * How far an object is, read from nothing but the object. A workload counts only what its controller says about the newest
 * specification ({@code observedGeneration}); before that, nothing in its status is about this deployment.
 */
public final class StatusRules {
    private static final ObjectStatus NOT_SEEN = ObjectStatus.progressing("waits for its controller");

    private final boolean forJobs;

    /**
     * Rules.
     *
     * @param forJobs whether a job is up only when it has ended
     */
    public StatusRules(boolean forJobs) {
        this.forJobs = forJobs;
    }

    /** The status of an object of any kind; a kind without a rule is up when it exists. */
    public ObjectStatus of(JsonNode object) {
        return switch (object.path("kind").asString("")) {
            case "Deployment" -> deployment(object.path("spec"), object);
            case "ReplicaSet" -> replicaSet(object);
            case "StatefulSet" -> statefulSet(object.path("spec"), object.path("status"), object);
            case "DaemonSet" -> daemonSet(object.path("spec"), object.path("status"), object);
            case "Job" -> job(object);
            case "Pod" -> pod(object);
            default -> ObjectStatus.successful("exists");
        };
    }

    /** Whether an object of this kind can be anything but up. */
    public boolean isWaitedFor(JsonNode object) {
        return switch (object.path("kind").asString("")) {
            case "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Pod" -> true;
            case "Job" -> forJobs;
            default -> false;
        };
    }

    private static ObjectStatus deployment(JsonNode spec, JsonNode object) {
        var status = object.path("status");
        int desired = spec.path("replicas").asInt(1);
        int updated = status.path("updatedReplicas").asInt(0);
        if (isBehind(object)) {
            return NOT_SEEN;
        }
        if (spec.path("paused").asBoolean(false)) {
            return ObjectStatus.successful("is paused");
        }
        var deadline = condition(object, "Progressing")
                .filter(one -> one.path("reason").asString("").equals("ProgressDeadlineExceeded"));
        if (deadline.isPresent()) {
            return ObjectStatus.failed("made no progress within its deadline of "
                    + spec.path("progressDeadlineSeconds").asInt(600) + " seconds");
        }
        if (updated < desired) {
            return ObjectStatus.progressing(updated + " of " + desired + " pods made");
        }
        int old = status.path("replicas").asInt(0) - updated;
        if (old > 0) {
            return ObjectStatus.progressing(old + " old pods still end");
        }
        return available(status.path("availableReplicas").asInt(0), updated);
    }

    private static ObjectStatus replicaSet(JsonNode object) {
        if (isBehind(object)) {
            return NOT_SEEN;
        }
        var refused = condition(object, "ReplicaFailure").filter(StatusRules::isTrue);
        return refused.isPresent()
                ? ObjectStatus.failed(
                        "cannot make its pods: " + refused.get().path("message").asString(""))
                : available(
                        object.path("status").path("availableReplicas").asInt(0),
                        object.path("spec").path("replicas").asInt(1));
    }

    private static ObjectStatus statefulSet(JsonNode spec, JsonNode status, JsonNode object) {
        int desired = spec.path("replicas").asInt(1);
        int ready = status.path("readyReplicas").asInt(0);
        if (isOnDelete(spec)) {
            return ObjectStatus.successful("changes pods when they are deleted");
        }
        if (status.path("observedGeneration").asLong(0) == 0 || isBehind(object)) {
            return NOT_SEEN;
        }
        if (ready < desired) {
            return ObjectStatus.progressing(ready + " of " + desired + " pods ready");
        }
        int partition = spec.path("updateStrategy")
                .path("rollingUpdate")
                .path("partition")
                .asInt(0);
        int updated = status.path("updatedReplicas").asInt(0);
        if (partition > 0) {
            return updated < desired - partition
                    ? ObjectStatus.progressing(updated + " of " + (desired - partition) + " pods updated")
                    : ObjectStatus.successful(updated + " pods updated");
        }
        return status.path("updateRevision").equals(status.path("currentRevision"))
                ? ObjectStatus.successful(desired + " pods ready")
                : ObjectStatus.progressing(updated + " of " + desired + " pods updated");
    }

    private static ObjectStatus daemonSet(JsonNode spec, JsonNode status, JsonNode object) {
        int desired = status.path("desiredNumberScheduled").asInt(0);
        int updated = status.path("updatedNumberScheduled").asInt(0);
        if (isOnDelete(spec)) {
            return ObjectStatus.successful("changes pods when they are deleted");
        }
        if (isBehind(object)) {
            return NOT_SEEN;
        }
        return updated < desired
                ? ObjectStatus.progressing(updated + " of " + desired + " nodes updated")
                : available(status.path("numberAvailable").asInt(0), desired);
    }

    private ObjectStatus job(JsonNode object) {
        if (!forJobs) {
            return ObjectStatus.successful("exists");
        }
        var failed = condition(object, "Failed")
                .filter(StatusRules::isTrue)
                .or(() -> condition(object, "FailureTarget").filter(StatusRules::isTrue));
        if (failed.isPresent()) {
            return ObjectStatus.failed("failed: " + failed.get().path("message").asString("no reason given"));
        }
        if (condition(object, "Complete").filter(StatusRules::isTrue).isPresent()) {
            return ObjectStatus.successful("is complete");
        }
        if (object.path("spec").path("suspend").asBoolean(false)) {
            return ObjectStatus.successful("is suspended");
        }
        int succeeded = object.path("status").path("succeeded").asInt(0);
        return ObjectStatus.progressing(
                succeeded + " of " + object.path("spec").path("completions").asInt(1) + " pods succeeded");
    }

    private static ObjectStatus pod(JsonNode pod) {
        return switch (pod.path("status").path("phase").asString("")) {
            case "Succeeded" -> ObjectStatus.successful("has ended well");
            case "Failed" ->
                ObjectStatus.failed(
                        "failed: " + pod.path("status").path("reason").asString("a container ended with an error"));
            case "Running" ->
                condition(pod, "Ready").filter(StatusRules::isTrue).isPresent()
                        ? ObjectStatus.successful("is ready")
                        : PodRules.unready(pod);
            default -> PodRules.unready(pod);
        };
    }

    private static ObjectStatus available(int available, int desired) {
        var text = available + " of " + desired + " pods available";
        return available < desired ? ObjectStatus.progressing(text) : ObjectStatus.successful(text);
    }

    private static boolean isBehind(JsonNode object) {
        return object.path("metadata").path("generation").asLong(0)
                > object.path("status").path("observedGeneration").asLong(0);
    }

    private static boolean isOnDelete(JsonNode spec) {
        return spec.path("updateStrategy").path("type").asString("").equals("OnDelete");
    }

    static boolean isTrue(JsonNode condition) {
        return condition.path("status").asString("").equals("True");
    }

    static Optional<JsonNode> condition(JsonNode object, String type) {
        return object.path("status")
                .path("conditions")
                .valueStream()
                .filter(condition -> condition.path("type").asString("").equals(type))
                .findFirst();
    }

    /** Whether it is up. */
    boolean isUp(JsonNode object) {
        return of(object).state() == State.SUCCESSFUL;
    }
}
