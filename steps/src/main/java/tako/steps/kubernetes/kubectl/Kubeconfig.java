package tako.steps.kubernetes.kubectl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import tako.platform.secret.Secret;
import tako.steps.kubernetes.cluster.ClusterAccess;
import tako.steps.kubernetes.cluster.ClusterAccess.Identity;
import tako.steps.kubernetes.cluster.ClusterAccess.Trust;
import tako.steps.kubernetes.manifest.Manifest;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What kubectl needs to reach a cluster as we do: one cluster, one user, one context, by the names that scripts for Octopus know. */
final class Kubeconfig {
    private static final String CLUSTER = "octocluster";
    private static final String USER = "octouser";
    private static final String CONTEXT = "octocontext";

    private Kubeconfig() {}

    /** The file as a tree, with its secrets and as people may see it. */
    static Manifest of(ClusterAccess access) {
        return new Manifest(config(access, user(access.identity())), config(access, shownUser(access.identity())));
    }

    /** What of it must not be seen in any log. */
    static List<String> secrets(ClusterAccess access) {
        return switch (access.identity()) {
            case Identity.ClientCertificate(String _, var key) -> List.of(key.reveal(), base64(key.reveal()));
            case Identity.Token(var token) -> List.of(token.reveal());
            case Identity.TokenFile _ -> List.of();
            case Identity.UsernamePassword(String _, var password) -> List.of(password.reveal());
        };
    }

    private static ObjectNode config(ClusterAccess access, ObjectNode user) {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        config.put("apiVersion", "v1").put("kind", "Config");
        config.putArray("clusters").addObject().put("name", CLUSTER).set("cluster", cluster(access));
        config.putArray("users").addObject().put("name", USER).set("user", user);
        config.putArray("contexts")
                .addObject()
                .put("name", CONTEXT)
                .putObject("context")
                .put("cluster", CLUSTER)
                .put("user", USER)
                .put("namespace", access.namespace());
        return config.put("current-context", CONTEXT);
    }

    private static ObjectNode cluster(ClusterAccess access) {
        ObjectNode cluster = JsonNodeFactory.instance.objectNode().put("server", access.url());
        return switch (access.trust()) {
            case Trust.Anybody _ -> cluster.put("insecure-skip-tls-verify", true);
            case Trust.Authority(String pem) -> cluster.put("certificate-authority-data", base64(pem));
            case Trust.AuthorityFile(var file) -> cluster.put("certificate-authority", file.toString());
            case Trust.SystemTrust _ -> cluster;
        };
    }

    private static ObjectNode user(Identity identity) {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        return switch (identity) {
            case Identity.ClientCertificate(String certificate, var key) ->
                user.put("client-certificate-data", base64(certificate)).put("client-key-data", base64(key.reveal()));
            case Identity.Token(var token) -> user.put("token", token.reveal());
            case Identity.TokenFile(var file) -> user.put("tokenFile", file.toString());
            case Identity.UsernamePassword(String name, var password) ->
                user.put("username", name).put("password", password.reveal());
        };
    }

    private static ObjectNode shownUser(Identity identity) {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        return switch (identity) {
            case Identity.ClientCertificate(String certificate, Secret _) ->
                user.put("client-certificate-data", base64(certificate)).put("client-key-data", "<data>");
            case Identity.Token _ -> user.put("token", "<token>");
            case Identity.TokenFile(var file) -> user.put("tokenFile", file.toString());
            case Identity.UsernamePassword(String name, Secret _) ->
                user.put("username", name).put("password", "<password>");
        };
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
