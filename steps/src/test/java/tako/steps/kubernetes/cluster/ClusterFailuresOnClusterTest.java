package tako.steps.kubernetes.cluster;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.platform.secret.Secret;
import tako.steps.kubernetes.Access;
import tako.steps.kubernetes.Objects;
import tako.steps.kubernetes.cluster.ClusterAccess.Identity;
import tako.steps.kubernetes.cluster.ClusterAccess.Trust;
import tako.steps.kubernetes.cluster.ClusterFailure.Reason;
import tako.testbed.Fault;
import tako.testbed.FaultyProxy;
import tako.testbed.Namespace;
import tako.testbed.TestAuthority;
import tako.testbed.TestCluster;
import tools.jackson.databind.node.ObjectNode;

/** What a person reads when a real API server, or the way to it, says no. */
@Tag("cluster")
class ClusterFailuresOnClusterTest {
    private static final ClusterBounds SHORT =
            ClusterBounds.STANDARD.withRequests(Duration.ofSeconds(2), Duration.ofSeconds(2));

    private static @Nullable TestCluster cluster;
    private static @Nullable Namespace namespace;

    @BeforeAll
    static void join() {
        cluster = TestCluster.join();
        namespace = cluster.namespace();
    }

    @AfterAll
    static void leave() {
        requireNonNull(namespace).close();
    }

    @Test
    void nothing_listens() throws InterruptedException {
        failing(Access.at("https://127.0.0.1:1", cluster(), "x"))
                .is(
                        Reason.UNREACHABLE,
                        "The cluster at https://127.0.0.1:1 refuses the connection: nothing listens there. Check the address and its port, and that the cluster runs.");
    }

    @Test
    void the_host_is_unknown() throws InterruptedException {
        failing(Access.at("https://nowhere.invalid:6443", cluster(), "x"))
                .is(
                        Reason.UNREACHABLE,
                        "The host of the cluster's address https://nowhere.invalid:6443 is unknown. Check the address, and that this server's name resolution knows it.");
    }

    @Test
    void another_authority_has_signed() throws InterruptedException {
        try (var other = TestAuthority.named("other")) {
            failing(new ClusterAccess(api(), new Trust.Authority(other.certificate()), administrator(), "x"))
                    .is(
                            Reason.UNTRUSTED,
                            "The certificate of the cluster at " + api()
                                    + " is not signed by the authority that this target trusts. Choose the certificate of the cluster's own authority (CA) as the target's cluster certificate.");
        }
    }

    @Test
    void the_certificate_is_made_out_for_other_names() throws InterruptedException {
        try (var proxy = FaultyProxy.listening("127.0.0.2", apiSocket())) {
            var url = "https://" + proxy.address();
            failing(Access.at(url, cluster(), "x"))
                    .is(
                            Reason.UNTRUSTED,
                            "The certificate of the cluster at " + url
                                    + " is made out for other names than that address. Use an address that the certificate names.");
        }
    }

    @Test
    void skipping_the_verification_believes_any_certificate_under_any_name() throws InterruptedException {
        try (var proxy = FaultyProxy.listening("127.0.0.2", apiSocket());
                var clusters = new Clusters(SHORT);
                var session = clusters.open(
                        new ClusterAccess("https://" + proxy.address(), new Trust.Anybody(), administrator(), "x"))) {
            assertThat(session.cluster().version()).startsWith("v1.");
        }
    }

    @Test
    void it_accepts_the_connection_and_says_nothing() throws InterruptedException {
        try (var proxy = FaultyProxy.before(cluster())) {
            proxy.fault(new Fault.Silence());
            failing(Access.at("https://" + proxy.address(), cluster(), "x")).is(Reason.UNREACHABLE, silent(proxy));
        }
    }

    @Test
    void it_falls_silent_in_the_middle() throws InterruptedException {
        try (var proxy = FaultyProxy.before(cluster());
                var clusters = new Clusters(SHORT);
                var session = clusters.open(Access.at("https://" + proxy.address(), cluster(), "x"))) {
            session.cluster().version();
            proxy.fault(new Fault.Silence());
            failing(() -> session.cluster().version()).is(Reason.UNREACHABLE, silent(proxy));
        }
    }

