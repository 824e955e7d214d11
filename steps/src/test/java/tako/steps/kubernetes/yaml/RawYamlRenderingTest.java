package tako.steps.kubernetes.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tako.steps.kubernetes.yaml.RawYaml.context;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tako.octostache.Variables;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.Rendering.RenderedText;
import tako.server.delivery.step.RenderingRefused;
import tako.server.delivery.step.StepHandler.AfterCrash;
import tako.steps.kubernetes.cluster.ClusterBounds;
import tako.steps.kubernetes.cluster.Clusters;
import tako.steps.kubernetes.manifest.Manifest;
import tako.steps.kubernetes.rollout.ApplyOptions;
import tako.steps.kubernetes.rollout.RolloutProperties;
import tako.steps.kubernetes.rollout.StatusCheck;

class RawYamlRenderingTest {
    private static final String MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

    private static RawYamlRendering render(RenderContext context) {
        return new RawYamlRenderer(context).render();
    }

    private static RawYamlRendering render(Map<String, String> properties) {
        var all = new HashMap<>(Map.of(RawYamlProperties.BODY, MAP));
        all.putAll(properties);
        return render(context(all, Map.of(), Set.of()));
    }

    private static List<String> problems(RenderContext context) {
        try {
            throw new AssertionError(render(context).toString());
        } catch (RenderingRefused refused) {
            return refused.problems();
        }
    }

    @Test
    void shows_each_object_as_it_will_be_applied() {
        var rendering = render(context(
                """
                apiVersion: v1
                kind: Service
                metadata: &names
                  name: "#{Name}"
                spec:
                  type: NodePort
                  ports: [{port: 80, nodePort: #{Node Port}}]
                ---
                #{each host in Hosts}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: #{host}}, data: {mode: "0644", on: yes}}
                #{/each}
                """.replace("on: yes", "\"on\": 'yes'"),
                Map.of("Name", "web", "Node Port", "30000", "Hosts", "one,two")));

        assertThat(rendering.texts())
                .containsExactly(
                        new RenderedText("service-web.yaml", "yaml", """
                                apiVersion: v1
                                kind: Service
                                metadata:
                                  name: web
                                spec:
                                  type: NodePort
                                  ports:
                                  - port: 80
                                    nodePort: 30000
                                """),
                        new RenderedText("configmap-one.yaml", "yaml", """
                                apiVersion: v1
                                kind: ConfigMap
                                metadata:
                                  name: one
                                data:
                                  mode: "0644"
                                  "on": "yes"
                                """),
                        new RenderedText("configmap-two.yaml", "yaml", """
                                apiVersion: v1
                                kind: ConfigMap
                                metadata:
                                  name: two
                                data:
                                  mode: "0644"
                                  "on": "yes"
                                """));
        assertThat(rendering.access().namespace()).isEqualTo("dev");
    }

    @Test
    void shows_no_secret_wherever_it_stands() {
        var rendering = render(context(MAP + """
                        data:
                          plain: #{Password}
                          url: db://me:#{Password}@example.org
                          loud: "#{Password | ToUpper}"
                          text: |
                            password=#{Password}
                        """, Map.of("Password", "swordfish"), "Password"));

        assertThat(rendering
                        .objects()
                        .getFirst()
                        .json()
                        .path("data")
                        .path("loud")
                        .asString())
                .isEqualTo("SWORDFISH");
        assertThat(rendering.texts().getFirst().text()).isEqualTo("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: a
                data:
                  plain: '********'
                  url: db://me:********@example.org
                  loud: '********'
                  text: |
                    password=********
                """);
        assertThat(rendering.toString()).doesNotContain("swordfish");
    }

    @Test
    void shows_only_the_outline_of_an_object_that_is_a_secret_as_a_whole() {
        var rendering = render(context("#{Whole}", Map.of("Whole", MAP + "data: {password: swordfish}"), "Whole"));

        assertThat(rendering
                        .objects()
                        .getFirst()
                        .json()
                        .path("data")
                        .path("password")
                        .asString())
                .isEqualTo("swordfish");
        assertThat(rendering.texts().getFirst().text()).isEqualTo("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: a
                hidden: A secret makes up the structure of this object.
                """);
    }

    @Test
    void only_objects_that_a_secret_went_into_are_secret() {
        var text = """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a}
                data: {b: "#{Password}", c: '1.50'}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: b}
                spec: {ports: [{port: 80}], ratio: 1.50, big: 12345678901}
                """;

        assertThat(render(context(text, Map.of("Password", "swordfish"), "Password"))
                        .objects())
                .extracting(Manifest::isSecret)
                .containsExactly(true, false);
    }

    @Test
    void tells_problems_without_the_values_of_secrets() {
        assertThat(problems(context(
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: #{Password}}",
                        Map.of("Password", "swordfish"),
                        "Password")))
                .singleElement()
                .asString()
                .contains("********")
                .doesNotContain("swordfish");
    }

