package tako.steps.kubernetes;

import java.util.HashMap;
import java.util.Map;
import tako.steps.kubernetes.cluster.ClusterAccess;
import tako.steps.kubernetes.cluster.ClusterAccess.Identity;
import tako.steps.kubernetes.cluster.ClusterAccess.Trust;

/** What targets contribute to the variables of a step. */
public final class TargetVariables {
    /** Of a target by token, whose cluster need not exist. */
    public static final Map<String, String> SOMEWHERE = Map.of(
            "Octopus.Action.Kubernetes.ClusterUrl", "https://127.0.0.1:1",
            "Octopus.Action.Kubernetes.Namespace", "dev",
            "Octopus.Account.AccountType", "Token",
            "Octopus.Account.Token", "t0ken-of-dev");

    private TargetVariables() {}

    /** Of a target with this access by certificate or token. */
    public static Map<String, String> of(ClusterAccess access) {
        var variables = new HashMap<>(Map.of(
                "Octopus.Action.Kubernetes.ClusterUrl", access.url(),
                "Octopus.Action.Kubernetes.Namespace", access.namespace()));
        if (access.trust() instanceof Trust.Authority(String pem)) {
            variables.put("Octopus.Action.Kubernetes.CertificateAuthority", "Authority");
            variables.put("Authority.CertificatePem", pem);
        }
        if (access.identity() instanceof Identity.ClientCertificate(String certificate, var key)) {
            variables.put("Octopus.Action.Kubernetes.ClientCertificate", "Client");
            variables.put("Client.CertificatePem", certificate);
            variables.put("Client.PrivateKeyPem", key.reveal());
        }
        if (access.identity() instanceof Identity.Token(var token)) {
            variables.put("Octopus.Account.AccountType", "Token");
            variables.put("Octopus.Account.Token", token.reveal());
        }
        return variables;
    }
}
