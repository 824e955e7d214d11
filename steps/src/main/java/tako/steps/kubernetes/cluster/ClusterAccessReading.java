package tako.steps.kubernetes.cluster;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tako.octostache.Variables;
import tako.platform.secret.Secret;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.RenderingRefused;
import tako.server.infrastructure.machine.MountedSecrets;
import tako.steps.kubernetes.cluster.ClusterAccess.Identity;
import tako.steps.kubernetes.cluster.ClusterAccess.Trust;

/** Reads from the variables that a target contributes where its cluster is and who we are there. Pure. */
public final class ClusterAccessReading {
    private static final String PREFIX = "Octopus.Action.Kubernetes.";
    private static final String ACCOUNT = "Octopus.Account.";
    private static final String DEFAULT_NAMESPACE = "default";
    private static final List<Cloud> CLOUDS = List.of(
            new Cloud("EksClusterName", "Amazon EKS"),
            new Cloud("AksClusterName", "Azure AKS"),
            new Cloud("GkeClusterName", "Google GKE"));

    /** All that may be a user's name and password; the first group is the scheme. */
    private static final String USER = "^([a-zA-Z][a-zA-Z0-9+.-]*://)?.*@";

    private final Variables variables;
    private final List<String> problems = new ArrayList<>();

    /** A cloud, and the variable that names a cluster of it. */
    private record Cloud(String variable, String name) {}

    private ClusterAccessReading(Variables variables) {
        this.variables = variables;
    }

    /**
     * What a step has. Throws {@link RenderingRefused} with all that is missing.
     *
     * @param namespaceOfStep goes before the target's
     */
    public static ClusterAccess of(RenderContext context, Optional<String> namespaceOfStep) {
        return of(context.variables(), namespaceOfStep);
    }

    /** The same from variables alone. */
    public static ClusterAccess of(Variables variables, Optional<String> namespaceOfStep) {
        return new ClusterAccessReading(variables).read(namespaceOfStep);
    }

    private ClusterAccess read(Optional<String> namespaceOfStep) {
        refuseClouds();
        var url = url();
        var trust = trust();
        var identity = identity();
        if (!problems.isEmpty() || identity.isEmpty()) {
            throw new RenderingRefused(problems);
        }
        var namespace = namespaceOfStep
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .or(() -> value(PREFIX + "Namespace"))
                .orElse(DEFAULT_NAMESPACE);
        return new ClusterAccess(url, trust, identity.get(), namespace);
    }

    private void refuseClouds() {
        CLOUDS.forEach(
                cloud -> value(PREFIX + cloud.variable())
                        .ifPresent(
                                cluster -> problems.add(
                                        "The target is the " + cloud.name() + " cluster \"" + cluster
                                                + "\", and this version of Tako does not sign in there by the cloud's account. Give the target the cluster's address and a token, a client certificate, or a user name and password.")));
    }

    private String url() {
        var url = value(PREFIX + "ClusterUrl").orElse("");
        if (url.isEmpty()) {
            if (problems.isEmpty()) {
                problems.add("The target names no cluster. Give it the cluster's address (URL).");
            }
        } else if (url.contains("@")) {
            problems.add(
                    "The cluster's address \"" + url.replaceFirst(USER, "$1")
                            + "\" has a user name or a password before it. Remove them, and choose an account of the type user name and password.");
        } else if (!isUsable(url)) {
            problems.add("The cluster's address \"" + url
                    + "\" is no address of an API server. Write it like https://10.0.0.1:6443.");
        }
        return url;
    }

    private static boolean isUsable(String url) {
        try {
            var uri = URI.create(url);
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && List.of("http", "https").contains(uri.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Trust trust() {
        if (value(PREFIX + "SkipTlsVerification")
                .filter("true"::equalsIgnoreCase)
                .isPresent()) {
            return new Trust.Anybody();
        }
        return path("CertificateAuthorityPath", "certificate authority's file")
                .<Trust>map(Trust.AuthorityFile::new)
                .or(() -> value(PREFIX + "CertificateAuthority").map(this::authority))
                .orElseGet(Trust.SystemTrust::new);
    }

    private Trust authority(String name) {
        var pem = value(name + ".CertificatePem").orElse("");
        if (pem.isEmpty()) {
            problems.add(
                    "The cluster certificate of the target holds no certificate. Choose another one, or upload it again.");
        }
        return new Trust.Authority(pem);
    }

    private Optional<Identity> identity() {
        var path = path("PodServiceAccountTokenPath", "pod service account's token file");
        if (path.isPresent()) {
            return path.map(Identity.TokenFile::new);
        }
        var type = value(ACCOUNT + "AccountType").filter(name -> !name.equals("None"));
        if (type.isPresent()) {
            return account(type.get());
        }
        return value(PREFIX + "ClientCertificate").map(this::certificate).or(() -> {
            if (problems.isEmpty()) {
                problems.add(
                        "The target does not say who signs in to the cluster. Choose an account or a client certificate.");
            }
            return Optional.empty();
        });
    }

    private Optional<Identity> account(String type) {
        return switch (type) {
            case "Token" ->
                Optional.of(
                        new Identity.Token(Secret.of(needed("Token", "The target's token account holds no token."))));
            case "UsernamePassword" ->
                Optional.of(new Identity.UsernamePassword(
                        needed("Username", "The target's account has no user name."),
                        Secret.of(needed("Password", "The target's account has no password."))));
            default -> {
                problems.add(
                        "The target signs in by an account of type " + type
                                + ", which does not lead into a cluster in this version of Tako. Choose a token, a user name with a password, or a client certificate.");
                yield Optional.empty();
            }
        };
    }

    private Identity certificate(String name) {
        return certificateOf(
                value(name + ".CertificatePem").orElse(""),
                value(name + ".PrivateKeyPem").orElse(""));
    }

    private Identity certificateOf(String certificate, String key) {
        if (certificate.isEmpty()) {
            problems.add(
                    "The target's client certificate holds no certificate. Choose another one, or upload it again.");
        }
        if (key.isEmpty()) {
            problems.add(
                    "The target's client certificate has no private key. Upload it with its key, for instance as a PFX file.");
        }
        return new Identity.ClientCertificate(certificate, Secret.of(key));
    }

    private String needed(String member, String sentence) {
        var found = value(ACCOUNT + member).orElse("");
        if (found.isEmpty()) {
            problems.add(sentence + " Edit the account.");
        }
        return found;
    }

    private Optional<Path> path(String member, String what) {
        return value(PREFIX + member).flatMap(text -> {
            if (MountedSecrets.hold(text)) {
                return Optional.of(Path.of(text));
            }
            problems.add("The path of the " + what + ", \"" + text + "\", does not lead below "
                    + MountedSecrets.FOLDERS.getFirst() + ". Correct it in the target.");
            return Optional.empty();
        });
    }

    private Optional<String> value(String name) {
        return variables.get(name).map(String::strip).filter(Predicate.not(String::isEmpty));
    }
}