    @Test
    void refuses_unresolved_expressions_that_yaml_would_take_for_comments() {
        assertThat(problems(context(MAP + "data:\n  port: #{Nobody}\n", Map.of())))
                .singleElement()
                .asString()
                .startsWith(
                        "The expression #{Nobody} could not be resolved, and YAML takes what begins with # for a comment");
    }

    @Test
    void notes_unresolved_expressions_within_texts_and_refuses_them_where_that_is_wanted() {
        String text = MAP + "data:\n  # set #{Nobody}\n  script: |\n    echo #{Nobody}\n    port: #{Nobody}\n";

        var rendering = render(context(text, Map.of()));
        assertThat(rendering.notes()).singleElement().asString().contains("#{Nobody}");
        assertThat(rendering
                        .objects()
                        .getFirst()
                        .json()
                        .path("data")
                        .path("script")
                        .asString())
                .contains("echo #{Nobody}");

        assertThat(problems(context(text, Map.of(RawYamlProperties.FAIL_ON_UNRESOLVED, "True"))))
                .singleElement()
                .asString()
                .contains("#{Nobody}", RawYamlProperties.FAIL_ON_UNRESOLVED);
    }

    @ParameterizedTest
    @CsvSource({
        "Octopus.Action.Script.ScriptSource, Package, Put the YAML into the step",
        "Octopus.Action.Script.ScriptSource, GitRepository, Put the YAML into the step",
        "Octopus.Action.Script.ScriptSource, '', Put the YAML into the step",
        "Octopus.Action.KubernetesContainers.CustomResourceYaml, ' ', The YAML is empty",
        "Octopus.Action.KubernetesContainers.CustomResourceYaml, '#{each a in b}', could not be replaced",
        "Octopus.Action.KubernetesContainers.CustomResourceYaml, 'a: b', apiVersion is missing",
        "Octopus.Action.Kubernetes.DeploymentTimeout, soon, is not a whole number from 0 to 31536000",
    })
    void refuses_what_it_cannot_apply_and_says_what_to_do(String key, String value, String sentence) {
        assertThatThrownBy(() -> render(Map.of(key, value)))
                .isInstanceOf(RenderingRefused.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void refuses_a_target_that_is_no_cluster_together_with_what_else_is_wrong() {
        var context = new RenderContext(
                "Apply",
                "Octopus.KubernetesDeployRawYaml",
                Map.of(RawYamlProperties.SOURCE, "Package"),
                Variables.NONE,
                Set.of(),
                Optional.empty(),
                List.of());

        assertThat(problems(context)).hasSizeGreaterThan(1).anyMatch(problem -> problem.contains("names no cluster"));
    }

    @Test
    void takes_the_namespace_of_the_step_before_that_of_the_target() {
        assertThat(render(Map.of(RawYamlProperties.NAMESPACE, "prod")).access().namespace())
                .isEqualTo("prod");
    }

    @Test
    void waits_for_three_minutes_unless_the_step_says_otherwise() {
        assertThat(render(Map.of()).check())
                .isEqualTo(new StatusCheck.Objects(Optional.of(Duration.ofMinutes(3)), false));
        assertThat(render(Map.of(RolloutProperties.LIMIT, "0")).check())
                .isEqualTo(new StatusCheck.Objects(Optional.empty(), false));
        assertThat(render(Map.of(RolloutProperties.LIMIT, "")).check())
                .isEqualTo(new StatusCheck.Objects(Optional.empty(), false));
        assertThat(render(Map.of(RolloutProperties.LIMIT, "5", RolloutProperties.JOBS, "true"))
                        .check())
                .isEqualTo(new StatusCheck.Objects(Optional.of(Duration.ofSeconds(5)), true));
        assertThat(render(Map.of(RolloutProperties.CHECK, "False")).check()).isEqualTo(new StatusCheck.None());
    }

    @Test
    void applies_on_the_servers_side_and_by_force_unless_the_step_says_otherwise() {
        assertThat(render(Map.of()).apply()).isEqualTo(ApplyOptions.STANDARD);
        assertThat(render(Map.of(RolloutProperties.FORCE, "False")).apply()).isEqualTo(new ApplyOptions(true, false));
        assertThat(render(Map.of(RolloutProperties.SERVER_SIDE, "false")).apply())
                .isEqualTo(new ApplyOptions(false, true));
    }

    @Test
    void describes_itself() {
        try (var clusters = new Clusters(ClusterBounds.STANDARD)) {
            var step = new RawYamlStep(clusters);

            assertThat(step.actionTypes()).containsExactly("Octopus.KubernetesDeployRawYaml");
            assertThat(step.afterCrash()).isEqualTo(AfterCrash.REPEAT);
            assertThat(step.fields()).extracting(field -> field.key()).doesNotHaveDuplicates();
        }
    }
}
