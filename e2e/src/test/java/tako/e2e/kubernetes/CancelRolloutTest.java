package tako.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tako.e2e.CancelTimes;
import tako.e2e.FreshHome;
import tako.e2e.RunningServer;
import tako.e2e.Setup;
import tako.e2e.Setup.Deployment;
import tako.testbed.Namespace;
import tako.testbed.TestCluster;

/** A rollout that would go on for long is cancelled by a person. */
@Tag("outside")
@Tag("cluster")
class CancelRolloutTest {
    private static final Duration APPLIED = Duration.ofSeconds(60);
    private static final Duration AT_ONCE = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int LONG = 900;
    private static final int CANCELS = 50;
    private static final int LATEST_MILLIS = 3_000;

    private final TestCluster cluster = TestCluster.join();
    private final Namespace namespace = cluster.namespaceToBeMade();
    private final RunningServer server = RunningServer.start(FreshHome.named("cancelled-rollout"));
    private final Setup setup = new Setup(server.wire());

    @AfterEach
    void stop() {
        server.close();
        namespace.close();
    }

    @Test
    @Timeout(120)
    void it_ends_at_once_says_what_was_applied_and_gives_the_target_free() {
        cluster.images();
        var space = new RolloutSpace(setup, cluster);
        space.target("web", space.straight(namespace.name()));
        var steps = Map.of(
                "Never ready", WebStep.hello().neverReady().within(LONG),
                "No image", new WebStep("missing", Map.of(), Map.of()).within(LONG));

        steps.forEach((name, step) -> cancels(deploy(space, name, step)));

        setup.succeeds(deploy(space, "Well", WebStep.hello()).task());
    }

    @Test
    @Tag("soak")
    @Tag("soak-rollout-cancel")
    @Timeout(1800)
    void fifty_cancels_at_random_moments_end_within_two_seconds() {
        long seed = System.nanoTime();
        System.out.println("CancelRolloutTest: seed " + seed);
        var random = new SplittableRandom(seed);
        var times = new CancelTimes();
        cluster.images();
        var space = new RolloutSpace(setup, cluster);
        space.target("web", space.straight(namespace.name()));
        var project =
                space.project("Never ready", "web", WebStep.hello().neverReady().within(LONG));
        var release = space.release(project, "1.0.0", "1");

        for (int cancel = 0; cancel < CANCELS; cancel++) {
            var task = setup.deploy(release, space.environment()).task();
            pass(random.nextInt(LATEST_MILLIS));
            assertThat(times.cancel(setup, task).path("State").asString())
                    .as(() -> setup.rawLog(task))
                    .isEqualTo("Canceled");
        }

        System.out.println("CancelRolloutTest: " + times);
        assertThat(times.p99()).as("%s, seed %d", times, seed).isLessThanOrEqualTo(LONGEST);
    }

    private static void pass(int millis) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
                .join();
    }

    private Deployment deploy(RolloutSpace space, String name, WebStep step) {
        var project = space.project(name, "web", step);
        return setup.deploy(space.release(project, "1.0.0", "1"), space.environment());
    }

    private void cancels(Deployment deployment) {
        var task = deployment.task();
        await().atMost(APPLIED)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> log(task).contains("Applied Deployment web in namespace " + namespace.name() + "."));

        long asked = System.nanoTime();
        setup.wire().post("/api/tasks/" + task + "/cancel", Setup.object()).succeeded();
        var ended = setup.ended(task, AT_ONCE);

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(AT_ONCE);
        assertThat(ended.path("State").asString()).as(() -> setup.rawLog(task)).isEqualTo("Canceled");
        var settings = "settings-" + deployment.id().toLowerCase(Locale.ROOT);
        assertThat(log(task))
                .contains("The step was stopped. Applied were: ConfigMap " + settings
                        + ", Deployment web. It stays as it is.");
        assertThat(namespace.has("deployment", "web")).isTrue();
        assertThat(namespace.has("configmap", settings)).isTrue();
        assertThat(namespace.has("service", "web")).isFalse();
    }

    private String log(String task) {
        return RolloutSpace.lines(setup, task).stream().map(Line::text).reduce("", (all, text) -> all + text + "\n");
    }
}
