package tako.steps.kubernetes.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tako.steps.kubernetes.manifest.Mask;
import tako.steps.kubernetes.rollout.ApplyOptions;
import tako.steps.kubernetes.rollout.StatusCheck;

/** How texts of properties become values, and how a step is waited for. */
class EvaluationTest {
    private static final String CHECK = "Octopus.Action.Kubernetes.ResourceStatusCheck";
    private static final String TIMEOUT = "Octopus.Action.Kubernetes.DeploymentTimeout";

    @Test
    void a_quote_in_a_value_breaks_nothing() {
        var container = ContainersBench.web()
                .container("\"EnvironmentVariables\":[{\"key\":\"A\",\"value\":\"#{Saying}\"}]")
                .variable("Saying", "say \"hi\"\\ and }]")
                .onlyContainer();

        assertThat(container.at("/env/0/value").asString()).isEqualTo("say \"hi\"\\ and }]");
    }

    @Test
    void what_is_json_only_after_evaluation_is_evaluated_first() {
        var step = ContainersBench.web()
                .with("Containers", "#{if Web}[{\"Name\":\"web\",\"Args\":[\"#{Web}\"]}]#{/if}")
                .variable("Web", "yes");

        assertThat(step.onlyContainer().at("/args/0").asString()).isEqualTo("yes");
        assertThat(ContainersBench.web()
                        .with("Containers", "#{All}")
                        .variable("All", "[{\"Name\":\"web\"}]")
                        .onlyContainer()
                        .path("name")
                        .asString())
                .isEqualTo("web");
    }

    @Test
    void a_secret_in_json_that_is_made_by_evaluation_is_masked() {
        var step = ContainersBench.web()
                .with("Containers", "#{if Key}[{\"Name\":\"web\",\"Args\":[\"#{Key}\"]}]#{/if}")
                .secret("Key", "swordfish");
        var workload = step.render().objects().workload().orElseThrow();

        assertThat(workload.json().at("/spec/template/spec/containers/0/args/0").asString())
                .isEqualTo("swordfish");
        assertThat(workload.shown()
                        .at("/spec/template/spec/containers/0/args/0")
                        .asString())
                .isEqualTo(Mask.TEXT);
    }

    @Test
    void a_secret_number_is_a_number_in_the_cluster_and_masked_for_people() {
        var step = ContainersBench.web().with("Replicas", "#{Count}").secret("Count", "3");
        var workload = step.render().objects().workload().orElseThrow();

        assertThat(workload.json().at("/spec/replicas").isInt()).isTrue();
        assertThat(workload.shown().at("/spec/replicas").asString()).isEqualTo(Mask.TEXT);
        assertThat(workload.isSecret()).isTrue();
        assertThat(ContainersBench.web()
                        .render()
                        .objects()
                        .workload()
                        .orElseThrow()
                        .isSecret())
                .isFalse();
    }

    @Test
    void a_secret_may_be_any_value_but_no_name() {
        var step = ContainersBench.web()
                .container("\"Resources\":{\"limits\":{\"memory\":\"#{Size}\"}}")
                .secret("Size", "77Mi");
        var workload = step.render().objects().workload().orElseThrow();

        assertThat(workload.json()
                        .at("/spec/template/spec/containers/0/resources/limits/memory")
                        .asString())
                .isEqualTo("77Mi");
        assertThat(workload.shown()
                        .at("/spec/template/spec/containers/0/resources/limits/memory")
                        .asString())
                .isEqualTo(Mask.TEXT);
        assertThat(step.with("DeploymentLabels", "{\"#{Size}\":\"1\"}").problems())
                .hasSize(1)
                .first()
                .asString()
                .contains("comes from a secret variable")
                .doesNotContain("77Mi");
        assertThat(step.with("DeploymentLabels", "{\"size\":\"#{Size}\"}").problems())
                .hasSize(1);
    }

    @Test
    void what_grows_without_end_is_refused() {
        var step = ContainersBench.web()
                .container("\"Args\":[" + "\"#{Big}\",".repeat(30) + "\"\"]")
                .variable("Big", "x".repeat(1_000_000));

        assertThat(step.problems())
                .containsExactly("The step's fields make more than 16000000 characters of text. Make them smaller.");
    }

    @Test
    void a_secret_that_is_structure_is_refused() {
        var step = ContainersBench.web().with("Containers", "#{All}").secret("All", "[{\"Name\":\"web\"}]");

        assertThat(step.problems())
                .first()
                .asString()
                .isEqualTo(
                        "The field \"Containers\" is built by a secret variable, so that it cannot be shown. Use secret variables"
                                + " only for single values in it.");
    }

    @Test
    void free_texts_keep_what_cannot_be_resolved_and_it_is_noted() {
        var step = ContainersBench.web().container("\"Args\":[\"#{Nobody}\"]");

        assertThat(step.onlyContainer().at("/args/0").asString()).isEqualTo("#{Nobody}");
        assertThat(step.render().notes()).singleElement().asString().contains("field \"Containers\"", "#{Nobody}");
        assertThat(step.variable("OctopusShouldFailDeploymentOnSubstitutionFails", "True")
                        .problems())
                .singleElement()
                .asString()
                .contains("#{Nobody}", "Define what is missing");
    }

    @Test
    void a_null_makes_a_field_absent() {
        assertThat(ContainersBench.web()
                        .with("Replicas", "#{Count | null}")
                        .variable("Count", "")
                        .workload()
                        .at("/spec")
                        .has("replicas"))
                .isFalse();
    }

