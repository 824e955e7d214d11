package tako.server.projects.variable;

import java.util.List;
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
        var credentials = new Credentials(view, target.value().environmentIds());
        return KubernetesEndpoint.of(target.value().endpoint())
                .map(endpoint -> credentials.cluster(endpoint).contribution())
                .orElse(Contribution.NONE);
    }

    /** Opens what a target in some environments may use. */
    private final class Credentials {
        private final View view;
        private final List<String> environments;

        private Credentials(View view, List<String> environments) {
            this.view = view;
            this.environments = environments;
        }

        private ClusterVariables cluster(KubernetesEndpoint endpoint) {
            return new ClusterVariables(
                    endpoint,
                    certificate(endpoint.clusterCertificate()),
                    client(endpoint.authentication()),
                    account(endpoint.authentication()));
        }

        private Optional<CertificateMaterial> client(Authentication authentication) {
            return authentication instanceof Authentication.ClientCertificate(String id)
                    ? certificate(id)
                    : Optional.empty();
        }

        private Optional<AccountMaterial> account(Authentication authentication) {
            return authentication instanceof Authentication.Standard(String id) && !id.isBlank()
                    ? accounts.open(view, id, environments)
                    : Optional.empty();
        }

        private Optional<CertificateMaterial> certificate(String id) {
            return id.isBlank() ? Optional.empty() : certificates.open(view, id, environments);
        }
    }
}
