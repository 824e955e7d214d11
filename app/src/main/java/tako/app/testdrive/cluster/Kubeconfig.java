package tako.app.testdrive.cluster;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tako.app.testdrive.TestDriveRefused;
import tako.app.testdrive.cluster.ClusterConnection.Login;
import tako.platform.secret.Secret;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A kubeconfig file, as kubectl has it. What cannot be handed to a server, such as a program that signs in, is refused by name.
 */
public final class Kubeconfig {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String TOKEN_INSTEAD = "Put a token of a service account (kubectl create token) or a client"
            + " certificate into a kubeconfig for the test drive.";

    private final JsonNode tree;
    private final KubeconfigFiles files;

    private Kubeconfig(JsonNode tree, KubeconfigFiles files) {
        this.tree = tree;
        this.files = files;
    }

    /**
     * The connection of a context.
     *
     * @param context its name; empty for the current one
     * @throws TestDriveRefused saying what is wrong and what to do
     */
    public static ClusterConnection connection(Path file, Optional<String> context) {
        Path absolute = file.toAbsolutePath();
        var files =
                new KubeconfigFiles(Optional.ofNullable(absolute.getParent()).orElse(absolute));
        return new Kubeconfig(tree(file, files.text("kubeconfig", absolute.toString())), files).connection(context);
    }

    private static JsonNode tree(Path file, String text) {
        try {
            JsonNode tree = YAML.readTree(text);
            if (tree.path("clusters").isArray()) {
                return tree;
            }
            throw new TestDriveRefused("The file " + file + " is no kubeconfig: it has no list 'clusters'. Give the one"
                    + " with which kubectl reaches your cluster.");
        } catch (JacksonException unreadable) {
            throw new TestDriveRefused("The kubeconfig " + file + " is no YAML"
                    + Optional.ofNullable(unreadable.getLocation())
                            .map(place -> " from line " + place.getLineNr() + " on")
                            .orElse("")
                    + ". Give the one with which kubectl reaches your cluster.");
        }
    }

    private ClusterConnection connection(Optional<String> wanted) {
        KubeconfigEntry context = context(wanted);
        KubeconfigEntry cluster = entry("cluster", context.required("cluster"));
        cluster.refuse(
                List.of("proxy-url", "tls-server-name"),
                "Give a kubeconfig whose cluster is reached directly, by a name that its certificate has.");
        return new ClusterConnection(
                server(cluster),
                cluster.pem("certificate-authority"),
                cluster.members().path("insecure-skip-tls-verify").asBoolean(false),
                login(entry("user", context.required("user"))));
    }

    private KubeconfigEntry context(Optional<String> wanted) {
        String current = tree.path("current-context").asString("").strip();
        String name = wanted.orElse(current);
        if (name.isEmpty()) {
            throw new TestDriveRefused(
                    "The kubeconfig has no current context. Choose one with --context NAME: " + names("context") + ".");
        }
        return entry("context", name);
    }

    private KubeconfigEntry entry(String kind, String name) {
        return tree.path(kind + "s")
                .valueStream()
                .filter(entry -> entry.path("name").asString("").equals(name))
                .map(entry -> new KubeconfigEntry(
                        "the " + kind + " '" + name + "' of the kubeconfig", entry.path(kind), files))
                .findFirst()
                .orElseThrow(() -> new TestDriveRefused(
                        "The kubeconfig has no " + kind + " '" + name + "'; it has " + names(kind) + "."));
    }

    private String names(String kind) {
        String names = tree.path(kind + "s")
                .valueStream()
                .map(entry -> entry.path("name").asString(""))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    private static URI server(KubeconfigEntry cluster) {
        String text = cluster.required("server");
        try {
            URI server = new URI(text);
            if (server.getHost() != null && List.of("http", "https").contains(server.getScheme())) {
                return server;
            }
        } catch (URISyntaxException unreadable) {
            // Said below.
        }
        throw cluster.refused("has the server '" + text + "', which is no address. Write it as"
                + " https://cluster.example.org:6443.");
    }

    /** A certificate comes first, as on the wire; of two tokens the file is the newer one. */
    private static Login login(KubeconfigEntry user) {
        user.refuse(List.of("as", "as-uid", "as-groups", "as-user-extra"), TOKEN_INSTEAD);
        return certificate(user)
                .or(() -> user.text("tokenFile")
                        .map(path -> user.files().text("tokenFile", path).strip())
                        .or(() -> user.text("token"))
                        .map(token -> new Login.Token(Secret.of(token))))
                .or(() -> user.text("username")
                        .map(name -> new Login.Password(name, Secret.of(user.required("password")))))
                .orElseThrow(() -> unusable(user));
    }

    private static Optional<Login> certificate(KubeconfigEntry user) {
        return user.pem("client-certificate").map(certificate -> {
            String key = user.pem("client-key")
                    .orElseThrow(() -> user.refused("has a client-certificate without a client-key. Add the key, or"
                            + " choose another context with --context."));
            return new Login.ClientCertificate(Secret.of(certificate + key));
        });
    }

    private static TestDriveRefused unusable(KubeconfigEntry user) {
        if (user.members().path("exec").isObject()) {
            return user.refused("signs in by the program '"
                    + user.members().path("exec").path("command").asString("")
                    + "' (exec), which a server cannot run for you. " + TOKEN_INSTEAD);
        }
        if (user.members().path("auth-provider").isObject()) {
            return user.refused("signs in by the auth-provider '"
                    + user.members().path("auth-provider").path("name").asString("")
                    + "', which a server cannot use for you. " + TOKEN_INSTEAD);
        }
        return user.refused("has nothing to sign in with: neither client-certificate with client-key, nor token,"
                + " tokenFile, or username with password. " + TOKEN_INSTEAD);
    }
}
