package tako.steps.kubernetes.cluster;

/**
 * A kind of objects and where the API server keeps them.
 *
 * @param apiVersion {@code apps/v1}
 * @param kind {@code Deployment}
 * @param plural {@code deployments}
 * @param namespaced whether its objects live in namespaces
 */
public record ObjectKind(String apiVersion, String kind, String plural, boolean namespaced) {
    public static final ObjectKind NAMESPACE = new ObjectKind("v1", "Namespace", "namespaces", false);
    public static final ObjectKind POD = new ObjectKind("v1", "Pod", "pods", true);
    public static final ObjectKind EVENT = new ObjectKind("v1", "Event", "events", true);
    public static final ObjectKind CONFIG_MAP = new ObjectKind("v1", "ConfigMap", "configmaps", true);
    public static final ObjectKind SECRET = new ObjectKind("v1", "Secret", "secrets", true);
    public static final ObjectKind DEPLOYMENT = new ObjectKind("apps/v1", "Deployment", "deployments", true);
    public static final ObjectKind REPLICA_SET = new ObjectKind("apps/v1", "ReplicaSet", "replicasets", true);

    /** The path of its group: {@code /apis/apps/v1}. */
    static String root(String apiVersion) {
        return apiVersion.contains("/") ? "/apis/" + apiVersion : "/api/" + apiVersion;
    }

    /** Where its objects are listed. */
    String collection(String namespace) {
        return root(apiVersion) + (namespaced ? "/namespaces/" + Segment.of(namespace) : "") + "/" + plural;
    }

    /** Where one object lives. */
    String path(String namespace, String name) {
        return collection(namespace) + "/" + Segment.of(name);
    }
}
