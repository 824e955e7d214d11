package tako.steps.kubernetes.containers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tako.server.delivery.step.StepField;
import tako.server.delivery.step.StepHandler.AfterCrash;
import tako.server.projects.process.ActionTypeRule.Place;
import tako.steps.kubernetes.manifest.Manifest;

/** Steps that are one part alone, and how the steps of the family describe themselves. */
class SingleObjectStepsTest {
    @Test
    void a_service_finds_pods_by_the_labels_that_it_names() {
        var step = ContainersBench.step(StepType.SERVICE)
                .with("ServiceName", "web")
                .with("ServicePorts", "[{\"port\":80}]")
                .with("SelectorLabels", "{\"app\":\"web\"}");

        assertThat(step.render().objects().service().orElseThrow().json().at("/spec/selector"))
                .hasToString("{\"app\":\"web\"}");
    }

    @Test
    void an_ingress_with_a_default_rule() {
        var step = ContainersBench.step(StepType.INGRESS)
                .with("IngressName", "web")
                .with("DefaultRuleServiceName", "web")
                .with("DefaultRulePort", "80");

        assertThat(step.render().objects().ingress().orElseThrow().json().at("/spec/defaultBackend"))
                .hasToString("{\"service\":{\"name\":\"web\",\"port\":{\"number\":80}}}");
    }

    @Test
    void a_config_map_and_a_secret_keep_their_names() {
        var map = ContainersBench.step(StepType.CONFIG_MAP)
                .with("ConfigMapName", "settings")
                .with("ConfigMapValues", "{\"b\":\"2\",\"a\":\"1\"}");
        var secret =
                ContainersBench.step(StepType.SECRET).with("SecretName", "keys").with("SecretValues", "{\"a\":\"1\"}");

        assertThat(map.render().objects().all()).extracting(Manifest::title).containsExactly("ConfigMap settings");
        assertThat(map.render().objects().configMap().orElseThrow().json().path("data"))
                .hasToString("{\"a\":\"1\",\"b\":\"2\"}");
        assertThat(secret.render().objects().all()).extracting(Manifest::title).containsExactly("Secret keys");
    }

    @Test
    void describe_themselves() {
        var containers = ContainersBench.web().handler();

        assertThat(containers.actionTypes()).containsExactly("Octopus.KubernetesDeployContainers");
        assertThat(containers.place()).isEqualTo(Place.TARGET);
        assertThat(containers.afterCrash()).isEqualTo(AfterCrash.REPEAT);
        assertThat(containers.fields())
                .extracting(StepField::key)
                .contains(
                        "Octopus.Action.KubernetesContainers.DeploymentName",
                        "Octopus.Action.KubernetesContainers.Containers",
                        "Octopus.Action.Kubernetes.ResourceStatusCheck")
                .doesNotHaveDuplicates();
        assertThat(containers.fields().stream().filter(StepField::required).map(StepField::label))
                .containsExactly("Name of the workload", "Containers");
        assertThat(ContainersBench.step(StepType.SECRET).handler().fields())
                .extracting(StepField::key)
                .contains("Octopus.Action.KubernetesContainers.SecretValues")
                .doesNotContain("Octopus.Action.KubernetesContainers.Containers");
    }
}
