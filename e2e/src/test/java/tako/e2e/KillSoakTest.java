package tako.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tako.e2e.AppendedLines.Line;
import tako.e2e.Setup.Deployment;
import tools.jackson.databind.JsonNode;

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
    private final List<Instant> kills = new ArrayList<>();

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

    private void survives(int times) {
        var seed = System.nanoTime();
        System.out.println("KillSoakTest: seed " + seed);
        var random = new SplittableRandom(seed);
        server.start();
        var setup = new Setup(server.wire());
        var environment = setup.environment("Dev");
        var project =
                setup.project("Appender", STEPS.stream().map(appended::step).toArray(Setup.ScriptedStep[]::new));
        var release = setup.release(project, "1.0.0");

        for (int kill = 0; kill < times; kill++) {
            deployUntilKilled(release, environment, random.nextInt(LONGEST_LIFE_MILLIS));
            server.start();
        }

        var after = new Setup(server.wire());
        acknowledged.forEach(deployment -> after.ended(deployment.task(), BACKLOG));
        assertThat(acknowledged).as("seed %d", seed).isNotEmpty();
        var counts = checkEffects(after, seed);
        System.out.printf("KillSoakTest: %d kills, %d acknowledged, %s%n", times, acknowledged.size(), counts);
        server.stop();
        server.assertNothingLeft();
    }

    private void deployUntilKilled(String release, String environment, int millis) {
        var setup = new Setup(server.wire());
        var killed = CompletableFuture.runAsync(
                server::kill, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                acknowledged.add(setup.deploy(release, environment));
            }
        } catch (UncheckedIOException e) {
            // Killed before it answered: nothing was acknowledged.
        }
        killed.join();
        kills.add(Clock.systemUTC().instant());
    }

    /** Also for tasks that were made but never acknowledged, because the kill came before the answer. @return how many ended how */
    private Map<String, Integer> checkEffects(Setup setup, long seed) {
        var lines = appended.byTask();
        assertThat(lines).as("seed %d: some script ran", seed).isNotEmpty();
        var tasks = new TreeSet<>(lines.keySet());
        acknowledged.forEach(deployment -> tasks.add(deployment.task()));
        var counts = new TreeMap<String, Integer>();
        tasks.forEach(task -> counts.merge(check(setup, task, lines.getOrDefault(task, List.of())), 1, Integer::sum));
        return counts;
    }

    /** @return how it ended */
    private String check(Setup setup, String task, List<Line> lines) {
        var ended = setup.ended(task, BACKLOG);
        var state = ended.path("State").asString();
        if (state.equals("Success")) {
            AppendedLines.assertWhole(lines, STEPS);
            return wasCut(ended) ? "went on after a kill" : "succeeded without one";
        }
        var log = setup.rawLog(task);
        assertThat(state).as(log).isEqualTo("Failed");
        assertThat(log).contains("was interrupted");
        lines.stream()
                .collect(Collectors.groupingBy(Line::step))
                .forEach((step, its) -> checkAttempt(StepLog.of(setup, task, step), its));
        return "failed as interrupted";
    }

    /** Whether the server was killed between a task's start and its end. */
    private boolean wasCut(JsonNode task) {
        var start = OffsetDateTime.parse(task.path("StartTime").asString()).toInstant();
        var end = OffsetDateTime.parse(task.path("CompletedTime").asString()).toInstant();
        return kills.stream().anyMatch(kill -> kill.isAfter(start) && kill.isBefore(end));
    }

    /** A step of a failed task ran at most once, and its log says so: it names the execution, or that it was cut off. */
    private static void checkAttempt(StepLog log, List<Line> lines) {
        var execution = lines.getFirst().execution();
        assertThat(lines).extracting(Line::execution).as("%s ran once", log).containsOnly(execution);
        assertThat(lines).extracting(Line::number).as(log.toString()).doesNotHaveDuplicates();
        assertThat(log.text()).containsPattern("was interrupted|execution " + execution);
        if (lines.size() < AppendedLines.LINES) {
            assertThat(log.text()).contains("was interrupted");
        }
    }
}
