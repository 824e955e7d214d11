package tako.server.projects.variable;

import java.util.Optional;
import tako.platform.database.View;
import tako.server.infrastructure.account.AccountMaterial;
import tako.server.infrastructure.account.AccountVault;
import tako.server.infrastructure.machine.Machine;
import tako.server.library.certificate.CertificateMaterial;
import tako.server.library.certificate.CertificateVault;
import tako.server.resource.Stored;
import tools.jackson.databind.JsonNode;

/** What targets contribute, with the certificates and accounts that their endpoints name. */
public final class EndpointVariables implements TargetVariables {
    private final CertificateVault certificates;
    private final AccountVault accounts;

    public EndpointVariables(CertificateVault certificates, AccountVault accounts) {
        this.certificates = certificates;
        this.accounts = accounts;
    }

    @Override
    public Contribution of(View view, Stored<Machine> target) {
        JsonNode endpoint = target.json().path("Endpoint");
        if (!target.value().endpoint().communicationStyle().equals("Kubernetes")) {
            return Contribution.NONE;
        }
        JsonNode authentication = endpoint.path("Authentication");
        return new KubernetesEndpoint(
                        endpoint,
                        certificate(view, endpoint.path("ClusterCertificate")),
                        certificate(view, authentication.path("ClientCertificate")),
                        account(view, authentication.path("AccountId")))
                .variables();
    }

    private Optional<CertificateMaterial> certificate(View view, JsonNode id) {
        return named(id).flatMap(text -> certificates.open(view, text));
    }

    private Optional<AccountMaterial> account(View view, JsonNode id) {
        return named(id).flatMap(text -> accounts.open(view, text));
    }

    private static Optional<String> named(JsonNode id) {
        return Optional.of(id.asString("").strip()).filter(text -> !text.isEmpty());
    }
}
