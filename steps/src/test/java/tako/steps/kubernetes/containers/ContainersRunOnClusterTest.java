package tako.steps.kubernetes.containers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static tako.steps.kubernetes.Objects.manifest;
import static tako.steps.kubernetes.Objects.workload;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.platform.log.Level;
import tako.server.delivery.step.Outcome;
import tako.steps.kubernetes.Access;
import tako.steps.kubernetes.RecordedStep;
import tako.steps.kubernetes.cluster.ClusterAccess;
import tako.steps.kubernetes.cluster.ClusterBounds;
import tako.steps.kubernetes.cluster.Clusters;
import tako.steps.kubernetes.containers.ContainersRendering.Strategy;
import tako.steps.kubernetes.manifest.Manifest;
import tako.steps.kubernetes.rollout.ApplyOptions;
import tako.steps.kubernetes.rollout.StatusCheck;
import tako.testbed.Namespace;
import tako.testbed.TestCluster;
import tools.jackson.databind.node.ObjectNode;

/** The containers step on a real cluster. */
@Tag("cluster")
class ContainersRunOnClusterTest {
    private static @Nullable TestCluster cluster;
    private static @Nullable Clusters clusters;

    private @Nullable Namespace namespace;
    private RecordedStep step = new RecordedStep();
    private StatusCheck check = new StatusCheck.Objects(Optional.of(Duration.ofSeconds(60)), false);
    private Strategy strategy = Strategy.ROLLING_UPDATE;
    private ApplyOptions apply = ApplyOptions.STANDARD;

    @BeforeAll
    static void join() {
        cluster = TestCluster.join();
        clusters = new Clusters(ClusterBounds.STANDARD);
    }

    @AfterAll
    static void leave() {
        requireNonNull(clusters).close();
    }

    @BeforeEach
    void make() {
        namespace = cluster().namespaceToBeMade();
    }

    @AfterEach
    void remove() {
        namespace().close();
    }

    @Test
    void everything_is_applied_in_order_into_a_namespace_that_is_made() throws InterruptedException {
        var port = cluster().freeNodePort();
        assertThat(deploy(all(1, "hello:1", port))).isEqualTo(new Outcome.Succeeded());

        assertThat(step.texts(Level.INFO))
                .startsWith("Made the namespace " + namespace().name() + ", which did not exist.")
                .contains("Deployment web: 1 of 1 pods available.");
        assertThat(step.texts(Level.VERBOSE).stream().filter(text -> text.startsWith("Applied")))
                .containsExactly(
                        applied("Secret pull"),
                        applied("ConfigMap settings-1"),
                        applied("Secret keys-1"),
                        applied("Deployment web"),
                        applied("Service web"),
                        applied("Ingress web"));
        await().ignoreExceptions().untilAsserted(() -> assertThat(answer(port)).isEqualTo("hello v1"));
    }

