package tako.steps.kubernetes.cluster;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.server.infrastructure.machine.TargetProbe.Finding;
import tako.server.infrastructure.machine.TargetProbe.Health;
import tako.steps.kubernetes.Access;
import tako.testbed.Namespace;
import tako.testbed.TestCluster;

/** What a health check finds out about a real cluster. */
@Tag("cluster")
class KubernetesProbeOnClusterTest {
    private static @Nullable TestCluster cluster;

    private final List<String> log = new ArrayList<>();

    @BeforeAll
    static void join() {
        cluster = TestCluster.join();
    }

    @Test
    void a_cluster_that_takes_deployments_is_healthy_and_tells_its_version() throws InterruptedException {
        try (var namespace = cluster().namespace()) {
            var finding = probe(Access.administrator(cluster(), namespace.name()));

            assertThat(finding.health()).isEqualTo(Health.HEALTHY);
            assertThat(finding.summary()).startsWith("The cluster answers: Kubernetes v1.");
            assertThat(log)
                    .contains("The namespace \"" + namespace.name() + "\" exists.")
                    .first()
                    .asString()
                    .startsWith("This server has no kubectl in its PATH");
        }
    }

    @Test
    void a_namespace_that_may_be_made_is_as_good_as_there() throws InterruptedException {
        var finding = probe(Access.administrator(cluster(), "to-be-made-later"));

        assertThat(finding.health()).isEqualTo(Health.HEALTHY);
        assertThat(log).contains("The namespace \"to-be-made-later\" does not exist yet.");
        assertThat(cluster().has("namespace", "to-be-made-later", "default")).isFalse();
    }

    @Test
    void who_owns_one_namespace_is_healthy_there_and_not_elsewhere() throws InterruptedException {
        try (var namespace = cluster().namespace()) {
            var token = namespace.token(tako.testbed.Access.NAMESPACE);

            assertThat(probe(Access.token(cluster(), namespace.name(), token)).health())
                    .isEqualTo(Health.HEALTHY);
            assertThat(probe(Access.token(cluster(), "elsewhere", token)))
                    .isEqualTo(
                            new Finding(
                                    Health.UNHEALTHY,
                                    "The cluster does not let this target deploy into the namespace \"elsewhere\": it may not patch deployments there. Give its user a role that allows it."));
        }
    }

    @Test
    void who_may_patch_and_not_create_is_told_so() throws InterruptedException {
        try (var namespace = cluster().namespace()) {
            assertThat(probe(limited(namespace, "patch", "deployments.apps")))
                    .isEqualTo(new Finding(
                            Health.UNHEALTHY,
                            "The cluster does not let this target deploy into the namespace \"" + namespace.name()
                                    + "\": it may not create deployments there. Give its user a role that allows it."));
        }
    }

    @Test
    void a_namespace_that_cannot_be_read_is_known_by_what_it_holds() throws InterruptedException {
        try (var namespace = cluster().namespace()) {
            await().until(() -> namespace.has("configmap", "kube-root-ca.crt"));

            assertThat(probe(limited(namespace, "patch,create,list", "deployments.apps,configmaps"))
                            .health())
                    .isEqualTo(Health.HEALTHY);
        }
    }

    @Test
    void that_a_namespace_could_not_be_checked_is_a_warning() throws InterruptedException {
        try (var namespace = cluster().namespace()) {
            assertThat(probe(limited(namespace, "patch,create", "deployments.apps")))
                    .isEqualTo(new Finding(
                            Health.HAS_WARNINGS,
                            "The cluster answers, but does not let this target see whether the namespace \""
                                    + namespace.name()
                                    + "\" exists. Make sure that it does, or let the target's user read it."));
        }
    }

    /** As somebody who may do nothing but this. */
    private ClusterAccess limited(Namespace namespace, String verbs, String resources) {
        var token = namespace.token(tako.testbed.Access.NONE);
        var account = namespace.name() + ":" + namespace.serviceAccount(tako.testbed.Access.NONE);
        namespace.kubectl("create", "role", "limited", "--verb=" + verbs, "--resource=" + resources);
        namespace.kubectl("create", "rolebinding", "limited", "--role=limited", "--serviceaccount=" + account);
        return Access.token(cluster(), namespace.name(), token);
    }

    @Test
    void who_is_unknown_or_cannot_be_reached_is_told_in_a_sentence() throws InterruptedException {
        assertThat(probe(Access.token(cluster(), "default", "nonsense"))).satisfies(finding -> {
            assertThat(finding.health()).isEqualTo(Health.UNHEALTHY);
            assertThat(finding.summary()).contains("does not know who asks (401)");
        });
        assertThat(probe(Access.at("https://127.0.0.1:1", cluster(), "default")))
                .satisfies(finding -> {
                    assertThat(finding.health()).isEqualTo(Health.UNAVAILABLE);
                    assertThat(finding.summary()).contains("refuses the connection");
                });
    }

    private Finding probe(ClusterAccess access) throws InterruptedException {
        try (var clusters = new Clusters(ClusterBounds.STANDARD)) {
            return new KubernetesProbe(clusters, () -> false).probe(access, log::add);
        }
    }

    private static TestCluster cluster() {
        return requireNonNull(cluster);
    }
}
