package tako.steps.kubernetes.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Every section of the step once, and what a real server kept of a step. */
class SectionsTest {
    private static final String CONTAINERS = """
            [{"Name":"setup","InitContainer":true,"Command":["sh","-c"],"Args":["echo #{Octopus.Environment.Name}"]},
             {"Name":"web","InitContainer":"False",
              "Ports":[{"key":"web","value":8080,"option":"TCP"},{"key":"dns","value":"53","option":"udp"}],
              "EnvironmentVariables":[{"key":"MODE","value":"#{Octopus.Environment.Name}"},{"key":"EMPTY","value":""},{"key":"NUMBER","value":7},{"key":"","value":""}],
              "SecretEnvironmentVariables":[{"key":"PASSWORD","value":"passwords","option":"database"}],
              "ConfigMapEnvironmentVariables":[{"key":"COLOUR","value":"settings","option":"colour"}],
              "FieldRefEnvironmentVariables":[{"key":"NODE","value":"spec.nodeName"}],
              "ConfigMapEnvFromSource":[{"key":"defaults","value":"DEFAULT_","option":"True"}],
              "SecretEnvFromSource":[{"key":""  ,"value":"S_"}],
              "VolumeMounts":[{"key":"settings","value":"/etc/web/web.json","option":"web.json","option2":"True"},{"key":"scratch","value":"/tmp"}],
              "Resources":{"requests":{"cpu":"250m","memory":"64Mi","ephemeralStorage":"1Gi","storage":""},"limits":{"memory":"#{Memory}","nvidiaGpu":"1","amdGpu":"2"}},
              "LivenessProbe":{"type":"HttpGet","httpGet":{"path":"/alive","port":"web","scheme":"http","httpHeaders":[{"key":"X-Probe","value":"1"}]},"initialDelaySeconds":"5","periodSeconds":10},
              "ReadinessProbe":{"type":"TcpSocket","tcpSocket":{"port":"8080"},"failureThreshold":"3"},
              "StartupProbe":{"type":"Command","exec":{"command":["test","-f","/tmp/up"]},"timeoutSeconds":"2","successThreshold":1},
              "Lifecycle":{"PreStop":{"Exec":{"command":["sleep","5"]}},"PostStart":{"HttpGet":{"path":"/warm","port":8080}}},
              "SecurityContext":{"allowPrivilegeEscalation":"False","privileged":false,"readOnlyRootFilesystem":"true","runAsUser":"1000","runAsGroup":1000,"runAsNonRoot":"True","capabilities":{"add":["NET_BIND_SERVICE"],"drop":["ALL"]},"seLinuxOptions":{"level":"s0"}},
              "TerminationMessagePath":"/tmp/end","TerminationMessagePolicy":"FallbackToLogsOnError",
              "CreateFeedSecrets":"True"}]
            """;
    private static final String VOLUMES = """
            [{"Name":"settings","Type":"ConfigMap","ReferenceNameType":"LinkedResource","ReferenceName":"","Items":[{"key":"web.json","value":"web.json"}]},
             {"Name":"keys","Type":"Secret","ReferenceNameType":"Custom","ReferenceName":"host-keys","Items":[]},
             {"Name":"scratch","Type":"EmptyDir","EmptyDirMedium":"Memory"},
             {"Name":"logs","Type":"HostPath","HostPathType":"Directory","HostPathPath":"/var/log"},
             {"Name":"data","Type":"PersistentVolumeClaim","ReferenceName":"web-data"},
             {"Name":"share","Type":"RawYaml","RawYaml":"nfs:\\n  server: nfs.example.org\\n  path: /#{Octopus.Environment.Name}"}]
            """;

