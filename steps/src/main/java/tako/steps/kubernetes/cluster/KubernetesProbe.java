package tako.steps.kubernetes.cluster;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tako.server.infrastructure.machine.TargetProbe.Finding;
import tako.server.infrastructure.machine.TargetProbe.Health;
import tako.steps.kubernetes.cluster.ClusterFailure.Reason;

/**
 * Asks a cluster whether it can be deployed to: whether it answers, knows us, and lets us work in the target's namespace, or make it.
 * It changes nothing.
 */
public final class KubernetesProbe {
    private final Clusters clusters;
    private final BooleanSupplier hasKubectl;

    /**
     * Asks by these connections.
     *
     * @param hasKubectl whether this server has the program that script steps need; without it the log says so, and the target is as
     *     healthy as it is, because no other step needs it
     */
    public KubernetesProbe(Clusters clusters, BooleanSupplier hasKubectl) {
        this.clusters = clusters;
        this.hasKubectl = hasKubectl;
    }

    /**
     * Asks. What goes wrong is a finding, never an exception.
     *
     * @param log takes what was tried, line by line
     */
    public Finding probe(ClusterAccess access, Consumer<String> log) throws InterruptedException {
        if (!hasKubectl.getAsBoolean()) {
            log.accept(
                    "This server has no kubectl in its PATH: steps that run a script with kubectl cannot run here. All others need none.");
        }
        log.accept("Asking the cluster at " + access.url() + " for its version.");
        try (var session = clusters.open(access)) {
            return ask(session.cluster(), access.namespace(), log);
        } catch (ClusterException e) {
            log.accept(e.sentence());
            return new Finding(health(e), e.sentence());
        }
    }

    private static Finding ask(Cluster cluster, String namespace, Consumer<String> log) throws InterruptedException {
        var version = cluster.version();
        log.accept("It runs Kubernetes " + version + ".");
        var lacks = lacking(cluster, ObjectKind.DEPLOYMENT, namespace, "");
        if (!lacks.isEmpty()) {
            return refused("The cluster does not let this target deploy into the namespace \"" + namespace
                    + "\": it may not " + lacks + " deployments there. Give its user a role that allows it.");
        }
        log.accept("Deployments may be applied in the namespace \"" + namespace + "\".");
        var healthy = new Finding(Health.HEALTHY, "The cluster answers: Kubernetes " + version + ".");
        return switch (presence(cluster, namespace, log)) {
            case THERE -> healthy;
            case UNKNOWN ->
                new Finding(
                        Health.HAS_WARNINGS,
                        "The cluster answers, but does not let this target see whether the namespace \"" + namespace
                                + "\" exists. Make sure that it does, or let the target's user read it.");
            case MISSING ->
                lacking(cluster, ObjectKind.NAMESPACE, "", namespace).isEmpty()
                        ? healthy
                        : refused(
                                "The namespace \"" + namespace
                                        + "\" does not exist, and this target may not make it. Make it, or let the target's user create and patch namespaces.");
        };
    }

    /** Which of the rights is missing that a server-side apply needs to make an object: a verb, or "" if none is. */
    private static String lacking(Cluster cluster, ObjectKind kind, String namespace, String name)
            throws InterruptedException {
        for (var verb : List.of("patch", "create")) {
            if (!cluster.may(verb, kind, namespace, name)) {
                return verb;
            }
        }
        return "";
    }

    private enum Presence {
        THERE,
        MISSING,
        UNKNOWN
    }

    private static Presence presence(Cluster cluster, String namespace, Consumer<String> log)
            throws InterruptedException {
        try {
            var found = cluster.get(new ObjectRef(ObjectKind.NAMESPACE, "", namespace))
                    .isPresent();
            log.accept("The namespace \"" + namespace + "\" " + (found ? "exists." : "does not exist yet."));
            return found ? Presence.THERE : Presence.MISSING;
        } catch (ClusterException e) {
            unlessForbidden(e);
            log.accept("The namespace \"" + namespace + "\" cannot be read; asking for config maps in it.");
            return holdsAnything(cluster, namespace, log) ? Presence.THERE : Presence.UNKNOWN;
        }
    }

    /** Kubernetes itself puts a config map with its authority's certificate into every namespace; of a missing one a list is empty. */
    private static boolean holdsAnything(Cluster cluster, String namespace, Consumer<String> log)
            throws InterruptedException {
        try {
            boolean found = cluster.hasAny(Selection.labelled(ObjectKind.CONFIG_MAP, namespace, ""));
            log.accept(found ? "It exists: it holds some." : "There are none, so it may not exist.");
            return found;
        } catch (ClusterException e) {
            unlessForbidden(e);
            log.accept(e.sentence());
            return false;
        }
    }

    private static void unlessForbidden(ClusterException e) {
        if (e.reason() != Reason.FORBIDDEN) {
            throw e;
        }
    }

    private static Finding refused(String sentence) {
        return new Finding(Health.UNHEALTHY, sentence);
    }

    private static Health health(ClusterException e) {
        return e.failure().isPassing() ? Health.UNAVAILABLE : Health.UNHEALTHY;
    }
}
