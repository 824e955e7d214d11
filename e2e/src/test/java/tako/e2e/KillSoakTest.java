package tako.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tako.e2e.AppendedLines.Line;
import tako.e2e.Setup.Deployment;

/** The server is killed at random moments while deployments run; whatever was acknowledged ends, and nothing happens twice. */
class KillSoakTest {
    private static final List<String> STEPS = List.of("First", "Second");
    private static final int AT_ONCE = 3;
    private static final int LONGEST_LIFE_MILLIS = 2_500;
    private static final Duration BACKLOG = Duration.ofMinutes(10);

    private final Path home = FreshHome.named("kills");
    private final RunningServer server = RunningServer.notStarted(home, Map.of());
    private final AppendedLines appended = new AppendedLines(home.resolveSibling("lines.txt"));
    private final List<Deployment> acknowledged = new ArrayList<>();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @Tag("crash")
    @Timeout(600)
    void five_kills_lose_and_double_nothing() {
        survives(5);
    }

    @Test
    @Tag("soak")
    @Tag("soak-kill")
    @Timeout(3600)
    void fifty_kills_lose_and_double_nothing() {
        survives(50);
    }

    private void survives(int kills) {
        var seed = System.nanoTime();
        System.out.println("KillSoakTest: seed " + seed);
        var random = new SplittableRandom(seed);
        server.start();
        var setup = new Setup(server.wire());
        var environment = setup.environment("Dev");
        var project =
                setup.project("Appender", STEPS.stream().map(appended::step).toArray(Setup.ScriptedStep[]::new));
        var release = setup.release(project, "1.0.0");

        for (int kill = 0; kill < kills; kill++) {
            deployUntilKilled(release, environment, random.nextInt(LONGEST_LIFE_MILLIS));
            server.start();
        }

        var after = new Setup(server.wire());
        acknowledged.forEach(deployment -> after.ended(deployment.task(), BACKLOG));
        assertThat(acknowledged).as("seed %d", seed).isNotEmpty();
        checkEffects(after, seed);
        server.stop();
        server.assertNothingLeft();
    }

    private void deployUntilKilled(String release, String environment, int millis) {
        var killed = CompletableFuture.runAsync(
                server::kill, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
        var setup = new Setup(server.wire());
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                acknowledged.add(setup.deploy(release, environment));
            }
        } catch (UncheckedIOException e) {
            // Killed before it answered: nothing was acknowledged.
        }
        killed.join();
    }

    /** Also for tasks that were made but never acknowledged, because the kill came before the answer. */
    private void checkEffects(Setup setup, long seed) {
        var lines = appended.byTask();
        acknowledged.forEach(
                deployment -> check(setup, deployment.task(), lines.getOrDefault(deployment.task(), List.of())));
        lines.forEach((task, its) -> check(setup, task, its));
        assertThat(lines).as("seed %d: some script ran", seed).isNotEmpty();
    }

    private static void check(Setup setup, String task, List<Line> lines) {
        var state = setup.ended(task, BACKLOG).path("State").asString();
        var log = setup.rawLog(task);
        if (state.equals("Success")) {
            AppendedLines.assertWhole(lines, STEPS);
            return;
        }
        assertThat(state).as(log).isEqualTo("Failed");
        assertThat(log).contains("was interrupted");
        lines.stream().collect(Collectors.groupingBy(Line::step)).forEach((step, its) -> {
            assertThat(log).as("the log names the attempt").contains(step);
            assertThat(its)
                    .extracting(Line::execution)
                    .as("%s ran once%n%s", step, log)
                    .containsOnly(its.getFirst().execution());
            assertThat(its).extracting(Line::number).doesNotHaveDuplicates();
        });
    }
}
