package tako.server.infrastructure.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tako.server.WireMapper;
import tako.server.infrastructure.machine.KubernetesEndpoint.Authentication;
import tako.server.infrastructure.machine.TargetProbe.Health;
import tools.jackson.databind.node.ObjectNode;

/** What endpoints mean, and what they must say. */
class EndpointTest {
    /** As the engine hands it on: known members typed, the others as they were sent. */
    private static Machine.Endpoint endpoint(String members) {
        var mapper = WireMapper.mapper();
        Machine.Endpoint sent = mapper.readValue("{" + members + "}", Machine.Endpoint.class);
        return EndpointForm.complete((ObjectNode) mapper.valueToTree(sent));
    }

    private static Machine.Endpoint cluster(String url, String authentication) {
        return endpoint("""
                "CommunicationStyle": "Kubernetes", "ClusterUrl": "%s", "Authentication": {%s}""".formatted(url, authentication));
    }

    private static final String URL = "https://k8s.example.org:6443";
    private static final String BY_ACCOUNT = """
            "AuthenticationType": "KubernetesStandard", "AccountId": "Accounts-1\"""";

    @Test
    void a_cluster_is_read_in_any_letter_case() {
        Machine.Endpoint endpoint = endpoint("""
                "communicationstyle": "KUBERNETES", "clusterurl": "https://k8s.example.org", "skiptlsverification": "true",
                "namespace": "web", "clustercertificate": "Certificates-2",
                "authentication": {"authenticationtype": "KubernetesCertificate", "clientcertificate": "Certificates-1"}""");

        assertThat(KubernetesEndpoint.of(endpoint))
                .contains(new KubernetesEndpoint(
                        "https://k8s.example.org",
                        "Certificates-2",
                        "",
                        "web",
                        true,
                        "",
                        new Authentication.ClientCertificate("Certificates-1")));
    }