    private static ContainersBench everything() {
        return ContainersBench.step(StepType.CONTAINERS)
                .with("DeploymentName", "web")
                .with("Namespace", "shop")
                .with("Containers", CONTAINERS)
                .with("CombinedVolumes", VOLUMES)
                .variable("Memory", "1Gi")
                .image("setup", "acme/setup", "sha256:" + "0".repeat(64), ContainersBench.HUB)
                .image("web", "acme/web", "1.2.3", ContainersBench.PRIVATE)
                .with("RestartPolicy", "Always")
                .with("PodServiceAccountName", "web")
                .with("PodPriorityClassName", "high")
                .with("PodTerminationGracePeriodSeconds", "30")
                .with("PodHostNetworking", "True")
                .with(
                        "HostAliases",
                        "[{\"ip\":\"10.0.0.1\",\"hostnames\":[\"a.example.org\"]},{\"key\":\"10.0.0.2\",\"value\":\"b.example.org, c.example.org\"}]")
                .with("PodDnsPolicy", "None")
                .with("DnsConfigNameservers", "10.0.0.53, 10.0.1.53")
                .with("DnsConfigSearches", "example.org")
                .with("DnsConfigOptions", "[{\"key\":\"ndots\",\"value\":\"2\"},{\"key\":\"edns0\",\"value\":\"\"}]")
                .with("PodReadinessGates", "[\"example.org/ready\"]")
                .with(
                        "Tolerations",
                        "[{\"Key\":\"gpu\",\"Operator\":\"Equal\",\"Value\":\"yes\",\"Effect\":\"NoExecute\",\"TolerationSeconds\":\"60\"}]")
                .with("NodeSelectors", "{\"disk\":\"ssd\"}")
                .with(
                        "NodeAffinity",
                        "[{\"Type\":\"Required\",\"InMatch\":[{\"key\":\"zone\",\"option\":\"In\",\"value\":\"a,b\"}],\"ExistMatch\":[{\"key\":\"gpu\",\"value\":\"Exists\"}]},{\"Type\":\"Preferred\",\"Weight\":\"10\",\"InMatch\":[{\"key\":\"disk\",\"value\":\"ssd\"}]}]")
                .with(
                        "PodAffinity",
                        "{\"requiredDuringSchedulingIgnoredDuringExecution\":[{\"topologyKey\":\"zone\",\"labelSelector\":{\"matchLabels\":{\"app\":\"cache\"}}}]}")
                .with(
                        "PodAntiAffinity",
                        "[{\"Type\":\"Preferred\",\"Weight\":100,\"TopologyKey\":\"kubernetes.io/hostname\",\"NamespacesList\":\"shop\",\"InMatch\":[{\"key\":\"app\",\"option\":\"In\",\"value\":\"web\"}]}]")
                .with("PodSecurityFsGroup", "2000")
                .with("PodSecurityRunAsGroup", "2001")
                .with("PodSecurityRunAsUser", "2002")
                .with("PodSecurityRunAsNonRoot", "true")
                .with("PodSecuritySupplementalGroups", "3000, 3001")
                .with("PodSecuritySeLinuxLevel", "s0:c1")
                .with("PodSecuritySysctls", "[{\"key\":\"kernel.shm_rmid_forced\",\"value\":\"1\"}]")
                .with("PodSecurityImagePullSecrets", "[\"mine\",{\"name\":\"yours\"}]")
                .with(
                        "DeploymentAnnotations",
                        "[{\"key\":\"example.org/labels\",\"value\":\"#{Octopus.Action.KubernetesContainers.ComputedLabels}\"}]")
                .feature("ConfigMap")
                .with("ConfigMapName", "settings")
                .with(
                        "ConfigMapValues",
                        "{\"web.json\":\"{\\\"greeting\\\": \\\"#{Greeting}\\\"}\",\"colour\":\"blue\",\"number\":5}")
                .variable("Greeting", "say \"hello\"")
                .feature("Secret")
                .with("SecretName", "passwords")
                .with("SecretValues", "{\"database\":\"#{Database Password}\"}")
                .secret("Database Password", "swordfish")
                .feature("CustomResource")
                .with("CustomResourceYaml", """
                        apiVersion: example.org/v1
                        kind: Backup
                        metadata:
                          name: nightly
                          labels:
                            mine: "1"
                        spec:
                          of: "#{Octopus.Action.KubernetesContainers.ComputedDeploymentName}"
                          settings: "#{Octopus.Action.KubernetesContainers.ComputedConfigMapName}"
                          secret: "#{Octopus.Action.KubernetesContainers.ComputedSecretName}"
                          password: "#{Database Password}"
                        """)
                .feature("Service")
                .with("ServiceName", "web")
                .with("ServiceType", "LoadBalancer")
                .with("ServiceLoadBalancerIp", "10.0.0.9")
                .with("LoadBalancerAnnotations", "[{\"key\":\"example.org/internal\",\"value\":\"true\"}]")
                .with(
                        "ServicePorts",
                        "[{\"name\":\"web\",\"port\":\"80\",\"targetPort\":\"web\",\"nodePort\":\"\",\"protocol\":\"TCP\"},{\"name\":\"dns\",\"port\":53,\"targetPort\":\"53\",\"nodePort\":30053,\"protocol\":\"UDP\"}]")
                .feature("Ingress")
                .with("IngressName", "web")
                .with("IngressClassName", "nginx")
                .with("IngressAnnotations", "[{\"key\":\"nginx.ingress.kubernetes.io/use-regex\",\"value\":\"true\"}]")
                .with(
                        "IngressRules",
                        "[{\"host\":\"shop.example.org\",\"http\":{\"paths\":[{\"key\":\"/\",\"value\":\"web\",\"option\":\"\",\"option2\":\"Prefix\"},{\"key\":\"/api\",\"value\":\"8081\",\"option\":\"api\",\"option2\":\"\"}]}}]")
                .with(
                        "IngressTlsCertificates",
                        "[{\"hosts\":[\"shop.example.org\"],\"secretName\":\"shop-tls\",\"certificateVariableName\":\"Shop Certificate\"},{\"hosts\":[],\"secretName\":\"other-tls\",\"certificateVariableName\":null}]")
                .variable("Shop Certificate", "Certificates-1")
                .variable("Shop Certificate.CertificatePem", "CERTIFICATE\n")
                .variable("Shop Certificate.ChainPem", "CHAIN\n")
                .secret("Shop Certificate.PrivateKeyPem", "KEY\n");
    }

