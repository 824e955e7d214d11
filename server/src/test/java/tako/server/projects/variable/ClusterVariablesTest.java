package tako.server.projects.variable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tako.platform.secret.Secret;
import tako.server.infrastructure.account.AccountMaterial;
import tako.server.infrastructure.machine.KubernetesEndpoint;
import tako.server.infrastructure.machine.KubernetesEndpoint.Authentication;

/** Which variables tell the way to a cluster. Those of certificates are tested with real ones, on a real cluster. */
class ClusterVariablesTest {
    private static TargetVariables.Contribution of(Authentication authentication, Optional<AccountMaterial> account) {
        var endpoint = new KubernetesEndpoint(
                "https://10.0.0.1:6443", "", "/etc/ca.crt", "randomquotes-dev", false, "", authentication);
        return new ClusterVariables(endpoint, Optional.empty(), Optional.empty(), account).contribution();
    }

    @Test
    void address_namespace_and_trust_are_told_whoever_signs_in() {
        var contribution = of(new Authentication.Other("KubernetesAws"), Optional.empty());

        assertThat(contribution.plain())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Octopus.Action.Kubernetes.ClusterUrl", "https://10.0.0.1:6443",
                        "Octopus.Action.Kubernetes.Namespace", "randomquotes-dev",
                        "Octopus.Action.Kubernetes.SkipTlsVerification", "False",
                        "Octopus.Action.Kubernetes.CertificateAuthorityPath", "/etc/ca.crt"));
        assertThat(contribution.secret()).isEmpty();
    }

    @Test
    void a_token_is_secret() {
        var contribution = of(
                new Authentication.Standard("Accounts-1"), Optional.of(new AccountMaterial.Token(Secret.of("t0ken"))));

        assertThat(contribution.plain()).containsEntry("Octopus.Account.AccountType", "Token");
        assertThat(contribution.secret()).isEqualTo(Map.of("Octopus.Account.Token", Secret.of("t0ken")));
    }

    @Test
    void of_a_user_only_the_password_is_secret() {
        var contribution = of(
                new Authentication.Standard("Accounts-1"),
                Optional.of(new AccountMaterial.UsernamePassword("ada", Secret.of("pa55word"))));

        assertThat(contribution.plain())
                .containsEntry("Octopus.Account.AccountType", "UsernamePassword")
                .containsEntry("Octopus.Account.Username", "ada");
        assertThat(contribution.secret()).isEqualTo(Map.of("Octopus.Account.Password", Secret.of("pa55word")));
    }

    @Test
    void an_account_that_cannot_sign_in_there_tells_its_type() {
        var contribution = of(
                new Authentication.Standard("Accounts-1"),
                Optional.of(new AccountMaterial.Other("AmazonWebServicesAccount")));

        assertThat(contribution.plain()).containsEntry("Octopus.Account.AccountType", "AmazonWebServicesAccount");
        assertThat(contribution.secret()).isEmpty();
    }

    @Test
    void the_pod_s_own_account_is_a_file() {
        var contribution = of(new Authentication.PodService("/var/run/token"), Optional.empty());

        assertThat(contribution.plain())
                .containsEntry("Octopus.Action.Kubernetes.PodServiceAccountTokenPath", "/var/run/token");
    }
}
