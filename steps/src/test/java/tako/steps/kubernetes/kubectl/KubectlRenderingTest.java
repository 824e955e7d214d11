package tako.steps.kubernetes.kubectl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tako.steps.kubernetes.kubectl.KubectlBench.context;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tako.platform.secret.Secret;
import tako.server.delivery.step.Rendering.RenderedText;
import tako.server.delivery.step.RenderingRefused;
import tako.server.delivery.step.StepHandler.AfterCrash;
import tako.steps.kubernetes.TargetVariables;
import tako.steps.kubernetes.cluster.ClusterAccess;
import tako.steps.kubernetes.cluster.ClusterAccess.Identity;
import tako.steps.kubernetes.cluster.ClusterAccess.Trust;
import tako.steps.kubernetes.cluster.ClusterBounds;
import tako.steps.kubernetes.cluster.Clusters;
import tako.steps.kubernetes.manifest.ManifestYaml;
import tako.steps.scripting.ScriptProperties;

class KubectlRenderingTest {
    private static final Clusters CLUSTERS = new Clusters(ClusterBounds.STANDARD);
    private static final KubectlScriptStep STEP = new KubectlScriptStep(Map.of(), CLUSTERS);

    private static String kubeconfig(Trust trust, Identity identity) {
        return ManifestYaml.text(Kubeconfig.of(new ClusterAccess("https://cluster.example.org", trust, identity, "dev"))
                .json());
    }

    @Test
    void shows_the_script_and_the_kubeconfig_without_its_secrets() {
        var rendering = STEP.render(context(
                "kubectl get pods -n #{Octopus.Action.Kubernetes.Namespace}", Map.of(), TargetVariables.SOMEWHERE));

        assertThat(rendering.texts())
                .containsExactly(
                        new RenderedText("Script.sh", "bash", "kubectl get pods -n dev"),
                        new RenderedText("kubectl-octo.yml", "yaml", """
                                apiVersion: v1
                                kind: Config
                                clusters:
                                - name: octocluster
                                  cluster:
                                    server: https://127.0.0.1:1
                                users:
                                - name: octouser
                                  user:
                                    token: <token>
                                contexts:
                                - name: octocontext
                                  context:
                                    cluster: octocluster
                                    user: octouser
                                    namespace: dev
                                current-context: octocontext
                                """));
        assertThat(rendering.toString()).doesNotContain("t0ken-of-dev");
    }

    @Test
    void writes_every_kind_of_trust_and_identity_as_kubectl_knows_it() {
        assertThat(kubeconfig(new Trust.Anybody(), new Identity.Token(Secret.of("t0ken"))))
                .contains("insecure-skip-tls-verify: true", "token: t0ken");
        assertThat(kubeconfig(new Trust.Authority("PEM"), new Identity.UsernamePassword("me", Secret.of("swordfish"))))
                .contains("certificate-authority-data: UEVN", "username: me", "password: swordfish");
        assertThat(kubeconfig(new Trust.AuthorityFile(Path.of("/ca.crt")), new Identity.TokenFile(Path.of("/token"))))
                .contains("certificate-authority: /ca.crt", "tokenFile: /token");
        assertThat(kubeconfig(new Trust.SystemTrust(), new Identity.ClientCertificate("CERT", Secret.of("KEY"))))
                .contains("client-certificate-data: Q0VSVA==", "client-key-data: S0VZ");
    }

    @Test
    void takes_the_namespace_of_the_step_before_that_of_the_target() {
        var rendering =
                STEP.render(context("true", Map.of(KubectlScriptStep.NAMESPACE, "prod"), TargetVariables.SOMEWHERE));

        assertThat(rendering.access().namespace()).isEqualTo("prod");
        assertThat(rendering.kubectl()).isEqualTo("kubectl");
    }

    @Test
    void refuses_with_all_that_is_wrong() {
        assertThatThrownBy(() -> STEP.render(context("", Map.of(ScriptProperties.SOURCE, "Package"), Map.of())))
                .isInstanceOf(RenderingRefused.class)
                .hasMessageContaining("Put its text into the step")
                .hasMessageContaining("names no cluster");
    }

    @Test
    void describes_itself() {
        assertThat(STEP.actionTypes()).containsExactly("Octopus.KubernetesRunScript");
        assertThat(STEP.afterCrash()).isEqualTo(AfterCrash.FAIL);
        assertThat(STEP.fields())
                .extracting(field -> field.key())
                .contains(KubectlScriptStep.NAMESPACE, ScriptProperties.BODY)
                .doesNotHaveDuplicates();
    }
}
