package tako.steps.kubernetes.kubectl;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tako.steps.kubernetes.kubectl.KubectlBench.context;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tako.platform.log.Level;
import tako.server.delivery.step.Outcome;
import tako.steps.kubernetes.Access;
import tako.steps.kubernetes.TargetVariables;
import tako.steps.kubernetes.cluster.ClusterAccess;
import tako.testbed.Namespace;
import tako.testbed.TestCluster;

/** Scripts with the real kubectl and a real cluster. */
@Tag("cluster")
@Timeout(60)
class KubectlScriptOnClusterTest {
    private static @Nullable TestCluster cluster;
    private static @Nullable Namespace namespace;

    @TempDir
    Path folder = Path.of("");

    private KubectlBench bench = new KubectlBench(folder);

    @BeforeAll
    static void join() {
        cluster = TestCluster.join();
        namespace = cluster.namespace();
    }

    @AfterAll
    static void leave() {
        requireNonNull(namespace).close();
    }

    @BeforeEach
    void open() {
        bench.close();
        bench = new KubectlBench(folder.resolve("work"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Outcome run(String body, ClusterAccess access) throws InterruptedException {
        var kubectl = requireNonNull(cluster).kubectlFolder().resolve("kubectl").toString();
        return bench.run(context(body, Map.of(KubectlScriptStep.PROGRAM, kubectl), TargetVariables.of(access)));
    }

    private Outcome run(String body) throws InterruptedException {
        return run(
                body, Access.administrator(requireNonNull(cluster), namespace().name()));
    }

    private static Namespace namespace() {
        return requireNonNull(namespace);
    }

    @Test
    void works_in_the_context_of_the_target() throws InterruptedException {
        var outcome = run("""
                set -eu
                kubectl config current-context
                kubectl config view --minify -o jsonpath='{..namespace}{"\\n"}'
                kubectl create configmap made --from-literal=by=script
                set_octopusvariable Made "$(kubectl get configmap made -o jsonpath='{.data.by}')"
                """);

        assertThat(outcome).isEqualTo(new Outcome.Succeeded());
        assertThat(bench.run.texts(Level.INFO))
                .containsExactly("octocontext", namespace().name(), "configmap/made created");
        assertThat(requireNonNull(bench.run.outputs.get("Made")).value()).isEqualTo("script");
        assertThat(namespace().has("configmap", "made")).isTrue();
        assertThat(bench.run.texts(Level.VERBOSE)).anyMatch(text -> text.startsWith("Client Version: v"));
    }

    @Test
    void signs_in_by_token_too() throws InterruptedException {
        var access = Access.token(
                requireNonNull(cluster), namespace().name(), namespace().token(tako.testbed.Access.READ_ONLY));

        assertThat(run("kubectl auth whoami -o jsonpath='{.status.userInfo.username}'", access))
                .isEqualTo(new Outcome.Succeeded());
        assertThat(bench.run.texts(Level.INFO))
                .containsExactly("system:serviceaccount:" + namespace().name() + ":read-only");
    }

    @Test
    void makes_the_namespace_before_the_script_starts() throws InterruptedException {
        try (var missing = requireNonNull(cluster).namespaceToBeMade()) {
            var access = Access.administrator(requireNonNull(cluster), missing.name());

            assertThat(run("kubectl get configmaps -o name", access)).isEqualTo(new Outcome.Succeeded());
            assertThat(bench.run.texts(Level.INFO))
                    .first()
                    .isEqualTo("Made the namespace " + missing.name() + ", which did not exist.");
        }
    }

    @Test
    void fails_as_its_kubectl_fails() throws InterruptedException {
        assertThat(run("kubectl get configmap nobody")).isEqualTo(new Outcome.Failed("The script exited with code 1."));
        assertThat(bench.run.texts(Level.ERROR)).anyMatch(text -> text.contains("\"nobody\" not found"));
    }

    @Test
    void cancelling_ends_kubectl_and_removes_the_kubeconfig() throws Exception {
        var ended = new CompletableFuture<String>();
        var thread = Thread.ofVirtual().start(() -> {
            try {
                ended.complete(run("echo ready; kubectl get configmaps --watch").toString());
            } catch (InterruptedException e) {
                ended.complete("interrupted");
            }
        });
        await().until(() -> bench.run.texts(Level.INFO).contains("ready"));
        await().until(() -> watches());
        thread.interrupt();

        assertThat(ended).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("interrupted");
        assertThat(watches()).isFalse();
        try (var left = Files.list(folder.resolve("work"))) {
            assertThat(left).isEmpty();
        }
    }

    private boolean watches() {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> process.info()
                        .arguments()
                        .filter(words -> String.join(" ", words).equals("get configmaps --watch"))
                        .isPresent());
    }
}