    @Test
    void the_connection_breaks_in_the_middle() throws InterruptedException {
        try (var proxy = FaultyProxy.before(cluster())) {
            proxy.fault(new Fault.CloseAfter(5000));
            try (var clusters = new Clusters(SHORT);
                    var session = clusters.open(Access.at("https://" + proxy.address(), cluster(), "x"))) {
                failing(() -> {
                            for (int i = 0; i < 100; i++) {
                                session.cluster().list(Selection.labelled(ObjectKind.CONFIG_MAP, "kube-system", ""));
                            }
                        })
                        .begins(Reason.LOST, "The connection to the cluster at https://" + proxy.address() + " broke");
            }
        }
    }

    @Test
    void a_token_that_the_cluster_does_not_know() throws InterruptedException {
        failing(Access.token(cluster(), "x", "no.such.token"))
                .is(
                        Reason.UNAUTHENTICATED,
                        "The cluster at " + api()
                                + " does not know who asks (401). Check the target's account or client certificate: it may be wrong, expired, or of another cluster.");
    }

    @Test
    void a_token_that_may_not() throws InterruptedException {
        var token = namespace().token(tako.testbed.Access.READ_ONLY);
        var user = "system:serviceaccount:" + namespace().name() + ":read-only";
        failing(() -> apply(Access.token(cluster(), namespace().name(), token), configMap("mine"), true))
                .is(
                        Reason.FORBIDDEN,
                        "The cluster does not allow this target to apply ConfigMap mine: configmaps \"mine\" is forbidden: User \""
                                + user
                                + "\" cannot patch resource \"configmaps\" in API group \"\" in the namespace \""
                                + namespace().name() + "\". Give that user a role that allows it.");
    }

    @Test
    void fields_that_another_manager_owns() throws InterruptedException {
        namespace().kubectl("create", "configmap", "shared", "--from-literal=colour=red");
        failing(() -> applyHere(configMap("shared"), false))
                .is(
                        Reason.CONFLICT,
                        "The cluster did not apply ConfigMap shared, because others own what it would change: .data.colour (kubectl-create). Let the step force conflicts, or leave these fields out of it.");
    }

    @Test
    void a_node_port_that_is_taken_or_outside_the_range() throws InterruptedException {
        int port = cluster().freeNodePort();
        applyHere(service("first", port), true);
        failing(() -> applyHere(service("second", port), true))
                .is(
                        Reason.INVALID,
                        "The cluster did not accept the request to apply Service second: spec.ports[0].nodePort: Invalid value: "
                                + port
                                + ": provided port is already allocated. That node port belongs to another service: choose another one, or remove that service.");
        failing(() -> applyHere(service("third", 80), true))
                .begins(
                        Reason.INVALID,
                        "The cluster did not accept the request to apply Service third: spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range.");
    }

    @Test
    void a_field_that_the_schema_does_not_know() throws InterruptedException {
        var object = configMap("misspelt");
        object.put("dta", "x");
        failing(() -> applyHere(object, true))
                .is(
                        Reason.INVALID,
                        "The cluster did not accept the request to apply ConfigMap misspelt: it knows no field dta. Correct the field's name, or remove it.");
    }

    @Test
    void a_kind_that_the_cluster_lacks() throws InterruptedException {
        var widget = Objects.object("{apiVersion: example.org/v1, kind: Widget, metadata: {name: w}}");
        failing(() -> applyHere(widget, true))
                .is(
                        Reason.UNKNOWN_KIND,
                        "The cluster does not know the kind Widget of example.org/v1. Install its definition first, or correct apiVersion and kind.");
    }

    @Test
    void a_namespace_that_does_not_exist() throws InterruptedException {
        failing(() -> apply(Access.administrator(cluster(), "nowhere"), configMap("lost"), true))
                .is(
                        Reason.NAMESPACE_MISSING,
                        "The namespace \"nowhere\" does not exist in the cluster. Make it, or correct the name in the step or the target.");
    }

    @Test
    void plain_http_to_a_tls_port() throws InterruptedException {
        failing(Access.at(api().replace("https", "http"), cluster(), "x"))
                .begins(Reason.OTHER, "What answers at " + api().replace("https", "http") + " wants TLS (400).");
    }

