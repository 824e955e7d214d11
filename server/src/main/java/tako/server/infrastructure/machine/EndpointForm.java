package tako.server.infrastructure.machine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings what clients send of an endpoint into the wire's letter case; members that nobody knows stay as they are. Of the styles that
 * clients know, all are stored: what a style means is told by {@link EndpointUse}.
 */
final class EndpointForm {
    /** The communication styles that clients know. */
    static final List<String> STYLES = List.of(
            "None",
            "Kubernetes",
            "KubernetesTentacle",
            "TentaclePassive",
            "TentacleActive",
            "Ssh",
            "OfflineDrop",
            "AzureWebApp",
            "AzureCloudService",
            "AzureServiceFabricCluster",
            "AwsEcsCluster",
            "StepPackage");

    private static final String STYLE = "CommunicationStyle";
    private static final String SKIP_TLS = "SkipTlsVerification";
    private static final Map<String, String> MEMBERS = byLowerCase(
            "ClusterUrl",
            "ClusterCertificate",
            "ClusterCertificatePath",
            "Namespace",
            SKIP_TLS,
            "ProxyId",
            "RunningInContainer",
            "Container",
            "ContainerOptions",
            KubernetesEndpoint.AUTHENTICATION,
            "AccountId",
            "Host",
            "Port",
            "Uri",
            "Thumbprint",
            "Fingerprint");
    private static final Map<String, String> SECTION_MEMBERS = byLowerCase(
            "AuthenticationType", "AccountId", "ClientCertificate", "TokenPath", "ClusterName", "Image", "FeedId");

    private EndpointForm() {}

    /**
     * @param endpoint a member {@code Endpoint}, changed in place
     * @return the same, typed
     */
    static Machine.Endpoint complete(ObjectNode endpoint) {
        String style = endpoint.path(STYLE).asString("").strip();
        endpoint.put(
                STYLE,
                STYLES.stream().filter(style::equalsIgnoreCase).findFirst().orElse(style));
        rename(endpoint, MEMBERS);
        Stream.of(KubernetesEndpoint.AUTHENTICATION, "Container")
                .map(endpoint::get)
                .filter(ObjectNode.class::isInstance)
                .forEach(section -> rename((ObjectNode) section, SECTION_MEMBERS));
        if (endpoint.path(STYLE).asString("").equals(KubernetesEndpoint.STYLE)) {
            endpoint.put(SKIP_TLS, isTrue(endpoint.path(SKIP_TLS)) ? "True" : "False");
        }
        return typed(endpoint);
    }

    private static Machine.Endpoint typed(ObjectNode endpoint) {
        var members = new LinkedHashMap<String, JsonNode>();
        endpoint.forEachEntry(members::put);
        return new Machine.Endpoint(
                endpoint.path(STYLE).asString(""),
                endpoint.path("DefaultWorkerPoolId").asString(""),
                members);
    }

    /** It is a text on the wire, both ways; some send a boolean. */
    private static boolean isTrue(JsonNode node) {
        return node.asString("").strip().equalsIgnoreCase("true");
    }

    private static void rename(ObjectNode object, Map<String, String> names) {
        for (String sent : List.copyOf(object.propertyNames())) {
            Optional.ofNullable(names.get(lower(sent)))
                    .filter(name -> !name.equals(sent))
                    .ifPresent(name -> object.set(name, object.remove(sent)));
        }
    }

    private static Map<String, String> byLowerCase(String... names) {
        return Stream.of(names).collect(Collectors.toMap(EndpointForm::lower, Function.identity()));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
