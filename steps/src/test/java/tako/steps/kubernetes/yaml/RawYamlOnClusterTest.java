package tako.steps.kubernetes.yaml;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tako.platform.log.Level;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RenderingRefused;
import tako.steps.kubernetes.Access;
import tako.steps.kubernetes.Objects;
import tako.steps.kubernetes.RecordedStep;
import tako.steps.kubernetes.TargetVariables;
import tako.steps.kubernetes.cluster.ClusterBounds;
import tako.steps.kubernetes.cluster.Clusters;
import tako.steps.kubernetes.rollout.RolloutProperties;
import tako.testbed.Namespace;
import tako.testbed.TestCluster;

/** YAML of steps in a real cluster. */
@Tag("cluster")
@Timeout(120)
class RawYamlOnClusterTest {
    private static final String HELLO = "registry.local/hello:1";

    private static @Nullable TestCluster cluster;
    private static @Nullable Namespace namespace;

    private final RecordedStep log = new RecordedStep();
    private final Clusters clusters = new Clusters(ClusterBounds.STANDARD);

    @BeforeAll
    static void join() {
        cluster = TestCluster.join();
        namespace = cluster.namespace();
    }

    @AfterAll
    static void leave() {
        requireNonNull(namespace).close();
    }

    @AfterEach
    void close() {
        clusters.close();
    }

    private static Namespace namespace() {
        return requireNonNull(namespace);
    }

    private static TestCluster cluster() {
        return requireNonNull(cluster);
    }

    private Outcome deploy(String yaml, Map<String, String> properties, String inNamespace)
            throws InterruptedException {
        var all = new HashMap<>(properties);
        all.put(RawYamlProperties.BODY, yaml);
        var access = Access.administrator(cluster(), inNamespace);
        var step = new RawYamlStep(clusters);
        return step.run(step.render(RawYaml.context(all, TargetVariables.of(access), Set.of())), log);
    }

    private Outcome deploy(String yaml) throws InterruptedException {
        return deploy(yaml, Map.of(), namespace().name());
    }

