package tako.steps.kubernetes.rollout;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What keeps a pod from coming up.
 *
 * @param object the pod, or the ReplicaSet that cannot make one
 * @param container the container's name; "" if it regards the whole object
 * @param what a clause for people that says what is wrong, with the cluster's own words
 */
record Trouble(Kind kind, JsonNode object, String container, String what) {
    /** Kinds of trouble, how long each may last before it counts as the end of the rollout, and the way out. */
    enum Kind {
        /** A name that can never be pulled. */
        IMAGE_NAME(Optional.of(Duration.ZERO), "Correct the image's name."),
        /** The kubelet tries at once, after 10 and after 30 seconds; a registry that hiccups is well again by the third time. */
        IMAGE(
                Optional.of(Duration.ofSeconds(35)),
                "Check the image's name and tag, that the registry holds it, and that the cluster may read that registry (feed credentials)."),
        /** What the container refers to may be made a moment later. */
        SETTINGS(
                Optional.of(Duration.ofSeconds(35)),
                "Check that the config maps, secrets and keys that the container names exist in the namespace."),
        /** The command cannot even be started. */
        START(
                Optional.of(Duration.ofSeconds(35)),
                "Check the container's command, its arguments and its security context."),
        /** Counted in restarts: three starts have failed when this is reported. */
        CRASH(
                Optional.of(Duration.ZERO),
                "Read the container's last lines in the verbose log, and correct the program or its settings."),
        /** A quota that old pods still use up may be free again when they have ended. */
        REFUSED(
                Optional.of(Duration.ofSeconds(35)),
                "Raise the quota or change the rule that refuses the pods, or ask for less."),
        /** Somebody may add a node; only the rollout's own bound ends it. */
        UNPLACED(
                Optional.empty(),
                "Give the cluster room or nodes that fit, or ask for less: requests, node selectors, affinities, tolerations.");

        private final Optional<Duration> grace;
        private final String wayOut;

        Kind(Optional<Duration> grace, String wayOut) {
            this.grace = grace;
            this.wayOut = wayOut;
        }

        /** How long it may last; empty for as long as the rollout may. */
        Optional<Duration> grace() {
            return grace;
        }

        /** What to do, a sentence. */
        String wayOut() {
            return wayOut;
        }
    }

    /** Its name for keeping: the same as long as it is the same trouble of the same object. */
    String key() {
        return kind + " " + object.path("metadata").path("uid").asString("");
    }

    /** {@code Pod web-1} or {@code ReplicaSet web}. */
    String title() {
        return object.path("kind").asString("Pod") + " "
                + object.path("metadata").path("name").asString("");
    }

    boolean isOfPod() {
        return object.path("kind").asString("Pod").equals("Pod");
    }
}
