package tako.server.projects.variable;

import java.util.Optional;
import tako.platform.database.View;
import tako.server.infrastructure.account.AccountMaterial;
import tako.server.infrastructure.account.AccountVault;
import tako.server.infrastructure.machine.KubernetesEndpoint;
import tako.server.infrastructure.machine.KubernetesEndpoint.Authentication;
import tako.server.infrastructure.machine.Machine;
import tako.server.library.certificate.CertificateMaterial;
import tako.server.library.certificate.CertificateVault;
import tako.server.resource.Stored;

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
        return KubernetesEndpoint.of(target.value().endpoint())
                .map(endpoint -> cluster(view, endpoint).contribution())
                .orElse(Contribution.NONE);
    }

    private ClusterVariables cluster(View view, KubernetesEndpoint endpoint) {
        return new ClusterVariables(
                endpoint,
                certificate(view, endpoint.clusterCertificate()),
                client(view, endpoint.authentication()),
                account(view, endpoint.authentication()));
    }

    private Optional<CertificateMaterial> client(View view, Authentication authentication) {
        return authentication instanceof Authentication.ClientCertificate(String id)
                ? certificate(view, id)
                : Optional.empty();
    }

    private Optional<AccountMaterial> account(View view, Authentication authentication) {
        return authentication instanceof Authentication.Standard(String id) && !id.isBlank()
                ? accounts.open(view, id)
                : Optional.empty();
    }

    private Optional<CertificateMaterial> certificate(View view, String id) {
        return id.isBlank() ? Optional.empty() : certificates.open(view, id);
    }
}