    @Test
    void tls_to_a_plain_port() throws InterruptedException {
        failing(Access.at("https://" + cluster().registry(), cluster(), "x"))
                .begins(
                        Reason.UNREACHABLE,
                        "What listens at https://" + cluster().registry() + " does not speak TLS.");
    }

    @Test
    void a_server_that_is_no_api_server() throws InterruptedException {
        failing(Access.at("http://" + cluster().registry(), cluster(), "x"))
                .begins(
                        Reason.NOT_FOUND,
                        "What answers at http://" + cluster().registry() + " is no Kubernetes API server");
    }

    @Test
    void a_server_that_puts_requests_off() throws InterruptedException {
        try (var proxy = FaultyProxy.listening("127.0.0.1", apiSocket())) {
            proxy.fault(Fault.Answer.tooManyRequests(1, 7));
            assertThatExceptionOfType(ClusterException.class)
                    .isThrownBy(() -> version(Access.at("http://" + proxy.address(), cluster(), "x")))
                    .satisfies(thrown -> {
                        assertThat(thrown.reason()).isEqualTo(Reason.BUSY);
                        assertThat(thrown.patience()).hasSeconds(7);
                        assertThat(thrown).hasMessageContaining("puts the request to tell its version off (429)");
                    });
        }
    }

    private static String silent(FaultyProxy proxy) {
        return "The cluster at https://" + proxy.address()
                + " was asked to tell its version and did not answer within 2 seconds. Check that its API server is well, and that no proxy between holds requests back.";
    }

    private interface Doing {
        void run() throws InterruptedException;
    }

    private record Failing(ClusterException thrown) {
        void is(Reason reason, String sentence) {
            assertThat(thrown).hasMessage(sentence);
            assertThat(thrown.reason()).isEqualTo(reason);
        }

        void begins(Reason reason, String sentence) {
            assertThat(thrown).hasMessageStartingWith(sentence);
            assertThat(thrown.reason()).isEqualTo(reason);
        }
    }

    private static Failing failing(ClusterAccess access) throws InterruptedException {
        return failing(() -> version(access));
    }

    private static Failing failing(Doing doing) throws InterruptedException {
        try {
            doing.run();
        } catch (ClusterException e) {
            return new Failing(e);
        }
        throw new AssertionError("It worked.");
    }

    private static void version(ClusterAccess access) throws InterruptedException {
        try (var clusters = new Clusters(SHORT);
                var session = clusters.open(access)) {
            session.cluster().version();
        }
    }

    private static void applyHere(ObjectNode object, boolean force) throws InterruptedException {
        apply(Access.administrator(cluster(), namespace().name()), object, force);
    }

    private static void apply(ClusterAccess access, ObjectNode object, boolean force) throws InterruptedException {
        try (var clusters = new Clusters(SHORT);
                var session = clusters.open(access)) {
            var kind = session.cluster()
                    .kind(
                            object.path("apiVersion").asString(),
                            object.path("kind").asString());
            var place = new ObjectRef(
                    kind,
                    access.namespace(),
                    object.path("metadata").path("name").asString());
            session.cluster().apply(place, object, force);
        }
    }

    private static ObjectNode configMap(String name) {
        return Objects.object(
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: " + name + "}, data: {colour: blue}}");
    }

    private static ObjectNode service(String name, int nodePort) {
        return Objects.object("{apiVersion: v1, kind: Service, metadata: {name: " + name
                + "}, spec: {type: NodePort, ports: [{port: 80, nodePort: " + nodePort + "}], selector: {app: x}}}");
    }

    private static Identity administrator() {
        return new Identity.ClientCertificate(
                cluster().clientCertificate(), Secret.of(cluster().clientKey()));
    }

    private static InetSocketAddress apiSocket() {
        return new InetSocketAddress(cluster().nodeAddress(), cluster().api().getPort());
    }

    private static String api() {
        return cluster().api().toString();
    }

    private static TestCluster cluster() {
        return requireNonNull(cluster);
    }

    private static Namespace namespace() {
        return requireNonNull(namespace);
    }
}
