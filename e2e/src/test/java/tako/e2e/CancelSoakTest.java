package tako.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tako.e2e.Setup.ScriptedStep;

/** Deployments are cancelled at random moments, while scripts and what they started ignore that they are asked to stop. */
class CancelSoakTest {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration GONE = Duration.ofSeconds(5);
    /** From before the claim to well after the script has started its children. */
    private static final int LATEST_MILLIS = 1_500;
    /** Stands in the arguments of every process of the script. */
    private static final String SLEEP = "86399.5";

    private static final String STUBBORN = """
            trap '' TERM HUP INT
            for child in 1 2 3; do
              bash -c "trap '' TERM HUP INT; while :; do sleep %1$s; done" &
              setsid bash -c "trap '' TERM HUP INT; while :; do sleep %1$s; done" &
            done
            echo "they run"
            while :; do sleep %1$s; done
            """.formatted(SLEEP);

    private final Path home = FreshHome.named("cancels");
    private final RunningServer server = RunningServer.start(home);
    private final Setup setup = new Setup(server.wire());
    private final CancelTimes times = new CancelTimes();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @Tag("crash")
    @Timeout(120)
    void ten_cancels_end_scripts_that_do_not_listen() {
        cancels(10);
    }

    @Test
    @Tag("soak")
    @Tag("soak-cancel")
    @Timeout(1800)
    void two_hundred_cancels_end_scripts_that_do_not_listen() {
        cancels(200);
    }

    private void cancels(int count) {
        long seed = System.nanoTime();
        System.out.println("CancelSoakTest: seed " + seed);
        var random = new SplittableRandom(seed);
        var environment = setup.environment("Dev");
        var release = setup.release(setup.project("Stubborn", new ScriptedStep("Stay", "", STUBBORN)), "1.0.0");
        int ran = 0;
        for (int cancel = 0; cancel < count; cancel++) {
            String task = setup.deploy(release, environment).task();
            pass(random.nextInt(LATEST_MILLIS));
            assertThat(times.cancel(setup, task).path("State").asString())
                    .as(() -> setup.rawLog(task))
                    .isEqualTo("Canceled");
            ran += setup.rawLog(task).contains("they run") ? 1 : 0;
            await().atMost(GONE).untilAsserted(() -> assertThat(left()).isEmpty());
        }
        System.out.printf("CancelSoakTest: %s; in %d the script had started its children%n", times, ran);
        assertThat(ran).as("scripts that ran, seed %d", seed).isPositive();
        assertThat(times.p99()).as("%s, seed %d", times, seed).isLessThanOrEqualTo(LONGEST);
        server.stop();
        server.assertNothingLeft();
    }

    /** Processes of scripts; the server's own do not sleep so. */
    private List<String> left() {
        return new ProcessesOf(home)
                .running().stream().filter(line -> line.contains(SLEEP)).toList();
    }

    private static void pass(int millis) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
                .join();
    }
}
