package tako.steps.kubernetes.yaml;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tako.steps.kubernetes.cluster.Cluster;
import tako.steps.kubernetes.cluster.ClusterException;
import tako.steps.kubernetes.cluster.ClusterFailure.Reason;
import tako.steps.kubernetes.manifest.Manifest;
import tools.jackson.databind.node.ObjectNode;

/**
 * Kinds that this very text defines. A cluster serves one a moment after its definition was applied; objects of that kind wait so long.
 * For one thread.
 */
final class NewKinds {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Cluster cluster;
    private final Set<String> defined = new HashSet<>();

    NewKinds(Cluster cluster) {
        this.cluster = cluster;
    }

    /** An object was applied; it may define a kind. */
    void take(ObjectNode live) {
        if (live.path("kind").asString("").equals("CustomResourceDefinition")) {
            var spec = live.path("spec");
            defined.add(key(
                    spec.path("group").asString(""),
                    spec.path("names").path("kind").asString("")));
        }
    }

    /** Waits until the cluster knows an object's kind, if this text defined it. If it never does, applying says so. */
    void awaitKindOf(Manifest object) throws InterruptedException {
        if (!defined.contains(key(object.apiVersion().replaceAll("/.*", ""), object.kind()))) {
            return;
        }
        for (long end = System.nanoTime() + LONGEST.toNanos(); System.nanoTime() - end < 0; ) {
            if (isKnown(object)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    private boolean isKnown(Manifest object) throws InterruptedException {
        try {
            cluster.kind(object.apiVersion(), object.kind());
            return true;
        } catch (ClusterException e) {
            if (e.reason() != Reason.UNKNOWN_KIND) {
                throw e;
            }
            return false;
        }
    }

    private static String key(String group, String kind) {
        return kind + "." + group;
    }
}
