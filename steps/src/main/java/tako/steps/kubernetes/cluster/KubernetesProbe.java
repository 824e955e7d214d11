package tako.steps.kubernetes.cluster;

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
        if (!cluster.may("patch", ObjectKind.DEPLOYMENT, namespace, "")) {
            return refused("The cluster does not let this target deploy into the namespace \"" + namespace
                    + "\": it may not patch deployments there. Give its user a role that allows it.");
        }
        log.accept("Deployments may be applied in the namespace \"" + namespace + "\".");
        if (exists(cluster, namespace, log) || cluster.may("create", ObjectKind.NAMESPACE, "", namespace)) {
            return new Finding(Health.HEALTHY, "The cluster answers: Kubernetes " + version + ".");
        }
        return refused(
                "The namespace \"" + namespace
                        + "\" does not exist, and this target may not make it. Make it, or let the target's user create namespaces.");
    }

    /** Whether the namespace is there. Who works in one namespace alone may often not read it: asking for what is in it tells. */
    private static boolean exists(Cluster cluster, String namespace, Consumer<String> log) throws InterruptedException {
        try {
            var found = cluster.get(new ObjectRef(ObjectKind.NAMESPACE, "", namespace))
                    .isPresent();
            log.accept("The namespace \"" + namespace + "\" " + (found ? "exists." : "does not exist yet."));
            return found;
        } catch (ClusterException e) {
            if (e.reason() != Reason.FORBIDDEN) {
                throw e;
            }
            log.accept("The namespace \"" + namespace
                    + "\" cannot be looked at; what this target may do there was told above.");
            return true;
        }
    }

    private static Finding refused(String sentence) {
        return new Finding(Health.UNHEALTHY, sentence);
    }

    private static Health health(ClusterException e) {
        return e.failure().isPassing() ? Health.UNAVAILABLE : Health.UNHEALTHY;
    }
}
