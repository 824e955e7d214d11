package tako.steps.kubernetes.rollout;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tako.steps.kubernetes.rollout.Trouble.Kind;
import tools.jackson.databind.JsonNode;

/** What a pod says about itself. */
final class PodRules {
    /** A container that failed this often has been restarted twice: three starts. */
    private static final int RESTARTS_THAT_COUNT = 2;

    private static final Set<String> IMAGE = Set.of(
            "ErrImagePull",
            "ImagePullBackOff",
            "ErrImageNeverPull",
            "ImageInspectError",
            "RegistryUnavailable",
            "SignatureValidationFailed");

    private PodRules() {}

    /** The status of a pod that is neither ready nor over. */
    static ObjectStatus unready(JsonNode pod) {
        if (isKeptRunning(pod)) {
            for (var container : containers(pod).toList()) {
                var waits =
                        container.path("state").path("waiting").path("reason").asString("");
                if (isError(waits)) {
                    return ObjectStatus.failed(waits);
                }
                if (isRunning(pod)
                        && !container.path("ready").asBoolean(false)
                        && container.path("lastState").has("terminated")) {
                    return ObjectStatus.failed("a container ended and was started again");
                }
            }
        }
        return ObjectStatus.progressing(isRunning(pod) ? "runs, and is not ready yet" : "is pending");
    }

    /** The pod's trouble, if it has any that may count. */
    static Optional<Trouble> trouble(JsonNode pod) {
        if (pod.path("metadata").has("deletionTimestamp")) {
            return Optional.empty();
        }
        return unplaced(pod)
                .or(() -> containers(pod)
                        .flatMap(container -> trouble(pod, container).stream())
                        .findFirst());
    }

    private static Optional<Trouble> unplaced(JsonNode pod) {
        return StatusRules.condition(pod, "PodScheduled")
                .filter(condition -> condition.path("reason").asString("").equals("Unschedulable"))
                .filter(condition -> !StatusRules.isTrue(condition))
                .map(condition -> new Trouble(
                        Kind.UNPLACED,
                        pod,
                        "",
                        "no node takes the pod ("
                                + condition.path("message").asString("").strip() + ")"));
    }

    private static Optional<Trouble> trouble(JsonNode pod, JsonNode container) {
        var name = container.path("name").asString("");
        var waiting = container.path("state").path("waiting");
        var reason = waiting.path("reason").asString("");
        if (isCrash(container, reason)) {
            return isKeptRunning(pod)
                    ? Optional.of(new Trouble(Kind.CRASH, pod, name, crash(container, name)))
                    : Optional.empty();
        }
        if (reason.equals("CrashLoopBackOff") || !isTrouble(reason)) {
            return Optional.empty();
        }
        var said = waiting.path("message").asString("").strip();
        return Optional.of(new Trouble(
                kind(reason),
                pod,
                name,
                clause(kind(reason), name, image(pod, name)) + " (" + reason + (said.isEmpty() ? "" : ": " + said)
                        + ")"));
    }

    private static boolean isTrouble(String reason) {
        return isError(reason) || IMAGE.contains(reason) || reason.equals("InvalidImageName");
    }

    private static Kind kind(String reason) {
        if (reason.equals("InvalidImageName")) {
            return Kind.IMAGE_NAME;
        }
        if (IMAGE.contains(reason)) {
            return Kind.IMAGE;
        }
        return reason.startsWith("CreateContainer") ? Kind.SETTINGS : Kind.START;
    }

    private static String clause(Kind kind, String container, String image) {
        return switch (kind) {
            case IMAGE_NAME -> "the image name \"" + image + "\" of container " + container + " is not valid";
            case IMAGE -> "the image " + image + " of container " + container + " cannot be pulled";
            case SETTINGS -> "container " + container + " cannot be made";
            case START, CRASH, REFUSED, UNPLACED -> "container " + container + " cannot be started";
        };
    }

    /** A pod that may end is tried again by its own rule, a job's by its {@code backoffLimit}: what owns it says when it has failed. */
    private static boolean isKeptRunning(JsonNode pod) {
        return pod.path("spec").path("restartPolicy").asString("Always").equals("Always");
    }

    private static boolean isCrash(JsonNode container, String reason) {
        return (reason.equals("CrashLoopBackOff") || container.path("state").has("terminated"))
                && container.path("restartCount").asInt(0) >= RESTARTS_THAT_COUNT;
    }

    private static String crash(JsonNode container, String name) {
        var last = container.path("lastState").path("terminated");
        var how = last.path("reason").asString("").equals("OOMKilled")
                ? "it needed more memory than its limit"
                : "exit code " + last.path("exitCode").asInt(1);
        return "container " + name + " ends again and again (" + how + ", "
                + container.path("restartCount").asInt(0) + " restarts)";
    }

    private static boolean isError(String reason) {
        return reason.startsWith("Err") || reason.endsWith("Error") || reason.endsWith("BackOff");
    }

    private static boolean isRunning(JsonNode pod) {
        return pod.path("status").path("phase").asString("").equals("Running");
    }

    private static String image(JsonNode pod, String container) {
        return Stream.of("initContainers", "containers")
                .flatMap(part -> pod.path("spec").path(part).valueStream())
                .filter(one -> one.path("name").asString("").equals(container))
                .map(one -> one.path("image").asString(""))
                .findFirst()
                .orElse("");
    }

    /** What is said of all containers, those first that start first. */
    static Stream<JsonNode> containers(JsonNode pod) {
        return Stream.of("initContainerStatuses", "containerStatuses")
                .flatMap(part -> pod.path("status").path(part).valueStream());
    }

    /** The container to look at: the one in trouble, else the first that is not ready. */
    static Optional<String> suspect(JsonNode pod) {
        return trouble(pod)
                .map(Trouble::container)
                .filter(name -> !name.isEmpty())
                .or(() -> containers(pod)
                        .filter(container -> !container.path("ready").asBoolean(false))
                        .map(container -> container.path("name").asString(""))
                        .findFirst());
    }
}
