package tako.steps.kubernetes.containers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tako.platform.secret.Secret;
import tako.server.delivery.step.RenderContext.FeedInUse;

/** The step of the tutorial, word for word, "ENVRIONMENT_NAME" included. */
class TutorialStepTest {
    private static final String CONTAINERS = """
            [{"Name":"randomquotes","InitContainer":"False","IsNew":true,
              "Ports":[{"key":"web","keyError":null,"value":"80","valueError":null,"option":"","optionError":null,"option2":"","option2Error":null}],
              "EnvironmentVariables":[{"key":"ENVRIONMENT_NAME","value":"#{Octopus.Environment.Name}","option":"","option2":""}],
              "SecretEnvironmentVariables":[],"ConfigMapEnvironmentVariables":[],"FieldRefEnvironmentVariables":[],
              "ConfigMapEnvFromSource":[],"SecretEnvFromSource":[],"VolumeMounts":[],
              "Resources":{"requests":{"memory":"","cpu":"","ephemeralStorage":""},"limits":{"memory":"","cpu":"","ephemeralStorage":"","nvidiaGpu":"","amdGpu":""}},
              "LivenessProbe":{"failureThreshold":"","type":null,"exec":{"command":[]},"httpGet":{"host":"","path":"","port":"","scheme":"","httpHeaders":[]},"tcpSocket":{"host":"","port":""}},
              "ReadinessProbe":{"type":""},"StartupProbe":{"type":null},
              "Command":[],"Args":[],"Lifecycle":{"PreStop":null,"PostStart":null},
              "SecurityContext":{"allowPrivilegeEscalation":"","privileged":"","capabilities":{"add":[],"drop":[]},"seLinuxOptions":{"level":"","role":"","type":"","user":""}},
              "CreateFeedSecrets":"True"}]
            """;

    private static ContainersBench tutorial() {
        return ContainersBench.step(StepType.CONTAINERS)
                .feature("Service")
                .with("DeploymentResourceType", "Deployment")
                .with("DeploymentName", "randomquotes")
                .with("DeploymentStyle", "RollingUpdate")
                .with("DeploymentWait", "Wait")
                .with("Replicas", "1")
                .with("Containers", CONTAINERS)
                .with("CombinedVolumes", "[]")
                .with("Tolerations", "[]")
                .with("NodeAffinity", "[]")
                .with("ServiceName", "randomquotes")
                .with("ServiceType", "NodePort")
                .with("ServicePorts", """
                        [{"name":"web","port":"80","targetPort":"","nodePort":"#{K8S Node Port}","protocol":"TCP"}]""")
                .variable("K8S Node Port", "30000")
                .image(
                        "randomquotes",
                        "dockerhubusername/randomquotes",
                        "1.2.3",
                        new FeedInUse("Feeds-DockerHub", "Docker", "index.docker.io", "me", Secret.of("swordfish")));
    }

    @Test
    void renders_the_deployment_and_its_service() {
        Golden.assertSame(tutorial().render(), "tutorial.yaml");
    }

    @Test
    void keeps_numbers_numbers() {
        var service = tutorial().render().objects().service().orElseThrow().json();

        assertThat(service.at("/spec/ports/0/nodePort").isInt()).isTrue();
        assertThat(service.at("/spec/ports/0/nodePort").asInt()).isEqualTo(30_000);
    }
}
