package tako.server.infrastructure.machine;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tako.server.infrastructure.machine.KubernetesEndpoint.Authentication;

/** What must hold for an endpoint before it is stored. Whether the ids that it names exist is the engine's to check. */
public final class EndpointRules {
    private static final Set<String> SCHEMES = Set.of("https", "http");

    private EndpointRules() {}

    /** The broken rules, each a sentence that begins with the member. */
    public static List<String> problems(Machine.Endpoint endpoint) {
        String style = endpoint.communicationStyle();
        if (!EndpointForm.STYLES.contains(style)) {
            return List.of(
                    "Endpoint.CommunicationStyle: '" + style + "' is no style that this server knows. Send one of "
                            + String.join(", ", EndpointForm.STYLES) + ".");
        }
        return KubernetesEndpoint.of(endpoint).map(EndpointRules::problems).orElse(List.of());
    }

    private static List<String> problems(KubernetesEndpoint cluster) {
        var problems = new ArrayList<String>();
        boolean elsewhereNamed = cluster.authentication() instanceof Authentication.Other;
        if (!isAddress(cluster.clusterUrl())
                && !(elsewhereNamed && cluster.clusterUrl().isEmpty())) {
            problems.add(
                    "Endpoint.ClusterUrl: '" + cluster.clusterUrl()
                            + "' is not the address of a cluster. Send that of its API server, e.g. \"https://k8s.example.org:6443\".");
        }
        missing(cluster.authentication()).ifPresent(problems::add);
        if (!cluster.clusterCertificate().isEmpty()
                && !cluster.clusterCertificatePath().isEmpty()) {
            problems.add("Endpoint.ClusterCertificatePath: the cluster's authority is given by ClusterCertificate too."
                    + " Send one of the two.");
        }
        elsewhere("Endpoint.ClusterCertificatePath", cluster.clusterCertificatePath())
                .ifPresent(problems::add);
        if (cluster.authentication() instanceof Authentication.PodService(String path)) {
            elsewhere("Endpoint.Authentication.TokenPath", path).ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<String> missing(Authentication authentication) {
        return switch (authentication) {
            case Authentication.Standard(String account)
            when account.isEmpty() ->
                Optional.of(
                        "Endpoint.Authentication.AccountId: this way to sign in needs an account. Name one by its id"
                                + " that holds a token, or a user name with a password.");
            case Authentication.ClientCertificate(String certificate)
            when certificate.isEmpty() ->
                Optional.of(
                        "Endpoint.Authentication.ClientCertificate: this way to sign in needs a certificate with its"
                                + " private key. Name one by its id.");
            case Authentication.PodService(String path)
            when path.isEmpty() ->
                Optional.of(
                        "Endpoint.Authentication.TokenPath: this way to sign in reads a token from a file. Send its path,"
                                + " e.g. \"/var/run/secrets/kubernetes.io/serviceaccount/token\".");
            case Authentication.Standard ignored -> Optional.empty();
            case Authentication.ClientCertificate ignored -> Optional.empty();
            case Authentication.PodService ignored -> Optional.empty();
            case Authentication.Other ignored -> Optional.empty();
        };
    }

    /** That a file lies where none may be named. */
    private static Optional<String> elsewhere(String member, String path) {
        return path.isEmpty() || MountedSecrets.hold(path)
                ? Optional.empty()
                : Optional.of(member + ": '" + path + "' does not lie below " + MountedSecrets.FOLDERS.getFirst()
                        + "/, and this server reads no other file for a target. Send a path in that folder.");
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
