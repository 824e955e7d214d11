package tako.steps.kubernetes.rollout;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tako.steps.kubernetes.Objects.deployment;
import static tako.steps.kubernetes.Objects.manifest;
import static tako.steps.kubernetes.Objects.workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.platform.log.Level;
import tako.steps.kubernetes.Access;
import tako.steps.kubernetes.RecordedStep;
import tako.steps.kubernetes.cluster.ClusterAccess;
import tako.steps.kubernetes.cluster.ClusterBounds;
import tako.steps.kubernetes.cluster.Clusters;
import tako.steps.kubernetes.manifest.Manifest;
import tako.steps.kubernetes.rollout.Applying.Applied;
import tako.testbed.Fault;
import tako.testbed.FaultyProxy;
import tako.testbed.Namespace;
import tako.testbed.TestCluster;

/** Waiting, on a real cluster with real pods. */
@Tag("cluster")
class RolloutOnClusterTest {
    private static final String HELLO = "registry.local/hello:1";
    private static final String NEWER = "registry.local/hello:2";

    private static @Nullable TestCluster cluster;
    private static @Nullable Namespace namespace;

    private final RecordedStep step = new RecordedStep();
    private final Clusters clusters = new Clusters(ClusterBounds.STANDARD.withOutage(Duration.ofSeconds(3)));
    private Optional<Duration> limit = Optional.of(Duration.ofSeconds(90));
    private boolean forJobs;

    @BeforeAll
    static void join() {
        cluster = TestCluster.join();
        namespace = cluster.namespace();
    }

    @AfterAll
    static void leave() {
        requireNonNull(namespace).close();
    }

    @AfterEach
    void close() {
        clusters.close();
    }

    @Test
    void a_deployment_is_up_when_its_pods_are_available() throws InterruptedException {
        assertThat(rollOut(deployment("web", HELLO, "replicas: 2"))).isInstanceOf(RolloutResult.Up.class);
        assertThat(namespace().kubectl("get", "deployment", "web", "-o", "jsonpath={.status.availableReplicas}"))
                .isEqualTo("2");
        assertThat(step.texts(Level.INFO)).contains("Deployment web: 2 of 2 pods available.");
    }

    @Test
    void a_newer_image_is_waited_for_until_the_old_pods_are_gone() throws InterruptedException {
        rollOut(deployment("newer", HELLO));

        assertThat(rollOut(deployment("newer", NEWER))).isInstanceOf(RolloutResult.Up.class);
        assertThat(namespace().kubectl("get", "deployment", "newer", "-o", "jsonpath={.status.replicas}"))
                .isEqualTo("1");
    }

    @Test
    void what_changes_nothing_is_not_waited_for() throws InterruptedException {
        rollOut(deployment("same", HELLO));
        var mark = cluster().auditLog().mark();

        assertThat(rollOut(deployment("same", HELLO))).isInstanceOf(RolloutResult.Up.class);
        await().untilAsserted(() -> assertThat(cluster().auditLog().since(mark))
                .filteredOn(entry -> entry.toString().contains("same"))
                .hasSize(1));
    }

    @Test
    void stateful_sets_and_daemon_sets_are_up_when_their_pods_are_ready() throws InterruptedException {
        var result = rollOut(
                manifest(workload("StatefulSet", "apps/v1", "store", HELLO, "serviceName: store")),
                manifest(workload("DaemonSet", "apps/v1", "agent", HELLO)));

        assertThat(result).isInstanceOf(RolloutResult.Up.class);
        assertThat(namespace()
                        .kubectl("get", "pods", "-l", "app in (store,agent)", "-o", "name")
                        .lines())
                .hasSize(2);
    }

    @Test
    void a_job_is_waited_for_only_if_the_step_says_so() throws InterruptedException {
        assertThat(rollOut(job("quick", "exit 0"))).isInstanceOf(RolloutResult.Up.class);
        forJobs = true;
        assertThat(rollOut(job("awaited", "exit 0"))).isInstanceOf(RolloutResult.Up.class);
        assertThat(namespace().kubectl("get", "job", "awaited", "-o", "jsonpath={.status.succeeded}"))
                .isEqualTo("1");
        assertThat(cause(rollOut(job("broken", "echo no luck today; exit 3"))))
                .startsWith("Job broken failed: Job has reached the specified backoff limit");
        assertThat(step.everything()).contains("no luck today");
    }

