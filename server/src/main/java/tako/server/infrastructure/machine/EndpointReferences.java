package tako.server.infrastructure.machine;

import java.util.stream.Stream;
import tako.server.resource.Reference;

/** What an endpoint points at. */
public final class EndpointReferences {
    private EndpointReferences() {}

    /** The documents that an endpoint names. */
    public static Stream<Reference> of(Machine.Endpoint endpoint) {
        return Stream.of(
                        Reference.from("Endpoint.DefaultWorkerPoolId", "WorkerPools", endpoint.defaultWorkerPoolId()),
                        Reference.from("Endpoint.ProxyId", Proxies.KIND.idPrefix(), endpoint.text("ProxyId")),
                        Reference.from("Endpoint.AccountId", "Accounts", endpoint.text("AccountId")),
                        Reference.from(
                                "Endpoint.ClusterCertificate", "Certificates", endpoint.text("ClusterCertificate")),
                        Reference.from(
                                "Endpoint.Authentication.AccountId",
                                "Accounts",
                                endpoint.text(KubernetesEndpoint.AUTHENTICATION, "AccountId")),
                        Reference.from(
                                "Endpoint.Authentication.ClientCertificate",
                                "Certificates",
                                endpoint.text(KubernetesEndpoint.AUTHENTICATION, "ClientCertificate")),
                        Reference.from("Endpoint.Container.FeedId", "Feeds", endpoint.text("Container", "FeedId")))
                .flatMap(references -> references);
    }
}