    private static String map(String name, String data) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + "}\ndata: {" + data + "}\n";
    }

    private static String failure(Outcome outcome) {
        return outcome instanceof Outcome.Failed(String reason) ? reason : outcome.toString();
    }

    @Test
    void applies_all_documents_in_order_and_waits_until_they_are_up() throws InterruptedException {
        var outcome = deploy(map("settings", "mode: '0644'") + "---\n"
                + Objects.workload("Deployment", "apps/v1", "web", HELLO) + "---\n"
                + "apiVersion: v1\nkind: Secret\nmetadata: {name: key}\nstringData: {a: b}\n");

        assertThat(outcome).isEqualTo(new Outcome.Succeeded());
        assertThat(namespace().kubectl("get", "deployment", "web", "-o", "jsonpath={.status.availableReplicas}"))
                .isEqualTo("1");
        assertThat(namespace().kubectl("get", "configmap", "settings", "-o", "jsonpath={.data.mode}"))
                .isEqualTo("0644");
        assertThat(log.texts(Level.VERBOSE))
                .filteredOn(text -> text.startsWith("Applied "))
                .extracting(text -> text.replaceAll(" in namespace.*", ""))
                .containsExactly("Applied ConfigMap settings", "Applied Deployment web", "Applied Secret key");
        assertThat(log.outputs().keySet())
                .containsExactlyInAnyOrder("CustomResources(settings)", "CustomResources(web)", "CustomResources(key)");
        assertThat(requireNonNull(log.outputs().get("CustomResources(web)")).value())
                .contains("\"availableReplicas\":1")
                .doesNotContain("managedFields");
        assertThat(requireNonNull(log.outputs().get("CustomResources(key)")).sensitive())
                .isTrue();
    }

    @Test
    void makes_the_namespace_that_is_missing() throws InterruptedException {
        try (var missing = cluster().namespaceToBeMade()) {
            assertThat(deploy(map("a", "b: c"), Map.of(), missing.name())).isEqualTo(new Outcome.Succeeded());
            assertThat(missing.has("configmap", "a")).isTrue();
        }
    }

    @Test
    void applies_a_definition_and_at_once_an_object_of_the_new_kind() throws InterruptedException {
        var group = namespace().name() + ".example.org";
        try {
            var outcome = deploy("""
                    apiVersion: apiextensions.k8s.io/v1
                    kind: CustomResourceDefinition
                    metadata: {name: quotes.%1$s}
                    spec:
                      group: %1$s
                      scope: Namespaced
                      names: {plural: quotes, singular: quote, kind: Quote}
                      versions:
                      - name: v1
                        served: true
                        storage: true
                        schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {text: {type: string}}}}}}
                    ---
                    apiVersion: %1$s/v1
                    kind: Quote
                    metadata: {name: first}
                    spec: {text: hello}
                    """.formatted(group));

            assertThat(outcome).isEqualTo(new Outcome.Succeeded());
            assertThat(namespace().kubectl("get", "quotes." + group, "first", "-o", "jsonpath={.spec.text}"))
                    .isEqualTo("hello");
        } finally {
            cluster().kubectl("delete", "crd", "quotes." + group, "--ignore-not-found", "--wait=false");
        }
    }

    @Test
    void a_kind_that_the_cluster_lacks_fails_after_what_stands_before_it() throws InterruptedException {
        var outcome = deploy(
                map("before", "a: b") + "---\napiVersion: nowhere.example.org/v1\nkind: Quote\nmetadata: {name: a}\n");

        assertThat(failure(outcome)).contains("does not know the kind Quote of nowhere.example.org/v1");
        assertThat(log.texts(Level.ERROR)).containsExactly(failure(outcome));
        assertThat(log.texts(Level.INFO)).contains("Applied were: ConfigMap before.");
        assertThat(namespace().has("configmap", "before")).isTrue();
    }

    @Test
    void another_namespace_is_refused_before_anything_is_applied() {
        assertThatThrownBy(() -> deploy(map("early", "a: b")
                        + "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: kube-system}\n"))
                .isInstanceOf(RenderingRefused.class)
                .hasMessageContaining("it is to go into the namespace \"kube-system\"");
        assertThat(namespace().has("configmap", "early")).isFalse();
    }

    @Test
    void an_object_that_the_cluster_refuses_fails_with_its_words() throws InterruptedException {
        assertThat(failure(deploy("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndate: {a: b}\n")))
                .contains("date");
    }

    @Test
    void fields_that_somebody_else_set_are_taken_over_or_left_as_the_step_says() throws InterruptedException {
        namespace().kubectl("create", "configmap", "shared", "--from-literal=owner=somebody");

        var refused = deploy(
                map("shared", "owner: me"),
                Map.of(RolloutProperties.FORCE, "False"),
                namespace().name());
        assertThat(failure(refused)).contains("ConfigMap shared").contains("kubectl");
        assertThat(deploy(map("shared", "owner: me"))).isEqualTo(new Outcome.Succeeded());
        assertThat(namespace().kubectl("get", "configmap", "shared", "-o", "jsonpath={.data.owner}"))
                .isEqualTo("me");
        assertThat(log.everything()).contains("Taking over fields of ConfigMap shared");
    }

    @Test
    void what_does_not_come_up_fails_with_its_cause() throws InterruptedException {
        var outcome = deploy(Objects.workload("Deployment", "apps/v1", "missing", "registry.local/nobody:9"));

        assertThat(failure(outcome)).contains("Deployment missing").contains("cannot be pulled");
        assertThat(log.texts(Level.INFO)).contains("Applied were: Deployment missing.");
    }

    @Test
    void cancelling_the_wait_says_what_was_applied() {
        var ended = new CompletableFuture<String>();
        var thread = Thread.ofVirtual().start(() -> {
            try {
                ended.complete(deploy(Objects.workload("Deployment", "apps/v1", "slow", "registry.local/nobody:8"))
                        .toString());
            } catch (InterruptedException e) {
                ended.complete("interrupted");
            }
        });
        await().until(() -> log.everything().contains("Applied Deployment slow"));
        thread.interrupt();

        assertThat(ended).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("interrupted");
        assertThat(log.texts(Level.WARNING))
                .contains("The step was stopped. Applied were: Deployment slow. It stays as it is.");
    }
}