    @Test
    void templates_name_config_map_and_secret() {
        var step = ContainersBench.web()
                .feature("ConfigMap")
                .with("ConfigMapName", "settings")
                .with("ConfigMapValues", "{\"a\":\"1\"}")
                .with("ConfigMapNameTemplate", "#{Octopus.Action.KubernetesContainers.ConfigMapName}-fixed")
                .feature("Secret")
                .with("SecretName", "keys")
                .variable(
                        "Octopus.Action.KubernetesContainers.SecretNameTemplate",
                        "keys-of-#{Octopus.Environment.Name | ToLower}");

        assertThat(step.render().objects().configMap().orElseThrow().name()).isEqualTo("settings-fixed");
        assertThat(step.render().objects().secret().orElseThrow().name()).isEqualTo("keys-of-dev");
    }

    @Test
    void a_feature_that_is_off_or_empty_is_left_out() {
        var off = ContainersBench.web()
                .with("ConfigMapName", "m")
                .with("ConfigMapValues", "{\"a\":\"1\"}")
                .render();
        var empty = ContainersBench.web()
                .feature("ConfigMap")
                .feature("Service")
                .with("ServicePorts", "[]")
                .render();

        assertThat(off.objects().all()).hasSize(1);
        assertThat(empty.objects().all()).hasSize(1);
    }

    @Test
    void own_config_map_is_meant_by_its_given_name_or_by_none() {
        var step = ContainersBench.web()
                .feature("ConfigMap")
                .with("ConfigMapName", "settings")
                .with("ConfigMapValues", "{\"a\":\"1\"}")
                .container(
                        "\"ConfigMapEnvironmentVariables\":[{\"key\":\"A\",\"value\":\"settings\",\"option\":\"a\"},{\"key\":\"B\",\"value\":\"\",\"option\":\"a\"},{\"key\":\"C\",\"value\":\"other\",\"option\":\"a\"}]");

        assertThat(step.onlyContainer().at("/env").findValuesAsString("name"))
                .contains("settings-deployments-21", "other")
                .doesNotContain("settings");
    }

    @Test
    void labels_of_users_stand_on_every_object() {
        var rendering = ContainersBench.web()
                .with("DeploymentLabels", "{\"app\":\"shop\"}")
                .feature("ConfigMap")
                .with("ConfigMapName", "m")
                .feature("Secret")
                .with("SecretName", "s")
                .feature("Service")
                .with("ServiceName", "web")
                .with("ServicePorts", "[{\"port\":80}]")
                .feature("Ingress")
                .with("IngressName", "web")
                .with("IngressRules", "[{\"http\":{\"paths\":[{\"key\":\"/\",\"value\":\"80\"}]}}]")
                .render();

        assertThat(rendering.objects().all())
                .hasSize(5)
                .allMatch(object ->
                        object.json().at("/metadata/labels/app").asString().equals("shop"));
        assertThat(rendering
                        .objects()
                        .workload()
                        .orElseThrow()
                        .json()
                        .at("/spec/selector/matchLabels")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void feed_secrets_need_credentials_and_the_wish_for_them() {
        var wished = ContainersBench.web().container("\"CreateFeedSecrets\":\"True\"");
        assertThat(wished.render().objects().feedSecrets()).isEmpty();

        wished.image("web", "acme/web", "1", ContainersBench.PRIVATE);
        assertThat(wished.render().objects().feedSecrets()).hasSize(1);
        assertThat(wished.onlyContainer().path("image").asString())
                .isEqualTo("registry.example.org:5000/team/acme/web:1");
        assertThat(wished.container("\"CreateFeedSecrets\":\"False\"")
                        .render()
                        .objects()
                        .feedSecrets())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Deployment, RollingUpdate, , , , objects 180",
        "Deployment, RollingUpdate, NoWait, , , none",
        "Deployment, RollingUpdate, NoWait, True, 60, objects 60",
        "Deployment, RollingUpdate, NoWait, False, 60, none",
        "Deployment, RollingUpdate, Wait, True, 60, rollout 60",
        "Deployment, RollingUpdate, Wait, , , rollout",
        "Deployment, BlueGreen, NoWait, False, , rollout",
        "Deployment, RollingUpdate, , True, 0, objects",
        "Deployment, RollingUpdate, , True, '', objects",
        "StatefulSet, OnDelete, Wait, , , none",
        "Job, , Wait, True, , objects 180",
    })
    void waits_as_the_step_says(String kind, String style, String wait, String check, String timeout, String expected) {
        var step = ContainersBench.web().with("DeploymentResourceType", kind);
        Optional.ofNullable(style).ifPresent(value -> step.with("DeploymentStyle", value));
        Optional.ofNullable(wait).ifPresent(value -> step.with("DeploymentWait", value));
        Optional.ofNullable(check).ifPresent(value -> step.with(CHECK, value));
        Optional.ofNullable(timeout).ifPresent(value -> step.with(TIMEOUT, value));

        assertThat(words(step.render().check())).isEqualTo(expected);
    }

    private static String words(StatusCheck check) {
        return switch (check) {
            case StatusCheck.None _ -> "none";
            case StatusCheck.Rollout rollout -> "rollout" + words(rollout.limit());
            case StatusCheck.Objects objects -> "objects" + words(objects.limit());
        };
    }

    private static String words(Optional<Duration> limit) {
        return limit.map(duration -> " " + duration.toSeconds()).orElse("");
    }

    @Test
    void applies_server_side_and_with_force_unless_the_step_says_otherwise() {
        var step = ContainersBench.web();
        assertThat(step.render().apply()).isEqualTo(ApplyOptions.STANDARD);

        step.with("Octopus.Action.Kubernetes.ServerSideApply.ForceConflicts", "False");
        assertThat(step.render().apply()).isEqualTo(new ApplyOptions(true, false));
    }
}
