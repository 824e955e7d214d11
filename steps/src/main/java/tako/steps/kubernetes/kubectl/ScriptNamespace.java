package tako.steps.kubernetes.kubectl;

import tako.server.delivery.step.StepLog;
import tako.steps.kubernetes.cluster.Cluster;
import tako.steps.kubernetes.cluster.ClusterAccess;
import tako.steps.kubernetes.cluster.ClusterException;
import tako.steps.kubernetes.cluster.ClusterFailure.Reason;
import tako.steps.kubernetes.cluster.Clusters;
import tako.steps.kubernetes.cluster.ObjectKind;
import tako.steps.kubernetes.cluster.ObjectRef;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes the namespace that a script works in, if it is missing. That it cannot be made is no failure: the script may not need it. */
record ScriptNamespace(Clusters clusters, StepLog log) {
    /** Makes it, or says why not. */
    void make(ClusterAccess access) throws InterruptedException {
        var place = new ObjectRef(ObjectKind.NAMESPACE, "", access.namespace());
        try (var session = clusters.open(access)) {
            if (isMissing(session.cluster(), place)) {
                make(session.cluster(), place);
                log.info("Made the namespace " + access.namespace() + ", which did not exist.");
            }
        } catch (ClusterException e) {
            log.verbose("Whether the namespace " + access.namespace() + " exists is not known. "
                    + e.failure().sentence());
        }
    }

    /** A namespace that is asked for may be missing as the object, or as where it should be. */
    private static boolean isMissing(Cluster cluster, ObjectRef place) throws InterruptedException {
        try {
            return cluster.get(place).isEmpty();
        } catch (ClusterException e) {
            if (e.reason() == Reason.NAMESPACE_MISSING) {
                return true;
            }
            throw e;
        }
    }

    private static void make(Cluster cluster, ObjectRef place) throws InterruptedException {
        var namespace = JsonNodeFactory.instance.objectNode();
        namespace.put("apiVersion", "v1").put("kind", "Namespace");
        namespace.putObject("metadata").put("name", place.name());
        cluster.apply(place, namespace, false);
    }
}
