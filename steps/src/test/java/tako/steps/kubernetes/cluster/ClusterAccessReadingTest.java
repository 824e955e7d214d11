package tako.steps.kubernetes.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tako.octostache.Variables;
import tako.platform.secret.Secret;
import tako.server.delivery.step.RenderingRefused;
import tako.steps.kubernetes.cluster.ClusterAccess.Identity;
import tako.steps.kubernetes.cluster.ClusterAccess.Trust;

/** From the variables that a target contributes to the way into its cluster. */
class ClusterAccessReadingTest {
    private static final String P = "Octopus.Action.Kubernetes.";
    private static final String URL = P + "ClusterUrl=https://10.0.0.1:6443";
    private static final String TOKEN = "Octopus.Account.AccountType=Token";
    private static final String SECRET = "Octopus.Account.Token=t0ken";

    @Test
    void a_client_certificate_and_an_authority_by_their_names() {
        assertThat(read(
                        URL,
                        P + "Namespace=dev",
                        P + "ClientCertificate=Cert1",
                        "Cert1.CertificatePem=CERT",
                        "Cert1.PrivateKeyPem=KEY",
                        P + "CertificateAuthority=Ca",
                        "Ca.CertificatePem=AUTHORITY"))
                .isEqualTo(new ClusterAccess(
                        "https://10.0.0.1:6443",
                        new Trust.Authority("AUTHORITY"),
                        new Identity.ClientCertificate("CERT", Secret.of("KEY")),
                        "dev"));
    }

    @Test
    void a_token_a_user_and_a_pods_token() {
        assertThat(read(URL, TOKEN, SECRET).identity()).isEqualTo(new Identity.Token(Secret.of("t0ken")));
        assertThat(read(
                                URL,
                                "Octopus.Account.AccountType=UsernamePassword",
                                "Octopus.Account.Username=ann",
                                "Octopus.Account.Password=p")
                        .identity())
                .isEqualTo(new Identity.UsernamePassword("ann", Secret.of("p")));
        assertThat(read(
                        URL,
                        P + "PodServiceAccountTokenPath=/run/secrets/token",
                        P + "CertificateAuthorityPath=/run/secrets/ca.crt"))
                .isEqualTo(new ClusterAccess(
                        "https://10.0.0.1:6443",
                        new Trust.AuthorityFile(Path.of("/run/secrets/ca.crt")),
                        new Identity.TokenFile(Path.of("/run/secrets/token")),
                        "default"));
    }

    @Test
    void skipping_the_verification_goes_before_every_authority() {
        assertThat(read(URL, TOKEN, SECRET, P + "SkipTlsVerification=True", P + "CertificateAuthority=Ca")
                        .trust())
                .isEqualTo(new Trust.Anybody());
        assertThat(read(URL, TOKEN, SECRET, P + "SkipTlsVerification=False").trust())
                .isEqualTo(new Trust.SystemTrust());
    }

    @Test
    void the_steps_namespace_goes_before_the_targets() {
        var variables = variables(URL, TOKEN, SECRET, P + "Namespace=target");
        assertThat(ClusterAccessReading.of(variables, Optional.of("step")).namespace())
                .isEqualTo("step");
        assertThat(ClusterAccessReading.of(variables, Optional.of(" ")).namespace())
                .isEqualTo("target");
    }

    @Test
    void what_is_missing_is_told_in_sentences() {
        assertThat(problems()).containsExactly("The target names no cluster. Give it the cluster's address (URL).");
        assertThat(problems(URL))
                .containsExactly(
                        "The target does not say who signs in to the cluster. Choose an account or a client certificate.");
        assertThat(problems(URL, TOKEN))
                .containsExactly("The target's token account holds no token. Edit the account.");
        assertThat(problems(URL, P + "ClientCertificate=C", "C.CertificatePem=CERT"))
                .containsExactly(
                        "The target's client certificate has no private key. Upload it with its key, for instance as a PFX file.");
        assertThat(problems(URL, TOKEN, SECRET, P + "CertificateAuthority=Ca"))
                .containsExactly(
                        "The cluster certificate of the target holds no certificate. Choose another one, or upload it again.");
        assertThat(problems(P + "ClusterUrl=10.0.0.1", TOKEN, SECRET))
                .containsExactly(
                        "The cluster's address \"10.0.0.1\" is no address of an API server. Write it like https://10.0.0.1:6443.");
    }

    @Test
    void a_password_in_the_address_is_refused_and_not_repeated() {
        assertThat(problems(P + "ClusterUrl=https://ann:hu/sh@10.0.0.1:6443", TOKEN, SECRET))
                .containsExactly(
                        "The cluster's address \"https://10.0.0.1:6443\" has a user name or a password before it. Remove them, and choose an account of the type user name and password.");
        assertThat(problems(P + "ClusterUrl=ann:hush@10.0.0.1", TOKEN, SECRET))
                .singleElement()
                .asString()
                .contains("\"10.0.0.1\"")
                .doesNotContain("hush");
    }

    @Test
    void several_clouds_are_refused_always_in_the_same_order() {
        assertThat(problems(P + "GkeClusterName=g", P + "AksClusterName=a", P + "EksClusterName=e", URL, TOKEN, SECRET))
                .extracting(problem -> problem.replaceAll(".* the (.*) cluster .*", "$1"))
                .containsExactly("Amazon EKS", "Azure AKS", "Google GKE");
    }

    @Test
    void the_clouds_own_ways_are_refused_by_name() {
        assertThat(problems(P + "EksClusterName=prod", "Octopus.Account.AccountType=AmazonWebServicesAccount"))
                .containsExactly(
                        "The target is the Amazon EKS cluster \"prod\", and this version of Tako does not sign in there by the cloud's account. Give the target the cluster's address and a token, a client certificate, or a user name and password.",
                        "The target signs in by an account of type AmazonWebServicesAccount, which does not lead into a cluster in this version of Tako. Choose a token, a user name with a password, or a client certificate.");
    }

    @Test
    void no_file_is_named_but_those_that_a_cluster_gives_to_its_pods() {
        assertThat(problems(
                        URL,
                        P + "PodServiceAccountTokenPath=/home/tako/master.key",
                        P + "CertificateAuthorityPath=/run/secrets/../ca.crt"))
                .satisfiesExactly(
                        problem -> assertThat(problem).contains("\"/run/secrets/../ca.crt\", does not lead below"),
                        problem -> assertThat(problem).contains("\"/home/tako/master.key\", does not lead below"));
    }

    private static List<String> problems(String... variables) {
        return java.util.Objects.requireNonNull(catchThrowableOfType(RenderingRefused.class, () -> read(variables)))
                .problems();
    }

    private static ClusterAccess read(String... variables) {
        return ClusterAccessReading.of(variables(variables), Optional.empty());
    }

    private static Variables variables(String... pairs) {
        Map<String, String> values = new TreeMap<>();
        Arrays.stream(pairs)
                .forEach(pair ->
                        values.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)));
        return Variables.of(values);
    }
}