    @Test
    void a_job_that_removes_itself_when_it_is_complete_is_no_failure() throws InterruptedException {
        forJobs = true;
        var job = job("tidy", "exit 0");
        job.json().withObject("/spec").put("ttlSecondsAfterFinished", 0);

        assertThat(rollOut(job)).isInstanceOf(RolloutResult.Up.class);
    }

    @Test
    void a_missing_image_fails_with_its_name_after_three_tries() throws InterruptedException {
        var result = rollOut(deployment("missing", "registry.local/nobody:9"));

        assertThat(cause(result))
                .startsWith("Deployment missing did not come up: the image registry.local/nobody:9 of container web"
                        + " cannot be pulled (")
                .contains("Pod missing-")
                .endsWith("feed credentials).");
        assertThat(step.everything()).contains("Event ").contains("Progressing is True");
    }

    @Test
    void a_program_that_ends_again_and_again_fails_with_its_last_lines() throws InterruptedException {
        // Without it, the moment before its first end counts as being up.
        var result = rollOut(deployment("crash", "registry.local/crasher:1", "minReadySeconds: 10"));

        assertThat(cause(result))
                .startsWith(
                        "Deployment crash did not come up: container web ends again and again (exit code 1, 2 restarts)");
        assertThat(step.texts(Level.VERBOSE)).contains("  cannot go on: DATABASE_URL is not set");
    }

    @Test
    void pods_that_no_node_takes_fail_at_the_limit_with_the_schedulers_words() throws InterruptedException {
        limit = Optional.of(Duration.ofSeconds(4));
        var pod = deployment("lonely", HELLO);
        pod.json().withObject("/spec/template/spec/nodeSelector").put("disk", "golden");

        assertThat(cause(rollOut(pod)))
                .startsWith("Deployment lonely was not up within the step's limit of 4 seconds (0 of 1 pods available):"
                        + " no node takes the pod (0/1 nodes are available")
                .endsWith("tolerations.");
    }

    @Test
    void a_quota_that_refuses_the_pods_is_named() throws InterruptedException {
        limit = Optional.of(Duration.ofSeconds(5));
        try (var small = cluster().namespace()) {
            small.kubectl("create", "quota", "none", "--hard=pods=0");
            assertThat(cause(rollOut(small, deployment("poor", HELLO))))
                    .contains("its pods are refused (")
                    .contains("exceeded quota: none")
                    .contains("ReplicaSet poor-");
        }
    }

    @Test
    void kubernetes_own_progress_deadline_ends_a_rollout_without_a_limit() throws InterruptedException {
        limit = Optional.empty();
        var unready = deployment("unready", HELLO, "progressDeadlineSeconds: 3");
        unready.json()
                .withArray("/spec/template/spec/containers")
                .get(0)
                .withObject("/readinessProbe/exec")
                .withArray("command")
                .add("sh")
                .add("-c")
                .add("exit 1");

        assertThat(cause(rollOut(unready)))
                .startsWith("Deployment unready made no progress within its deadline of 3 seconds");
    }

    @Test
    void an_object_that_somebody_deletes_meanwhile_ends_the_wait() throws Exception {
        var pod = deployment("deleted", HELLO);
        pod.json().withObject("/spec/template/spec/nodeSelector").put("disk", "golden");
        var waiting = Thread.ofVirtual().start(() -> {
            await().until(() -> namespace().has("deployment", "deleted"));
            namespace().kubectl("delete", "deployment", "deleted");
        });

        assertThat(cause(rollOut(pod))).startsWith("Deployment deleted was deleted by somebody during the rollout");
        waiting.join();
    }

    @Test
    void a_cluster_that_is_away_for_a_moment_is_waited_for() throws Exception {
        try (var proxy = FaultyProxy.before(cluster())) {
            var wait = new Waiting(proxy, deployment("blink", HELLO, "minReadySeconds: 4"));
            wait.untilWatched();
            proxy.fault(new Fault.Refuse());
            proxy.cut();
            await().until(() -> step.everything().contains("Tako keeps trying for 3 seconds"));
            proxy.fault(new Fault.None());

            assertThat(wait.result()).isInstanceOf(RolloutResult.Up.class);
            assertThat(step.texts(Level.INFO)).contains("The cluster is back; waiting goes on.");
        }
    }

