package tako.steps.kubernetes.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds that every supported cluster serves; knowing them saves asking for each deployment. */
final class KnownKinds {
    private static final Map<String, ObjectKind> BY_NAME = Stream.of(
                    ObjectKind.NAMESPACE,
                    ObjectKind.POD,
                    ObjectKind.CONFIG_MAP,
                    ObjectKind.SECRET,
                    namespaced("v1", "Service", "services"),
                    namespaced("v1", "ServiceAccount", "serviceaccounts"),
                    namespaced("v1", "PersistentVolumeClaim", "persistentvolumeclaims"),
                    ObjectKind.DEPLOYMENT,
                    ObjectKind.REPLICA_SET,
                    namespaced("apps/v1", "StatefulSet", "statefulsets"),
                    namespaced("apps/v1", "DaemonSet", "daemonsets"),
                    namespaced("batch/v1", "Job", "jobs"),
                    namespaced("batch/v1", "CronJob", "cronjobs"),
                    namespaced("networking.k8s.io/v1", "Ingress", "ingresses"),
                    namespaced("networking.k8s.io/v1", "NetworkPolicy", "networkpolicies"),
                    namespaced("rbac.authorization.k8s.io/v1", "Role", "roles"),
                    namespaced("rbac.authorization.k8s.io/v1", "RoleBinding", "rolebindings"))
            .collect(Collectors.toUnmodifiableMap(kind -> key(kind.apiVersion(), kind.kind()), Function.identity()));

    private KnownKinds() {}

    static Optional<ObjectKind> find(String apiVersion, String kind) {
        return Optional.ofNullable(BY_NAME.get(key(apiVersion, kind)));
    }

    private static ObjectKind namespaced(String apiVersion, String kind, String plural) {
        return new ObjectKind(apiVersion, kind, plural, true);
    }

    private static String key(String apiVersion, String kind) {
        return apiVersion + " " + kind;
    }
}
