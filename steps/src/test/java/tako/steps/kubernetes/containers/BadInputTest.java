package tako.steps.kubernetes.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake is a sentence that names the field and the way out, before anything is applied. */
class BadInputTest {
    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        web().with("DeploymentName", "My App"),
                        "The field \"Name of the workload\" is \"My App\", which is not a name of at most 253 small letters,"
                                + " digits, '-' and '.', with a letter or digit at both ends. Correct it."),
                mistake(web().with("DeploymentName", " "), "The field \"Name of the workload\" is empty. Fill it in."),
                mistake(
                        web().with("DeploymentResourceType", "CronJob"),
                        "The field \"Kind of workload\" is \"CronJob\", which is not one of Deployment, StatefulSet,"
                                + " DaemonSet, Job. Correct it."),
                mistake(
                        web().with("Replicas", "many"),
                        "The field \"Replicas\" is \"many\", which is not a whole number from 0 to 2147483647. Correct it."),
                mistake(
                        web().with("MaxSurge", "-1%"),
                        "The field \"Most pods above the wanted number\" is \"-1%\", which is not a number or a percentage"
                                + " such as 25%. Correct it."),
                mistake(
                        web().with("Containers", "[{"),
                        "The field \"Containers\" is not valid JSON: line 1, column 3. It has to be a list or an object.",
                        "The step has no container. Add one, with the image that it runs."),
                mistake(
                        web().with("Containers", "[]"),
                        "The step has no container. Add one, with the image that it runs."),
                mistake(
                        container("\"Ports\":[{\"key\":\"web\",\"value\":\"http\"}]"),
                        "The field \"value\" of port \"web\" of container \"web\" is \"http\", which is not a whole number from 1"
                                + " to 65535. Correct it."),
                mistake(
                        container("\"Ports\":[{\"key\":\"Web\",\"value\":\"80\"}]"),
                        "The field \"key\" of port \"Web\" of container \"web\" is \"Web\", which is not a name of at most 15"
                                + " small letters, digits and '-' with at least one letter. Correct it."),
                mistake(
                        container(
                                "\"EnvironmentVariables\":[{\"key\":\"A\",\"value\":\"1\"},{\"key\":\"A\",\"value\":\"2\"}]"),
                        "The environment variable \"A\" is given twice in the container \"web\". Remove or rename one of the two."),
                mistake(
                        container("\"EnvironmentVariables\":[{\"key\":\"\",\"value\":\"1\"}]"),
                        "The field \"key\" of environment variable of container \"web\" is empty. Fill it in."),
                mistake(
                        container("\"SecretEnvironmentVariables\":[{\"key\":\"A\",\"value\":\"s\",\"option\":\"\"}]"),
                        "The field \"option\" of environment variable \"A\" of container \"web\" is empty. Fill it in."),
                mistake(
                        container("\"VolumeMounts\":[{\"key\":\"data\",\"value\":\"/data\"}]"),
                        "The mount \"data\" of container \"web\" names the volume \"data\", which the step does not have. Add the"
                                + " volume, or name another one."),
                mistake(
                        container("\"Resources\":{\"limits\":{\"memory\":\"much\"}}"),
                        "The field \"memory\" of limits of resources of container \"web\" is \"much\", which is not a quantity such"
                                + " as 500m, 2 or 256Mi. Correct it."),
                mistake(
                        container("\"LivenessProbe\":{\"type\":\"HttpGet\",\"httpGet\":{\"port\":\"0\"}}"),
                        "The field \"port\" of HTTP request of liveness probe of container \"web\" is \"0\", which is not a whole"
                                + " number from 1 to 65535. Correct it."),
                mistake(
                        container("\"ReadinessProbe\":{\"type\":\"Grpc\"}"),
                        "The field \"type\" of readiness probe of container \"web\" is \"Grpc\", which is not one of HttpGet,"
                                + " TcpSocket, Command. Correct it."),
                mistake(
                        container("\"StartupProbe\":{\"type\":\"Command\",\"exec\":{\"command\":[]}}"),
                        "The command of startup probe of container \"web\" is empty. Write the command, one part in each line."),
                mistake(
                        container("\"SecurityContext\":{\"privileged\":\"perhaps\"}"),
                        "The field \"privileged\" of security context of container \"web\" is \"perhaps\", which is not one of true,"
                                + " false. Correct it."),
                mistake(
                        container("\"InitContainer\":\"False\"},{\"Name\":\"web\""),
                        "The container \"web\" is given twice. Remove or rename one of the two."),
                mistake(
                        container("").image("web", "acme/Web", "1", ContainersBench.HUB),
                        "The image of the container \"web\" is called \"acme/Web\", which is not the name of an image in small"
                                + " letters, such as acme/web. Correct the package's id."),
                mistake(
                        container("").image("web", "acme/web", "1.0+b1", ContainersBench.HUB),
                        "The image of the container \"web\" has the version \"1.0+b1\", which is not the tag of an image: at most"
                                + " 128 letters, digits, '-', '_' and '.'. Choose another version in the release."),
                mistake(
                        web().with("Containers", "[{\"Name\":\"api\"}]"),
                        "The container \"api\" has no image: the step has no package reference of its name. Add one, from a"
                                + " container registry."),
                mistake(
                        web().with("CombinedVolumes", "[{\"Name\":\"v\",\"Type\":\"Tape\"}]"),
                        "The field \"Type\" of volume \"v\" is \"Tape\", which is not one of ConfigMap, Secret, EmptyDir, HostPath,"
                                + " PersistentVolumeClaim, RawYaml. Correct it."),
                mistake(
                        web().with(
                                        "CombinedVolumes",
                                        "[{\"Name\":\"v\",\"Type\":\"ConfigMap\",\"ReferenceNameType\":\"LinkedResource\"}]"),
                        "The volume \"v\" is to hold this step's config map, but the step has none. Switch the config map on, or"
                                + " name another one."),
                mistake(
                        web().with("CombinedVolumes", "[{\"Name\":\"v\",\"Type\":\"RawYaml\",\"RawYaml\":\"- a\"}]"),
                        "The field \"RawYaml\" of volume \"v\": This is no mapping. Write name: value."),
                mistake(
                        web().with("CombinedVolumes", "{\"a\":1}"),
                        "The field \"Volumes\" has to be a list. Write it as […]."),
                mistake(
                        web().with("RestartPolicy", "Never"),
                        "The pods of a Deployment cannot have the restart policy Never. Choose Always."),
                mistake(
                        web().with("DeploymentLabels", "{\"Octopus.Step.Id\":\"mine\"}"),
                        "The label Octopus.Step.Id is the server's own. Remove it from the step's labels."),
                mistake(
                        web().with("Octopus.Action.Kubernetes.DeploymentTimeout", "soon"),
                        "The field \"Longest wait, in seconds\" is \"soon\", which is not a whole number from 0 to 31536000."
                                + " Correct it."),
                mistake(
                        service("[{\"name\":\"web\",\"port\":\"80\",\"nodePort\":\"#{Node Port}\"}]")
                                .with("ServiceType", "NodePort"),
                        "The field \"nodePort\" of service port \"web\" is \"#{Node Port}\", which cannot be resolved. Define the"
                                + " variable for this environment, or correct the expression."),
                mistake(
                        service("[{\"name\":\"web\",\"port\":\"80\",\"nodePort\":\"30000\"}]"),
                        "The field \"nodePort\" of service port \"web\" is given, but a service of type ClusterIP has none. Choose"
                                + " the type NodePort, or empty the field."),
                mistake(
                        service("[{\"name\":\"web\",\"port\":\"70000\"}]"),
                        "The field \"port\" of service port \"web\" is \"70000\", which is not a whole number from 1 to 65535."
                                + " Correct it."),
                mistake(service("[]"), "The service has no port. Add the one by which it is to be reached."),
                mistake(
                        ingress(
                                "[{\"host\":\"Shop\",\"http\":{\"paths\":[{\"key\":\"/\",\"value\":\"80\",\"option\":\"web\"}]}}]"),
                        "The field \"host\" of rule \"Shop\" is \"Shop\", which is not a host name such as shop.example.org or"
                                + " *.example.org. Correct it."),
                mistake(
                        ingress("[{\"http\":{\"paths\":[{\"key\":\"/\",\"value\":\"80\"}]}}]"),
                        "The field \"option\" of path \"/\" of paths of rule names no service, and the step has none of its own. Name"
                                + " one, or switch the step's service on."),
                mistake(
                        ingress(
                                "[{\"http\":{\"paths\":[{\"key\":\"x\",\"value\":\"80\",\"option\":\"web\",\"option2\":\"Prefix\"}]}}]"),
                        "The field \"key\" of path \"x\" of paths of rule is \"x\", which is not a path that begins with '/', as the"
                                + " type Prefix needs it. Correct it."),
                mistake(
                        ingress("[{\"http\":{\"paths\":[{\"key\":\"/\",\"value\":\"80\",\"option\":\"web\"}]}}]")
                                .with(
                                        "IngressTlsCertificates",
                                        "[{\"secretName\":\"tls\",\"certificateVariableName\":\"Nobody\"}]"),
                        "The TLS certificate names the variable \"Nobody\", which is no certificate with a private key here. Name a"
                                + " certificate variable, or give it a value for this environment."),
                mistake(
                        web().feature("ConfigMap")
                                .with("ConfigMapName", "m")
                                .with("ConfigMapValues", "{\"a b\":\"1\"}"),
                        "The field \"key\" of value \"a b\" is \"a b\", which is not a name of at most 253 letters, digits, '-', '_'"
                                + " and '.'. Correct it."),
                mistake(
                        web().feature("ConfigMap")
                                .with("ConfigMapName", "m")
                                .with("ConfigMapValues", "{\"a\":\"" + "x".repeat(1_048_576) + "\"}"),
                        "The field \"Values of the config map\" holds 1048577 bytes, but Kubernetes keeps at most 1048576 in one"
                                + " object. Make it smaller, or put parts of it elsewhere."),
                mistake(
                        web().feature("CustomResource").with("CustomResourceYamlFileName", "crd.yaml"),
                        "The custom resources are to come from a file, which this step cannot read. Put their YAML into the step, or"
                                + " use the step that deploys YAML."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void is_refused(ContainersBench step, String[] sentences) {
        assertThat(step.problems()).containsExactly(sentences);
    }

    @Test
    void all_mistakes_are_said_at_once() {
        var step = web().with("DeploymentName", "A").with("Replicas", "x").with("RevisionHistoryLimit", "y");

        assertThat(step.problems()).hasSize(3);
    }

    @Test
    void never_more_than_a_page_of_them() {
        var ports = Stream.iterate(0, i -> i + 1)
                .limit(80)
                .map(i -> "{\"key\":\"p" + i + "\",\"value\":\"x\"}")
                .toList();

        assertThat(container("\"Ports\":" + ports).problems())
                .hasSize(51)
                .last()
                .asString()
                .isEqualTo("There are 30 more problems.");
    }

    @Test
    void a_problem_tells_no_secret() {
        var step = container("\"Ports\":[{\"key\":\"web\",\"value\":\"#{Pin}\"}]")
                .with("DeploymentName", "#{Pin}")
                .secret("Pin", "swordfish");

        assertThat(step.problems()).hasSize(2).noneMatch(problem -> problem.contains("swordfish"));
        assertThat(step.problems().getFirst())
                .isEqualTo(
                        "The field \"Name of the workload\" comes from a secret variable, but is shown to everybody. Use a variable"
                                + " that is not secret.");
    }

    private static ContainersBench web() {
        return ContainersBench.web();
    }

    private static ContainersBench container(String members) {
        return web().container(members);
    }

    private static ContainersBench service(String ports) {
        return web().feature("Service").with("ServiceName", "web").with("ServicePorts", ports);
    }

    private static ContainersBench ingress(String rules) {
        return web().feature("Ingress").with("IngressName", "web").with("IngressRules", rules);
    }

    private static Arguments mistake(ContainersBench step, String... sentences) {
        return Arguments.of(step, sentences);
    }
}