    @Test
    void a_cluster_that_goes_away_for_good_ends_the_wait_with_a_sentence() throws Exception {
        try (var proxy = FaultyProxy.before(cluster())) {
            var wait = new Waiting(proxy, deployment("away", HELLO, "minReadySeconds: 60"));
            wait.untilWatched();
            proxy.fault(new Fault.Refuse());
            proxy.cut();

            assertThat(wait.result())
                    .isInstanceOfSatisfying(
                            RolloutResult.Lost.class,
                            lost -> assertThat(lost.sentence())
                                    .startsWith(
                                            "The cluster went away during the rollout and did not come back within 3 seconds.")
                                    .contains("refuses the connection"));
        }
    }

    @Test
    void a_history_that_the_cluster_no_longer_holds_is_replaced_by_a_list() throws InterruptedException {
        try (var session =
                clusters.open(Access.administrator(cluster(), namespace().name()))) {
            var applied = new Applying(session.cluster(), namespace().name(), ApplyOptions.STANDARD, step)
                    .apply(deployment("forgotten", HELLO));
            applied.live().withObject("/metadata").put("resourceVersion", "1");

            assertThat(new RolloutWatch(session.cluster(), new StatusRules(false), limit, step).await(List.of(applied)))
                    .isInstanceOf(RolloutResult.Up.class);
        }
    }

    @Test
    void cancelling_ends_the_wait_at_once() throws Exception {
        try (var proxy = FaultyProxy.before(cluster())) {
            var wait = new Waiting(proxy, deployment("cancelled", HELLO, "minReadySeconds: 60"));
            wait.untilWatched();
            wait.thread.interrupt();

            assertThat(wait.thread.join(limit.orElseThrow().dividedBy(9))).isTrue();
            assertThat(wait.interrupted).isTrue();
        }
    }

    /** A rollout through a proxy, on a thread of its own. */
    private final class Waiting {
        final AtomicBoolean interrupted = new AtomicBoolean();
        final List<RolloutResult> results = new ArrayList<>();
        final Thread thread;

        Waiting(FaultyProxy proxy, Manifest manifest) {
            var access = Access.at(
                    "https://" + proxy.address(), cluster(), namespace().name());
            thread = Thread.ofVirtual().start(() -> {
                try {
                    results.add(rollOutInto(access, manifest));
                } catch (InterruptedException e) {
                    interrupted.set(true);
                }
            });
        }

        void untilWatched() {
            await().until(() -> step.everything().contains("pods available"));
        }

        RolloutResult result() throws InterruptedException {
            thread.join(Duration.ofSeconds(60));
            return results.getFirst();
        }
    }

    private RolloutResult rollOut(Manifest... manifests) throws InterruptedException {
        return rollOut(namespace(), manifests);
    }

    private RolloutResult rollOut(Namespace where, Manifest... manifests) throws InterruptedException {
        return rollOutInto(Access.administrator(cluster(), where.name()), manifests);
    }

    private RolloutResult rollOutInto(ClusterAccess access, Manifest... manifests) throws InterruptedException {
        try (var session = clusters.open(access)) {
            var applying = new Applying(session.cluster(), access.namespace(), ApplyOptions.STANDARD, step);
            var applied = new ArrayList<Applied>();
            for (var manifest : Arrays.asList(manifests)) {
                applied.add(applying.apply(manifest));
            }
            return new RolloutWatch(session.cluster(), new StatusRules(forJobs), limit, step).await(applied);
        }
    }

    private String cause(RolloutResult result) throws InterruptedException {
        assertThat(result).isInstanceOf(RolloutResult.Failed.class);
        try (var session =
                clusters.open(Access.administrator(cluster(), namespace().name()))) {
            return new FailureDescription(session.cluster(), step).describe((RolloutResult.Failed) result);
        }
    }

    private static Manifest job(String name, String command) {
        return manifest("""
                apiVersion: batch/v1
                kind: Job
                metadata: {name: %s}
                spec:
                  backoffLimit: 0
                  template:
                    spec:
                      restartPolicy: Never
                      containers:
                        - {name: work, image: "%s", command: [sh, -c, "%s"]}
                """.formatted(name, HELLO, command));
    }

    private static TestCluster cluster() {
        return requireNonNull(cluster);
    }

    private static Namespace namespace() {
        return requireNonNull(namespace);
    }
}
