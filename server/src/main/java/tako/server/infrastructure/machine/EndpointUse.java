package tako.server.infrastructure.machine;

import java.util.Optional;
import tako.server.infrastructure.machine.KubernetesEndpoint.Authentication;
import tako.server.infrastructure.machine.TargetProbe.Finding;
import tako.server.infrastructure.machine.TargetProbe.Health;

/** What this server can do with an endpoint. */
public final class EndpointUse {
    private static final String NONE = "None";

    private EndpointUse() {}

    /** Why nothing can be deployed through an endpoint, whatever answers there: a sentence with the way out. */
    public static Optional<String> obstacle(Machine.Endpoint endpoint) {
        if (endpoint.communicationStyle().equals(NONE)) {
            return Optional.empty();
        }
        return KubernetesEndpoint.of(endpoint)
                .map(EndpointUse::obstacle)
                .orElseGet(() -> Optional.of("Targets of the style '" + endpoint.communicationStyle()
                        + "' are kept, but this version of the server cannot deploy to them. Use a target of the style"
                        + " Kubernetes or None."));
    }

    private static Optional<String> obstacle(KubernetesEndpoint cluster) {
        if (!cluster.proxyId().isEmpty()) {
            return Optional.of(
                    "The target is reached through a proxy, which this version of the server cannot use yet: it"
                            + " would contact the cluster directly. Clear the target's proxy if that is what you want.");
        }
        return obstacle(cluster.authentication());
    }

    private static Optional<String> obstacle(Authentication authentication) {
        return switch (authentication) {
            case Authentication.Other(String type)
            when type.isEmpty() ->
                Optional.of("The target does not say how to sign in to its cluster. Choose an account, a client"
                        + " certificate, or the token of a pod's service account.");
            case Authentication.Other(String type) ->
                Optional.of(
                        "The target signs in by '" + type + "', which is kept, but this version of the server cannot"
                                + " use it. Choose an account, a client certificate, or the token of a pod's service account.");
            case Authentication.Standard ignored -> Optional.empty();
            case Authentication.ClientCertificate ignored -> Optional.empty();
            case Authentication.PodService ignored -> Optional.empty();
        };
    }

    /** What is known of a target without asking it; empty for one that must be asked. */
    public static Optional<Finding> known(Machine.Endpoint endpoint) {
        if (endpoint.communicationStyle().equals(NONE)) {
            return Optional.of(new Finding(Health.HEALTHY, "Steps for this target run on the server."));
        }
        return obstacle(endpoint).map(sentence -> new Finding(Health.UNKNOWN, sentence));
    }
}
