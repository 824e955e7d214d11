package tako.steps.kubernetes;

import tako.platform.secret.Secret;
import tako.steps.kubernetes.cluster.ClusterAccess;
import tako.steps.kubernetes.cluster.ClusterAccess.Identity;
import tako.steps.kubernetes.cluster.ClusterAccess.Trust;
import tako.testbed.TestCluster;

/** Ways into the test cluster. */
public final class Access {
    private Access() {}

    /** As its administrator, by certificate. */
    public static ClusterAccess administrator(TestCluster cluster, String namespace) {
        return new ClusterAccess(cluster.api().toString(), trust(cluster), identity(cluster), namespace);
    }

    /** As its administrator at another address. */
    public static ClusterAccess at(String url, TestCluster cluster, String namespace) {
        return new ClusterAccess(url, trust(cluster), identity(cluster), namespace);
    }

    /** As the bearer of a token. */
    public static ClusterAccess token(TestCluster cluster, String namespace, String token) {
        return new ClusterAccess(
                cluster.api().toString(), trust(cluster), new Identity.Token(Secret.of(token)), namespace);
    }

    /** The cluster's own authority. */
    public static Trust trust(TestCluster cluster) {
        return new Trust.Authority(cluster.authority());
    }

    private static Identity identity(TestCluster cluster) {
        return new Identity.ClientCertificate(cluster.clientCertificate(), Secret.of(cluster.clientKey()));
    }
}
