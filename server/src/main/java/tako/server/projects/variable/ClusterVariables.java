package tako.server.projects.variable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tako.platform.secret.Secret;
import tako.server.infrastructure.account.AccountMaterial;
import tako.server.infrastructure.machine.KubernetesEndpoint;
import tako.server.infrastructure.machine.KubernetesEndpoint.Authentication;
import tako.server.library.certificate.CertificateMaterial;

/**
 * The variables by which a cluster is reached, under the names that scripts know from Octopus ({@code Octopus.Action.Kubernetes.*}, {@code
 * Octopus.Account.*}; Octopus's public documentation, "System variables"). Pure.
 *
 * @param authority who signed the cluster's certificate, if the endpoint names somebody
 * @param client the client certificate that the endpoint names
 * @param account the account that the endpoint names
 */
record ClusterVariables(
        KubernetesEndpoint endpoint,
        Optional<CertificateMaterial> authority,
        Optional<CertificateMaterial> client,
        Optional<AccountMaterial> account) {
    private static final String KUBERNETES = "Octopus.Action.Kubernetes.";
    private static final String ACCOUNT = "Octopus.Account.";
    private static final String CERTIFICATE = ".CertificatePem";

    TargetVariables.Contribution contribution() {
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, Secret> secret = new LinkedHashMap<>();
        put(plain, "ClusterUrl", endpoint.clusterUrl());
        put(plain, "Namespace", endpoint.namespace());
        put(plain, "SkipTlsVerification", endpoint.skipTlsVerification() ? "True" : "False");
        put(plain, "CertificateAuthorityPath", endpoint.clusterCertificatePath());
        if (endpoint.authentication() instanceof Authentication.PodService(String tokenPath)) {
            put(plain, "PodServiceAccountTokenPath", tokenPath);
        }
        authority.ifPresent(certificate -> {
            put(plain, "CertificateAuthority", certificate.id());
            plain.put(certificate.id() + CERTIFICATE, certificate.shown().fullChainPem());
        });
        client.ifPresent(certificate -> {
            put(plain, "ClientCertificate", certificate.id());
            plain.put(certificate.id() + CERTIFICATE, certificate.shown().fullChainPem());
            certificate.key().ifPresent(key -> secret.put(certificate.id() + ".PrivateKeyPem", key.pem()));
        });
        account.ifPresent(material -> account(material, plain, secret));
        return new TargetVariables.Contribution(plain, secret);
    }

    private static void put(Map<String, String> variables, String name, String value) {
        if (!value.isBlank()) {
            variables.put(KUBERNETES + name, value);
        }
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
