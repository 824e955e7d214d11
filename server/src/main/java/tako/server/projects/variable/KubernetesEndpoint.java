package tako.server.projects.variable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tako.platform.secret.Secret;
import tako.server.infrastructure.account.AccountMaterial;
import tako.server.library.certificate.CertificateMaterial;
import tools.jackson.databind.JsonNode;

/**
 * The variables by which a cluster is reached, under the names that scripts know from Octopus ({@code Octopus.Action.Kubernetes.*}, {@code
 * Octopus.Account.*}; Octopus's public documentation, "System variables"). Pure.
 *
 * @param endpoint the target's endpoint as it is stored
 * @param authority who signed the cluster's certificate, if the endpoint names somebody
 * @param client the client certificate that the endpoint names
 * @param account the account that the endpoint names
 */
record KubernetesEndpoint(
        JsonNode endpoint,
        Optional<CertificateMaterial> authority,
        Optional<CertificateMaterial> client,
        Optional<AccountMaterial> account) {
    private static final String KUBERNETES = "Octopus.Action.Kubernetes.";
    private static final String ACCOUNT = "Octopus.Account.";
    /** The endpoint's member, and the variable that says the same. */
    private static final Map<String, String> PLAIN = Map.of(
            "ClusterUrl", "ClusterUrl",
            "Namespace", "Namespace",
            "SkipTlsVerification", "SkipTlsVerification",
            "ClusterCertificatePath", "CertificateAuthorityPath");

    private static final Map<String, String> AUTHENTICATION = Map.of("TokenPath", "PodServiceAccountTokenPath");
    private static final Map<String, Map<String, String>> CLOUDS = Map.of(
            "KubernetesAws", Map.of("ClusterName", "EksClusterName"),
            "KubernetesAzure",
                    Map.of(
                            "ClusterName", "AksClusterName",
                            "ClusterResourceGroup", "AksClusterResourceGroup",
                            "AdminLogin", "AksAdminLogin"),
            "KubernetesGoogleCloud",
                    Map.of("ClusterName", "GkeClusterName", "UseClusterInternalIp", "GkeUseClusterInternalIp"));

    TargetVariables.Contribution variables() {
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, Secret> secret = new LinkedHashMap<>();
        JsonNode authentication = endpoint.path("Authentication");
        String type = authentication.path("AuthenticationType").asString("");
        copy(endpoint, PLAIN, plain);
        plain.put(KUBERNETES + "AuthenticationType", type);
        copy(authentication, CLOUDS.getOrDefault(type, AUTHENTICATION), plain);
        authority.ifPresent(certificate -> {
            plain.put(KUBERNETES + "CertificateAuthority", certificate.id());
            plain.put(certificate.id() + ".CertificatePem", certificate.shown().fullChainPem());
        });
        client.ifPresent(certificate -> {
            plain.put(KUBERNETES + "ClientCertificate", certificate.id());
            plain.put(certificate.id() + ".CertificatePem", certificate.shown().fullChainPem());
            certificate.key().ifPresent(key -> secret.put(certificate.id() + ".PrivateKeyPem", key.pem()));
        });
        account.ifPresent(material -> account(material, plain, secret));
        return new TargetVariables.Contribution(plain, secret);
    }

    private static void copy(JsonNode from, Map<String, String> names, Map<String, String> to) {
        names.forEach((member, variable) -> {
            String value = from.path(member).asString("").strip();
            if (!value.isEmpty()) {
                to.put(KUBERNETES + variable, value);
            }
        });
    }

    private static void account(AccountMaterial account, Map<String, String> plain, Map<String, Secret> secret) {
        switch (account) {
            case AccountMaterial.Token(Secret token) -> {
                plain.put(ACCOUNT + "AccountType", "Token");
                secret.put(ACCOUNT + "Token", token);
            }
            case AccountMaterial.UsernamePassword(String username, Secret password) -> {
                plain.put(ACCOUNT + "AccountType", "UsernamePassword");
                plain.put(ACCOUNT + "Username", username);
                secret.put(ACCOUNT + "Password", password);
            }
            case AccountMaterial.Other(String type) -> plain.put(ACCOUNT + "AccountType", type);
        }
    }
}