    @Test
    void each_object_is_shown_before_it_is_applied_with_its_secrets_hidden() throws InterruptedException {
        deploy(all(1, "hello:1", cluster().freeNodePort()));

        assertThat(step.texts(Level.VERBOSE))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("Applying Secret keys-1:\napiVersion: v1\n")
                        .contains("********"));
        assertThat(step.everything()).doesNotContain("aHVzaA==");
    }

    @Test
    void outputs_hold_the_objects_as_they_live() throws InterruptedException {
        deploy(all(1, "hello:1", cluster().freeNodePort()));

        assertThat(step.outputs())
                .containsOnlyKeys("Secret(pull)", "ConfigMap", "Secret", "Deployment", "Service", "Ingress");
        assertThat(step.output("Secret").sensitive()).isTrue();
        assertThat(step.output("Secret(pull)").sensitive()).isTrue();
        assertThat(step.output("Deployment").sensitive()).isFalse();
        assertThat(step.output("Deployment").value())
                .contains("\"availableReplicas\":1")
                .doesNotContain("managedFields");
        assertThat(step.output("Service").value()).contains("\"clusterIP\":");
    }

    @Test
    void what_earlier_deployments_left_behind_goes_and_feed_secrets_stay() throws InterruptedException {
        var port = cluster().freeNodePort();
        deploy(all(1, "hello:1", port));
        deploy(all(2, "hello:2", port));

        assertThat(namespace().has("configmap", "settings-2")).isTrue();
        assertThat(namespace().has("configmap", "settings-1")).isFalse();
        assertThat(namespace().has("secret", "keys-1")).isFalse();
        assertThat(namespace().has("secret", "pull")).isTrue();
        assertThat(step.texts(Level.INFO)).contains("Removed ConfigMap settings-1 of an earlier deployment.");
        await().ignoreExceptions().untilAsserted(() -> assertThat(answer(port)).isEqualTo("hello v2"));
    }

    @Test
    void the_same_deployment_again_adds_next_to_nothing() throws InterruptedException {
        var same = all(1, "hello:1", cluster().freeNodePort());
        deploy(same);
        var mark = cluster().auditLog().mark();
        assertThat(deploy(same)).isEqualTo(new Outcome.Succeeded());

        await().untilAsserted(() -> assertThat(cluster().auditLog().since(mark))
                .filteredOn(entry -> entry.namespace().equals(namespace().name()))
                .filteredOn(entry -> entry.userAgent().equals("tako"))
                .extracting(entry -> entry.verb() + " " + entry.resource())
                .containsExactly(
                        "patch secrets",
                        "patch configmaps",
                        "patch secrets",
                        "patch deployments",
                        "patch services",
                        "patch ingresses",
                        "list configmaps",
                        "list secrets"));
    }

    @Test
    void a_deployment_that_does_not_wait_leaves_old_pods_what_they_use() throws InterruptedException {
        var port = cluster().freeNodePort();
        deploy(all(1, "hello:1", port));
        check = new StatusCheck.None();
        deploy(all(2, "nobody:9", port));
        assertThat(namespace().has("configmap", "settings-1")).isTrue();
        assertThat(namespace().has("secret", "keys-1")).isTrue();

        check = new StatusCheck.Objects(Optional.of(Duration.ofSeconds(60)), false);
        deploy(all(3, "hello:1", port));
        assertThat(namespace()
                        .kubectl("get", "configmaps", "-l", "step=s1", "-o", "name")
                        .lines())
                .containsExactly("configmap/settings-3");
    }

    @Test
    void blue_green_leads_traffic_over_only_when_the_new_one_is_up() throws Exception {
        strategy = Strategy.BLUE_GREEN;
        check = new StatusCheck.Rollout(Optional.of(Duration.ofSeconds(60)));
        var port = cluster().freeNodePort();
        deploy(blueGreen(1, "hello:1", port));
        await().ignoreExceptions().untilAsserted(() -> assertThat(answer(port)).isEqualTo("hello v1"));

        var failed = deploy(blueGreen(2, "crasher:1", port));
        assertThat(failed).isInstanceOf(Outcome.Failed.class);
        assertThat(step.texts(Level.ERROR))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .startsWith("Deployment web-2 did not come up: container web ends again and again"));
        assertThat(step.texts(Level.INFO))
                .containsSubsequence(
                        "The Deployment web-2 failed.",
                        "The service web was not updated, and does not point to the failed Deployment, meaning the blue/green swap was not performed.",
                        "The previous Deployments were not removed.");
        assertThat(answer(port)).isEqualTo("hello v1");

        deploy(blueGreen(3, "hello:2", port));
        await().ignoreExceptions().untilAsserted(() -> assertThat(answer(port)).isEqualTo("hello v2"));
        assertThat(namespace().kubectl("get", "deployments", "-o", "name").lines())
                .containsExactly("deployment.apps/web-3");
    }

    @Test
    void a_rejected_node_port_fails_with_its_cause_and_says_what_was_applied() throws InterruptedException {
        try (var other = cluster().namespace()) {
            int port = cluster().freeNodePort();
            other.kubectl("create", "service", "nodeport", "taken", "--tcp=80", "--node-port=" + port);
            var failed = deploy(all(1, "hello:1", port));

            assertThat(failed).isInstanceOf(Outcome.Failed.class);
            assertThat(step.texts(Level.ERROR))
                    .singleElement()
                    .satisfies(text -> assertThat(text)
                            .contains("nodePort: Invalid value: " + port + ": provided port is already allocated"));
            assertThat(step.texts(Level.INFO))
                    .contains(
                            "The service web was not updated.",
                            "The ingress rules for web were not updated.",
                            "The previous config maps were not removed.",
                            "Applied were: Secret pull, ConfigMap settings-1, Secret keys-1, Deployment web.");
        }
    }

    @Test
    void a_failed_part_stops_everything_behind_it() throws InterruptedException {
        var object = manifest("{apiVersion: example.org/v1, kind: Widget, metadata: {name: w}}");
        var objects = all(1, "hello:1", cluster().freeNodePort());
        var failed = deploy(new ContainersRendering.Objects(
                List.of(),
                objects.configMap(),
                Optional.empty(),
                List.of(),
                List.of(object),
                objects.workload(),
                objects.service(),
                objects.ingress()));

        assertThat(failed)
                .isEqualTo(
                        new Outcome.Failed(
                                "The cluster does not know the kind Widget of example.org/v1. Install its definition first, or correct apiVersion and kind."));
        assertThat(step.texts(Level.INFO)).contains("The Deployment was not created or updated.");
        assertThat(namespace().has("deployment", "web")).isFalse();
    }

    @Test
    void fields_of_others_are_taken_over_and_their_owners_named() throws InterruptedException {
        var objects = all(1, "hello:1", cluster().freeNodePort());
        deploy(objects);
        namespace().kubectl("scale", "deployment", "web", "--replicas=2");
        step = new RecordedStep();

        assertThat(deploy(objects)).isEqualTo(new Outcome.Succeeded());
        assertThat(step.texts(Level.INFO))
                .contains(
                        "Taking over fields of Deployment web that kubectl set before, as the step says (force conflicts).");

        namespace().kubectl("scale", "deployment", "web", "--replicas=2");
        apply = new ApplyOptions(true, false);
        assertThat(deploy(objects))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason())
                                .contains("others own what it would change: .spec.replicas (kubectl)"));
    }

    @Test
    void a_namespace_that_may_not_be_made_is_a_failure_with_both_reasons() throws InterruptedException {
        try (var home = cluster().namespace()) {
            var token = home.token(tako.testbed.Access.NONE);
            var account = home.name() + ":" + home.serviceAccount(tako.testbed.Access.NONE);
            cluster()
                    .kubectl(
                            "create",
                            "clusterrolebinding",
                            home.name() + "-none",
                            "--clusterrole=admin",
                            "--serviceaccount=" + account);
            var failed = run(
                    Access.token(cluster(), namespace().name(), token),
                    all(1, "hello:1", cluster().freeNodePort()));

            assertThat(failed)
                    .isEqualTo(
                            new Outcome.Failed("The namespace \"" + namespace().name()
                                    + "\" does not exist, and it could not be made: The cluster does not allow this target to apply Namespace "
                                    + namespace().name() + ": namespaces \""
                                    + namespace().name()
                                    + "\" is forbidden: User \"system:serviceaccount:" + account
                                    + "\" cannot patch resource \"namespaces\" in API group \"\" in the namespace \""
                                    + namespace().name() + "\". Give that user a role that allows it."));
        }
    }

    @Test
    void a_target_that_may_not_fails_at_its_first_object() throws InterruptedException {
        try (var home = cluster().namespace()) {
            var token = home.token(tako.testbed.Access.READ_ONLY);
            var failed = run(
                    Access.token(cluster(), home.name(), token),
                    all(1, "hello:1", cluster().freeNodePort()));

            assertThat(failed).isInstanceOf(Outcome.Failed.class);
            assertThat(step.texts(Level.ERROR))
                    .singleElement()
                    .satisfies(text -> assertThat(text).contains("cannot patch resource \"secrets\""));
            assertThat(step.texts(Level.INFO)).contains("Nothing was applied.");
        }
    }

    @Test
    void cancelling_says_what_was_applied() throws Exception {
        check = new StatusCheck.Rollout(Optional.empty());
        var objects = all(1, "hello:1", cluster().freeNodePort());
        objects.workload().orElseThrow().json().withObject("/spec").put("minReadySeconds", 60);
        var main = Thread.currentThread();
        Thread.ofVirtual().start(() -> {
            await().until(() -> step.everything().contains("Deployment web: 0 of 1 pods available"));
            main.interrupt();
        });

        assertThatThrownBy(() -> deploy(objects)).isInstanceOf(InterruptedException.class);
        assertThat(step.texts(Level.WARNING))
                .containsExactly(
                        "The step was stopped. Applied were: Secret pull, ConfigMap settings-1, Secret keys-1, Deployment web. It stays as it is.");
    }

    @Test
    void a_recreated_deployment_never_runs_two_versions() throws InterruptedException {
        strategy = Strategy.RECREATE;
        var port = cluster().freeNodePort();
        var first = all(1, "hello:1", port);
        first.workload().orElseThrow().json().withObject("/spec/strategy").put("type", "Recreate");
        deploy(first);
        var second = all(2, "hello:2", port);
        second.workload().orElseThrow().json().withObject("/spec/strategy").put("type", "Recreate");

        assertThat(deploy(second)).isEqualTo(new Outcome.Succeeded());
        await().ignoreExceptions().untilAsserted(() -> assertThat(answer(port)).isEqualTo("hello v2"));
    }

    @Test
    void a_job_runs_anew_at_each_deployment_although_its_pods_cannot_be_changed() throws InterruptedException {
        check = new StatusCheck.Objects(Optional.of(Duration.ofMinutes(1)), true);
        assertThat(deploy(migration(1))).isEqualTo(new Outcome.Succeeded());
        assertThat(deploy(migration(2))).isEqualTo(new Outcome.Succeeded());

        assertThat(step.texts(Level.INFO))
                .contains("Job migrate exists and cannot be changed: deleting it with its pods, to make it anew.");
        assertThat(namespace().kubectl("get", "job", "migrate", "-o", "jsonpath={.spec.template.metadata.labels.run}"))
                .isEqualTo("2");
    }

    private static ContainersRendering.Objects migration(int run) {
        var job = labelled(run, """
                apiVersion: batch/v1
                kind: Job
                metadata: {name: migrate}
                spec:
                  template:
                    metadata: {labels: {run: "%d"}}
                    spec:
                      restartPolicy: Never
                      containers: [{name: migrate, image: "registry.local/hello:1", command: [sh, -c, "exit 0"]}]
                """.formatted(run));
        return new ContainersRendering.Objects(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(job),
                Optional.empty(),
                Optional.empty());
    }

    private Outcome deploy(ContainersRendering.Objects objects) throws InterruptedException {
        return run(Access.administrator(cluster(), namespace().name()), objects);
    }

    private Outcome run(ClusterAccess access, ContainersRendering.Objects objects) throws InterruptedException {
        var instance = objects.workload()
                .orElseThrow()
                .json()
                .at("/metadata/labels/run")
                .asString();
        var rendering = new ContainersRendering(
                access, objects, strategy, apply, check, Map.of("step", "s1"), Map.entry("run", instance), List.of());
        return new ContainersRun(requireNonNull(clusters)).run(rendering, step);
    }

    private static ContainersRendering.Objects all(int run, String image, int nodePort) {
        var secret = labelled(
                run, "{apiVersion: v1, kind: Secret, metadata: {name: keys-" + run + "}, data: {token: aHVzaA==}}");
        return new ContainersRendering.Objects(
                List.of(manifest("{apiVersion: v1, kind: Secret, metadata: {name: pull}, data: {a: Yg==}}")),
                Optional.of(labelled(
                        run,
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings-" + run
                                + "}, data: {colour: blue}}")),
                Optional.of(new Manifest(secret.json(), masked(secret))),
                List.of(),
                List.of(),
                Optional.of(web(run, "web", image)),
                Optional.of(service(run, "web", nodePort)),
                Optional.of(labelled(run, """
                        apiVersion: networking.k8s.io/v1
                        kind: Ingress
                        metadata: {name: web}
                        spec:
                          rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]
                        """)));
    }

    private static ContainersRendering.Objects blueGreen(int run, String image, int nodePort) {
        var name = "web-" + run;
        return new ContainersRendering.Objects(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(web(run, name, image)),
                Optional.of(service(run, name, nodePort)),
                Optional.empty());
    }

    private static Manifest web(int run, String name, String image) {
        return labelled(
                run,
                workload(
                        "Deployment",
                        "apps/v1",
                        name,
                        "registry.local/" + image,
                        "replicas: 1",
                        "minReadySeconds: " + (image.startsWith("crasher") ? 10 : 0)));
    }

    private static Manifest service(int run, String selected, int nodePort) {
        return labelled(
                run,
                "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: NodePort, ports: [{port: 80, targetPort: 8080, nodePort: "
                        + nodePort + "}], selector: {app: " + selected + "}}}");
    }

    private static Manifest labelled(int run, String yaml) {
        var object = manifest(yaml);
        object.json().withObject("/metadata/labels").put("step", "s1").put("run", "r" + run);
        return object;
    }

    private static ObjectNode masked(Manifest secret) {
        var shown = secret.json().deepCopy();
        shown.withObject("/data").put("token", "********");
        return shown;
    }

    private String applied(String title) {
        return "Applied " + title + " in namespace " + namespace().name() + ".";
    }

    private static String answer(int port) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://" + cluster().nodeAddress() + ":" + port + "/"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body().strip();
        }
    }

    private static TestCluster cluster() {
        return requireNonNull(cluster);
    }

    private Namespace namespace() {
        return requireNonNull(namespace);
    }
}