    @Test
    void only_clusters_are_clusters() {
        assertThat(KubernetesEndpoint.of(endpoint("\"CommunicationStyle\": \"Ssh\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true,True", "'\"true\"',True", "false,False", "'\"False\"',False", "null,False", "'\"\"',False"})
    void whether_anybody_is_believed_is_a_text_on_the_wire(String sent, String stored) {
        Machine.Endpoint endpoint =
                endpoint("\"CommunicationStyle\": \"Kubernetes\", \"SkipTlsVerification\": " + sent);

        assertThat(endpoint.text("SkipTlsVerification")).isEqualTo(stored);
    }

    @Test
    void a_cluster_that_says_everything_has_no_problem() {
        assertThat(EndpointRules.problems(cluster(URL, BY_ACCOUNT))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k8s.example.org", "ftp://k8s.example.org", "https://", "https:// x"})
    void the_address_of_a_cluster_is_one(String url) {
        assertThat(EndpointRules.problems(cluster(url, BY_ACCOUNT)))
                .singleElement()
                .asString()
                .startsWith("Endpoint.ClusterUrl: '" + url + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "KubernetesStandard,Endpoint.Authentication.AccountId:",
        "KubernetesCertificate,Endpoint.Authentication.ClientCertificate:",
        "KubernetesPodService,Endpoint.Authentication.TokenPath:"
    })
    void each_way_to_sign_in_needs_its_member(String type, String member) {
        assertThat(EndpointRules.problems(cluster(URL, "\"AuthenticationType\": \"" + type + "\"")))
                .singleElement()
                .asString()
                .startsWith(member);
    }

    @Test
    void an_authority_is_given_once() {
        assertThat(EndpointRules.problems(endpoint("""
                        "CommunicationStyle": "Kubernetes", "ClusterUrl": "https://k8s.example.org",
                        "ClusterCertificate": "Certificates-1", "ClusterCertificatePath": "/run/secrets/ca.crt",
                        "Authentication": {"AuthenticationType": "KubernetesPodService", "TokenPath": "/run/secrets/token"}""")))
                .singleElement()
                .asString()
                .startsWith("Endpoint.ClusterCertificatePath:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/home/tako/master.key",
                "/var/run/secrets/../../../etc/passwd",
                "/var/run/secrets",
                "/var/run/secretsX/token",
                "var/run/secrets/token"
            })
    void files_are_only_those_that_a_cluster_gives_to_its_pods(String path) {
        String members = """
                "CommunicationStyle": "Kubernetes", "ClusterUrl": "https://k8s.example.org",
                "ClusterCertificatePath": "%1$s",
                "Authentication": {"AuthenticationType": "KubernetesPodService", "TokenPath": "%1$s"}""";

        assertThat(EndpointRules.problems(endpoint(members.formatted(path))))
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .startsWith("Endpoint.ClusterCertificatePath: '" + path)
                                .contains("/var/run/secrets/"),
                        problem -> assertThat(problem)
                                .startsWith("Endpoint.Authentication.TokenPath: '" + path)
                                .contains("/var/run/secrets/"));
        assertThat(EndpointRules.problems(
                        endpoint(members.formatted("/var/run/secrets/kubernetes.io/serviceaccount/token"))))
                .isEmpty();
    }

    @Test
    void clusters_that_others_name_need_no_address() {
        assertThat(EndpointRules.problems(cluster("", "\"AuthenticationType\": \"KubernetesAzure\"")))
                .isEmpty();
    }

    static List<String> styles() {
        return EndpointForm.STYLES;
    }

    @ParameterizedTest
    @MethodSource("styles")
    void every_style_that_clients_know_is_kept_and_used_or_refused_by_name(String style) {
        Machine.Endpoint endpoint = style.equals("Kubernetes")
                ? cluster(URL, BY_ACCOUNT)
                : endpoint("\"CommunicationStyle\": \"" + style + "\"");

        assertThat(EndpointRules.problems(endpoint)).isEmpty();
        Optional<String> obstacle = EndpointUse.obstacle(endpoint);
        if (List.of("None", "Kubernetes").contains(style)) {
            assertThat(obstacle).isEmpty();
        } else {
            assertThat(obstacle.orElse("")).contains("'" + style + "'", "Use a target of the style");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"KubernetesAws", "KubernetesAzure", "KubernetesGoogleCloud"})
    void other_ways_to_sign_in_are_refused_by_name(String type) {
        Machine.Endpoint endpoint = cluster(URL, "\"AuthenticationType\": \"" + type + "\"");

        assertThat(EndpointUse.obstacle(endpoint).orElse("")).contains("'" + type + "'", "Choose an account");
        assertThat(EndpointUse.known(endpoint))
                .hasValueSatisfying(found -> assertThat(found.health()).isEqualTo(Health.UNKNOWN));
    }

    @Test
    void a_cluster_behind_a_proxy_is_not_contacted_past_it() {
        Machine.Endpoint endpoint = endpoint("""
                "CommunicationStyle": "Kubernetes", "ClusterUrl": "https://k8s.example.org", "ProxyId": "Proxies-1",
                "Authentication": {"AuthenticationType": "KubernetesStandard", "AccountId": "Accounts-1"}""");

        assertThat(EndpointUse.obstacle(endpoint).orElse("")).contains("through a proxy", "Clear the target's proxy");
        assertThat(EndpointUse.known(endpoint))
                .hasValueSatisfying(found -> assertThat(found.health()).isEqualTo(Health.UNKNOWN));
    }

    @Test
    void a_cluster_must_be_asked_and_a_name_need_not() {
        assertThat(EndpointUse.known(cluster(URL, BY_ACCOUNT))).isEmpty();
        assertThat(EndpointUse.known(endpoint("\"CommunicationStyle\": \"none\"")))
                .hasValueSatisfying(found -> assertThat(found.health()).isEqualTo(Health.HEALTHY));
    }

    @Test
    void an_endpoint_names_what_it_points_at() {
        Machine.Endpoint endpoint = endpoint("""
                "CommunicationStyle": "Kubernetes", "DefaultWorkerPoolId": "WorkerPools-1", "ProxyId": "Proxies-1",
                "ClusterCertificate": "Certificates-1", "Container": {"Image": "tools:1", "FeedId": "Feeds-1001"},
                "Authentication": {"AccountId": "Accounts-1", "ClientCertificate": "Certificates-2"}""");

        assertThat(EndpointReferences.of(endpoint))
                .extracting(reference -> reference.member() + " -> " + reference.target())
                .containsExactlyInAnyOrder(
                        "Endpoint.DefaultWorkerPoolId -> WorkerPools-1",
                        "Endpoint.ProxyId -> Proxies-1",
                        "Endpoint.ClusterCertificate -> Certificates-1",
                        "Endpoint.Container.FeedId -> Feeds-1001",
                        "Endpoint.Authentication.AccountId -> Accounts-1",
                        "Endpoint.Authentication.ClientCertificate -> Certificates-2");
    }
}
