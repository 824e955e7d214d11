package tako.steps.kubernetes.kubectl;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.steps.kubernetes.kubectl.KubectlBench.context;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tako.platform.log.Level;
import tako.server.delivery.step.Outcome;
import tako.steps.kubernetes.TargetVariables;
import tako.steps.scripting.ScriptProperties;

/** What happens around the script; the cluster need not exist. A program of ours stands in kubectl's place, because only its name counts. */
@Timeout(60)
class KubectlScriptTest {
    @TempDir
    Path folder = Path.of("");

    private KubectlBench bench = new KubectlBench(folder);

    @BeforeEach
    void open() {
        bench.close();
        bench = new KubectlBench(folder.resolve("work"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Path program(String text) throws Exception {
        var file = Files.writeString(folder.resolve("my-kubectl"), "#!/bin/sh\n" + text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private Outcome run(String body, Path program) throws InterruptedException {
        return run(body, Map.of(KubectlScriptStep.PROGRAM, program.toString()));
    }

    private Outcome run(String body, Map<String, String> properties) throws InterruptedException {
        return bench.run(context(body, properties, TargetVariables.SOMEWHERE));
    }

    @Test
    void a_missing_kubectl_is_told_before_the_script_starts() throws Exception {
        var outcome = run("echo started", Path.of("/nowhere/kubectl"));

        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(bench.run.texts(Level.ERROR))
                .singleElement()
                .asString()
                .startsWith("The program /nowhere/kubectl was not found on this machine (PATH is ")
                .endsWith(
                        "Install kubectl there, or name its path in Octopus.Action.Kubernetes.CustomKubectlExecutable.");
        assertThat(bench.run.texts(Level.INFO)).isEmpty();
    }

    @Test
    void a_kubectl_that_does_not_run_is_told_with_its_words() throws Exception {
        run("echo started", program("echo broken machine >&2; exit 3"));

        assertThat(bench.run.texts(Level.ERROR))
                .singleElement()
                .asString()
                .endsWith("does not run as kubectl: broken machine");
        assertThat(bench.run.texts(Level.INFO)).isEmpty();
    }

    @Test
    void scripts_call_it_kubectl_whatever_its_name_is() throws Exception {
        var outcome = run("kubectl get pods; (cd / && kubectl get nodes)", program("echo \"$0: $*\" | sed 's#.*/##'"));

        assertThat(outcome).isEqualTo(new Outcome.Succeeded());
        assertThat(bench.run.texts(Level.VERBOSE)).contains("my-kubectl: version --client");
        assertThat(bench.run.texts(Level.INFO)).containsExactly("kubectl: get pods", "kubectl: get nodes");
    }

    @Test
    void the_kubeconfig_is_its_owners_and_gone_afterwards() throws Exception {
        run("ls -l \"$KUBECONFIG\" | cut -c1-10; echo \"$KUBECONFIG\"", program("true"));

        assertThat(bench.run.texts(Level.INFO)).first().isEqualTo("-rw-------");
        var file = Path.of(bench.run.texts(Level.INFO).getLast());
        assertThat(file).isAbsolute().hasFileName("kubectl-octo.yml").doesNotExist();
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void its_secrets_are_masked_and_never_logged() throws Exception {
        run("true", program("true"));

        assertThat(bench.run.masked).contains("t0ken-of-dev");
        assertThat(bench.run.lines.toString()).doesNotContain("t0ken-of-dev");
    }

    @Test
    void python_has_it_too() throws Exception {
        var outcome = run(
                "import os, subprocess\nprint(os.path.exists(os.environ['KUBECONFIG']))\nsubprocess.run(['kubectl', 'x'], check=True)",
                Map.of(
                        ScriptProperties.SYNTAX,
                        "Python",
                        KubectlScriptStep.PROGRAM,
                        program("echo \"$*\"").toString()));

        assertThat(outcome).isEqualTo(new Outcome.Succeeded());
        assertThat(bench.run.texts(Level.INFO)).containsExactlyInAnyOrder("True", "x");
    }

    @Test
    void powershell_is_not_run_and_says_the_way_out() throws Exception {
        run("kubectl get pods", Map.of(ScriptProperties.SYNTAX, "PowerShell"));

        assertThat(bench.run.texts(Level.ERROR))
                .singleElement()
                .asString()
                .contains("Write the script in Bash or Python");
    }

    @Test
    void a_cluster_that_is_away_does_not_keep_the_script_from_starting() throws Exception {
        assertThat(run("echo started", program("true"))).isEqualTo(new Outcome.Succeeded());
        assertThat(bench.run.texts(Level.VERBOSE))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("Whether the namespace dev exists is not known.")
                        .contains("refuses the connection"));
    }
}
