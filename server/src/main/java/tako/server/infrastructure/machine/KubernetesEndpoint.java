package tako.server.infrastructure.machine;

import java.util.Optional;

/**
 * The cluster that a target of the style {@code Kubernetes} stands for.
 *
 * @param clusterUrl the address of its API server
 * @param clusterCertificate the id of the certificate of its authority; "" for those that this machine trusts
 * @param clusterCertificatePath a file with the certificate of its authority; "" for none
 * @param namespace where steps work that name none; "" for {@code default}
 * @param skipTlsVerification whether anybody is believed to be the cluster
 * @param proxyId the id of the proxy it is reached through; "" for none
 */
public record KubernetesEndpoint(
        String clusterUrl,
        String clusterCertificate,
        String clusterCertificatePath,
        String namespace,
        boolean skipTlsVerification,
        String proxyId,
        Authentication authentication) {
    /** Its communication style. */
    public static final String STYLE = "Kubernetes";

    static final String AUTHENTICATION = "Authentication";

    /** Who one is there. */
    public sealed interface Authentication {
        /** With the account of this id: a token, or a user name with a password. */
        record Standard(String accountId) implements Authentication {}

        /** With the private key and certificate of this id. */
        record ClientCertificate(String certificateId) implements Authentication {}

        /** With the token in a file, which the cluster gives to the pod that the server runs in. */
        record PodService(String tokenPath) implements Authentication {}

        /** In a way that this server does not know: {@code KubernetesAws}; "" when nothing is said. */
        record Other(String type) implements Authentication {}
    }

    /** The cluster of an endpoint; empty for any other style. */
    public static Optional<KubernetesEndpoint> of(Machine.Endpoint endpoint) {
        if (!endpoint.communicationStyle().equals(STYLE)) {
            return Optional.empty();
        }
        return Optional.of(new KubernetesEndpoint(
                endpoint.text("ClusterUrl"),
                endpoint.text("ClusterCertificate"),
                endpoint.text("ClusterCertificatePath"),
                endpoint.text("Namespace"),
                endpoint.text("SkipTlsVerification").equalsIgnoreCase("true"),
                endpoint.text("ProxyId"),
                authentication(endpoint)));
    }

    private static Authentication authentication(Machine.Endpoint endpoint) {
        String type = endpoint.text(AUTHENTICATION, "AuthenticationType");
        return switch (type) {
            case "KubernetesStandard" -> new Authentication.Standard(endpoint.text(AUTHENTICATION, "AccountId"));
            case "KubernetesCertificate" ->
                new Authentication.ClientCertificate(endpoint.text(AUTHENTICATION, "ClientCertificate"));
            case "KubernetesPodService" -> new Authentication.PodService(endpoint.text(AUTHENTICATION, "TokenPath"));
            default -> new Authentication.Other(type);
        };
    }
}
