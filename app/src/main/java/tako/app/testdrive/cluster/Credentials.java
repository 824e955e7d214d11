package tako.app.testdrive.cluster;

import java.util.Set;
import tako.app.testdrive.Seeds;
import tako.app.testdrive.cluster.ClusterConnection.Login;
import tako.platform.secret.Secret;
import tools.jackson.databind.node.ObjectNode;

/** Hands the kubeconfig's credentials to the server, which keeps them as secrets, and says how targets refer to them. */
final class Credentials {
    private static final String ACCOUNT = "Cluster account";
    private static final String CLIENT = "Cluster client certificate";
    private static final String AUTHORITY = "Cluster CA";

    private final Seeds seeds;
    private final Certificates certificates;

    Credentials(Seeds seeds) {
        this.seeds = seeds;
        this.certificates = new Certificates(seeds);
    }

    /** The endpoint of a target without its namespace. */
    ObjectNode endpoint(ClusterConnection connection) {
        ObjectNode endpoint = seeds.api()
                .body()
                .put("CommunicationStyle", "Kubernetes")
                .put("ClusterUrl", connection.server().toString())
                .put(
                        "ClusterCertificate",
                        connection
                                .authority()
                                .map(pem -> certificates.made(AUTHORITY, pem))
                                .orElse(""))
                .put("SkipTlsVerification", connection.skipTlsVerification() ? "True" : "False");
        endpoint.set("Authentication", authentication(connection.login()));
        return endpoint;
    }

    private ObjectNode authentication(Login login) {
        return switch (login) {
            case Login.ClientCertificate(Secret pem) ->
                authentication("KubernetesCertificate", "ClientCertificate", certificates.made(CLIENT, pem.reveal()));
            case Login.Token(Secret token) -> authentication("KubernetesStandard", "AccountId", tokenAccount(token));
            case Login.Password(String username, Secret password) ->
                authentication("KubernetesStandard", "AccountId", passwordAccount(username, password));
        };
    }

    private ObjectNode authentication(String type, String member, String id) {
        return seeds.api().body().put("AuthenticationType", type).put(member, id);
    }

    private String tokenAccount(Secret token) {
        ObjectNode body = seeds.named(ACCOUNT + " (token)").put("AccountType", "Token");
        sensitive(body, "Token", token);
        return seeds.made("/accounts", body, Set.of("Token"));
    }

    private String passwordAccount(String username, Secret password) {
        ObjectNode body = seeds.named(ACCOUNT + " (password)").put("AccountType", "UsernamePassword");
        body.put("Username", username);
        sensitive(body, "Password", password);
        return seeds.made("/accounts", body, Set.of("Username", "Password"));
    }

    private static void sensitive(ObjectNode body, String member, Secret value) {
        body.putObject(member).put("HasValue", true).put("NewValue", value.reveal());
    }
}