    @Test
    void every_section_once() {
        var rendering = everything().render();

        Golden.assertSame(rendering, "everything.yaml");
        assertThat(rendering.notes()).isEmpty();
        assertThat(rendering.access().namespace()).isEqualTo("shop");
    }

    @Test
    void the_same_input_gives_the_same_text_whatever_the_order_of_its_maps() {
        var text = Golden.yaml(everything().render());

        assertThat(Golden.yaml(everything().render())).isEqualTo(text);
        assertThat(Golden.yaml(everything().backwards().render())).isEqualTo(text);
    }

    @Test
    void what_is_shown_is_built_like_what_is_applied() {
        assertThat(everything().render().objects().all())
                .allSatisfy(object ->
                        assertThat(Leaf.joined(object.json(), object.shown())).isPresent());
    }

    @Test
    void no_secret_is_shown() {
        var rendering = everything().render();
        var shown = rendering.texts().toString() + rendering + rendering.objects() + Golden.yaml(rendering);

        assertThat(shown)
                .doesNotContain(
                        "swordfish",
                        "tiger-lily",
                        DataSection.secret("swordfish").toString())
                .doesNotContain(
                        FeedSecretSection.base64("swordfish"), FeedSecretSection.base64("puller:tiger-lily"), "KEY");
    }

    @Test
    void secrets_reach_the_cluster() {
        var objects = everything().render().objects();

        assertThat(objects.secret().orElseThrow().json().at("/data/database").asString())
                .isEqualTo(FeedSecretSection.base64("swordfish"));
        assertThat(objects.customResources()
                        .getFirst()
                        .json()
                        .at("/spec/password")
                        .asString())
                .isEqualTo("swordfish");
        assertThat(objects.tlsSecrets().getFirst().json().at("/data/tls.crt").asString())
                .isEqualTo(FeedSecretSection.base64("CERTIFICATE\nCHAIN\n"));
        assertThat(objects.tlsSecrets().getFirst().json().at("/data/tls.key").asString())
                .isEqualTo(FeedSecretSection.base64("KEY\n"));
    }

    @Test
    void what_a_real_server_kept_of_a_step() throws IOException {
        var step = ContainersBench.step(StepType.CONTAINERS)
                .variable("Kubernetes.Deployment.Name", "octopub-web")
                .variable("Kubernetes.Deployment.Port", "5000")
                .variable("Kubernetes.Service.Name", "octopub-web")
                .variable("Kubernetes.Ingress.Name", "octopub-web")
                .variable("Kubernetes.Ingress.Path", "/web(/|$)(.*)")
                .image("web", "octopub/web", "0.1.7", ContainersBench.HUB);
        try (InputStream sample = SectionsTest.class.getResourceAsStream("sample-properties.json")) {
            JsonMapper.shared()
                    .readTree(sample)
                    .properties()
                    .forEach(property ->
                            step.with(property.getKey(), property.getValue().asString()));
        }

        Golden.assertSame(step.render(), "sample.yaml");
    }
}
