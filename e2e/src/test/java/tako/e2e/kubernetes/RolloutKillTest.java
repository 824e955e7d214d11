package tako.e2e.kubernetes;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tako.e2e.FreshHome;
import tako.e2e.RunningServer;
import tako.e2e.Setup;
import tako.e2e.Setup.Deployment;
import tako.testbed.AuditEntry;
import tako.testbed.AuditLog;
import tako.testbed.Namespace;
import tako.testbed.TestCluster;

/**
 * The server is killed at random moments while containers roll out. Every deployment ends well, the log says where it resumed, and the
 * API server's own record says that nothing was applied that nobody asked for.
 */
@Tag("outside")
@Tag("cluster")
class RolloutKillTest {
    private static final Duration BOUND = Duration.ofMinutes(3);
    private static final int READY_AFTER_SECONDS = 2;
    /** From queueing to a bit before the end of a rollout. */
    private static final int WHOLE_MILLIS = 4_000;
    /** From the first object to before the rollout can have ended. */
    private static final int ROLLING_MILLIS = 1_000 * READY_AFTER_SECONDS;

    private static final String RESUMED = "It was interrupted. Running it again does no harm, so it is run again.";

    private final TestCluster cluster = TestCluster.join();
    private final Namespace namespace = cluster.namespaceToBeMade();
    private final AuditLog.Mark beginning = cluster.auditLog().mark();
    private final RunningServer server = RunningServer.notStarted(FreshHome.named("rollout-kills"), Map.of());
    private final List<Deployment> deployments = new ArrayList<>();
    private @Nullable Setup setup;

    @AfterEach
    void close() {
        server.close();
        namespace.close();
    }

    @Test
    @Tag("crash")
    @Timeout(180)
    void two_kills_leave_what_was_asked_for_and_nothing_else() {
        survives(2);
    }

    @Test
    @Tag("soak")
    @Tag("soak-rollout-kill")
    @Timeout(1800)
    void twenty_kills_leave_what_was_asked_for_and_nothing_else() {
        survives(20);
    }

    private void survives(int kills) {
        long seed = System.nanoTime();
        System.out.println("RolloutKillTest: seed " + seed);
        var random = new SplittableRandom(seed);
        cluster.images();
        start();
        var space = new RolloutSpace(setup(), cluster);
        space.target("web", space.straight(namespace.name()));
        var project = space.project("Web", "web", WebStep.hello().readyAfter(READY_AFTER_SECONDS));
        var releases = List.of(space.release(project, "1.0.0", "1"), space.release(project, "2.0.0", "2"));

        for (int kill = 0; kill < kills; kill++) {
            deployments.add(setup().deploy(releases.get(kill % 2), space.environment()));
            boolean anyMoment = kill % 2 == 0;
            if (!anyMoment) {
                await().atMost(BOUND).until(() -> applied(settings(deployments.getLast())) > 0);
            }
            killAfter(random.nextInt(anyMoment ? WHOLE_MILLIS : ROLLING_MILLIS));
            start();
            endsWell(deployments.getLast(), 1 + kill % 2);
        }

        awaitAllOfTheAuditLog();
        nothingElseWasAsked();
        int hits =
                deployments.stream().mapToInt(this::appliedAsOftenAsTheLogSays).sum();
        assertThat(hits).as("kills that hit a running step").isPositive();
        System.out.printf(
                "RolloutKillTest: %d kills, %d hit a running step that was resumed, %d deployments, all succeeded%n",
                kills, hits, deployments.size());
    }

    /** Once, and once more at most for each time that the log says so. @return how often that is */
    private int appliedAsOftenAsTheLogSays(Deployment deployment) {
        int resumptions = resumptions(deployment);
        assertThat(applied(settings(deployment)))
                .as(() -> setup().rawLog(deployment.task()))
                .isBetween(1, 1 + resumptions);
        return resumptions;
    }

    private void start() {
        server.start();
        setup = new Setup(server.wire());
    }

    private Setup setup() {
        return requireNonNull(setup);
    }

    private void killAfter(int millis) {
        CompletableFuture.runAsync(server::kill, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
                .join();
    }

    /** Its image runs, and the objects are those of this deployment alone. */
    private void endsWell(Deployment deployment, int version) {
        var ended = setup().ended(deployment.task(), BOUND);
        assertThat(ended.path("State").asString())
                .as(() -> setup().rawLog(deployment.task()))
                .isEqualTo("Success");
        assertThat(namespace
                        .kubectl("get", "configmaps,deployments,services", "--output=name")
                        .lines())
                .containsExactlyInAnyOrder(
                        "configmap/kube-root-ca.crt",
                        "configmap/" + settings(deployment),
                        "deployment.apps/web",
                        "service/web");
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(runningImages())
                        .containsExactly(cluster.images().hello(version)));
    }

    private List<String> runningImages() {
        return List.of(namespace
                .kubectl("get", "pods", "--output=jsonpath={.items[*].spec.containers[*].image}")
                .split(" "));
    }

    /** How often the log says that the step was interrupted and where it goes on: below the step, at its target. */
    private int resumptions(Deployment deployment) {
        return Math.toIntExact(RolloutSpace.lines(setup(), deployment.task()).stream()
                .filter(line -> line.text().equals(RESUMED))
                .count());
    }

    /** All that was changed in the namespace, but for what the test itself did: applied under the server's name, or removed as left over. */
    private void nothingElseWasAsked() {
        var settings = deployments.stream().map(RolloutKillTest::settings).toList();
        var asked = new ArrayList<>(List.of("namespaces/" + namespace.name(), "deployments/web", "services/web"));
        settings.forEach(name -> asked.add("configmaps/" + name));
        assertThat(writes()).allSatisfy(entry -> {
            if (entry.verb().equals("delete")) {
                assertThat(settings.subList(0, settings.size() - 1)).contains(entry.name());
                return;
            }
            assertThat(entry.verb()).isEqualTo("patch");
            assertThat(entry.uri()).contains("fieldManager=tako");
            assertThat(asked).contains(entry.resource() + "/" + entry.name());
        });
    }

    /** How often the API server applied this config map. */
    private int applied(String settings) {
        return Math.toIntExact(writes().stream()
                .filter(entry -> entry.verb().equals("patch") && entry.name().equals(settings) && entry.code() < 300)
                .count());
    }

    private List<AuditEntry> writes() {
        return cluster.auditLog().since(beginning).stream()
                .filter(entry -> entry.writes() && entry.namespace().equals(namespace.name()))
                .filter(entry -> !entry.userAgent().startsWith("kubectl"))
                .toList();
    }

    /** An entry may be written a moment late, but never after that of a later request. */
    private void awaitAllOfTheAuditLog() {
        namespace.kubectl("get", "serviceaccounts");
        await().until(() -> cluster.auditLog().since(beginning).stream()
                .anyMatch(entry -> entry.namespace().equals(namespace.name())
                        && entry.resource().equals("serviceaccounts")
                        && entry.verb().equals("list")));
    }

    /** The config map that belongs to one deployment alone. */
    private static String settings(Deployment deployment) {
        return "settings-" + deployment.id().toLowerCase(Locale.ROOT);
    }
}
