package tako.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class TestClusterTest {
    private final TestCluster cluster = TestCluster.join();

    @Test
    void answersItsAdministrator() {
        assertThat(cluster.kubectl(
                        "get", "nodes", "--output=jsonpath={.items[*].status.conditions[?(@.type=='Ready')].status}"))
                .isEqualTo("True");
    }

    @Test
    void saysWhyKubectlFailed() {
        assertThatThrownBy(() -> cluster.get("pod", "nobody", "default")).hasMessageContaining("not found");
    }

    @Test
    void everyNamespaceIsNewAndGoesWhenItIsClosed() {
        Namespace namespace = cluster.namespace();
        try (namespace;
                Namespace other = cluster.namespace()) {
            assertThat(namespace.name()).isNotEqualTo(other.name());
            assertThat(namespace.has("namespace", namespace.name())).isTrue();
        }
        assertThat(cluster.kubectl(
                        "get",
                        "namespace",
                        namespace.name(),
                        "--ignore-not-found",
                        "--output=jsonpath={.status.phase}"))
                .isIn("Terminating", "");
    }

    @Test
    void aTokenMayWhatItsAccessSays() {
        try (Namespace namespace = cluster.namespace()) {
            refused(namespace, Access.NONE, "get", "configmaps");
            allowed(namespace, Access.READ_ONLY, "get", "configmaps");
            refused(namespace, Access.READ_ONLY, "create", "configmap", "one");
            allowed(namespace, Access.NAMESPACE, "create", "configmap", "one");
            refused(namespace, Access.NAMESPACE, "create", "namespace", namespace.name() + "-more");
            allowed(namespace, Access.ADMINISTRATOR, "get", "nodes");
        }
    }

    private void allowed(Namespace namespace, Access access, String... arguments) {
        assertThat(as(namespace, access, arguments)).isNotNull();
    }

    private void refused(Namespace namespace, Access access, String... arguments) {
        assertThatThrownBy(() -> as(namespace, access, arguments)).hasMessageContaining("orbidden");
    }

    private String as(Namespace namespace, Access access, String... arguments) {
        String[] within = Stream.concat(Stream.of(arguments), Stream.of("--namespace=" + namespace.name()))
                .toArray(String[]::new);
        return cluster.kubectlAs(namespace.token(access), within);
    }

    @Test
    void aTokenThatNobodyGaveIsRefused() {
        assertThatThrownBy(() -> cluster.kubectlAs("nobodys", "get", "pods")).hasMessageContaining("Unauthorized");
    }

    @Test
    void thePfxOpensWithItsPassword() throws GeneralSecurityException, IOException {
        for (String password : List.of("", "secret")) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(cluster.clientPfx(password)), password.toCharArray());
            assertThat(store.isKeyEntry("1")).isTrue();
        }
    }

    @Test
    void theAuditLogShowsARequestOnce() {
        try (Namespace namespace = cluster.namespace()) {
            AuditLog.Mark before = cluster.auditLog().mark();

            namespace.kubectl("create", "configmap", "seen", "--from-literal=a=1");

            await().until(() -> !creations(before, namespace).isEmpty());
            assertThat(creations(before, namespace)).singleElement().satisfies(entry -> {
                assertThat(entry.name()).isEqualTo("seen");
                assertThat(entry.code()).isEqualTo(201);
                assertThat(entry.userAgent()).startsWith("kubectl/");
                assertThat(entry.user()).isEqualTo("cd-admin");
                assertThat(entry.uri()).contains("fieldManager=kubectl-create&");
                assertThat(entry.writes()).isTrue();
            });
        }
    }

    @Test
    void theAuditLogShowsAWatchOnceAlthoughItEnds() {
        try (Namespace namespace = cluster.namespace()) {
            AuditLog.Mark before = cluster.auditLog().mark();
            String address = "/api/v1/namespaces/" + namespace.name() + "/configmaps";

            namespace.kubectl("get", "--raw", address + "?watch=true&timeoutSeconds=1");
            namespace.kubectl("get", "--raw", address);

            await().until(() -> verbs(before, namespace).contains("list"));
            assertThat(verbs(before, namespace)).containsExactly("watch", "list");
        }
    }

    @Test
    void theAuditLogShowsWhoWasRefused() {
        try (Namespace namespace = cluster.namespace()) {
            AuditLog.Mark before = cluster.auditLog().mark();

            assertThatThrownBy(() -> cluster.kubectlAs(
                            "nobodys", "get", "--raw", "/api/v1/namespaces/" + namespace.name() + "/configmaps"))
                    .hasMessageContaining("Unauthorized");

            await().until(() -> !entries(before, namespace).isEmpty());
            assertThat(entries(before, namespace)).extracting(AuditEntry::code).containsExactly(401);
        }
    }

    private List<String> verbs(AuditLog.Mark mark, Namespace namespace) {
        return entries(mark, namespace).stream().map(AuditEntry::verb).toList();
    }

    private List<AuditEntry> creations(AuditLog.Mark mark, Namespace namespace) {
        return entries(mark, namespace).stream()
                .filter(entry -> entry.verb().equals("create"))
                .toList();
    }

    private List<AuditEntry> entries(AuditLog.Mark mark, Namespace namespace) {
        return cluster.auditLog().since(mark).stream()
                .filter(entry -> entry.uri().contains("/namespaces/" + namespace.name() + "/configmaps"))
                .toList();
    }
}
