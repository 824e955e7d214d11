package tako.platform.process;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left of a script with five stubborn children when its server dies or sleeps. */
@ParameterizedClass(name = "{0}")
@MethodSource("kinds")
@Timeout(60)
class LocalExecutorCrashTest {
    static final Bounds BOUNDS =
            new Bounds(Duration.ofMillis(300), Duration.ofSeconds(3), Duration.ofMillis(300), Duration.ofMillis(500));

    @Parameter
    Isolation.Kind kind = Isolation.Kind.PROCESS_GROUP;

    @TempDir
    Path home = Path.of("");

    private final Trace trace = Trace.fresh();
    private @Nullable Process started;

    static Stream<Isolation.Kind> kinds() {
        return LocalExecutorTest.kinds();
    }

    @BeforeEach
    void startServer() throws Exception {
        var ready = home.resolve("ready");
        // The script writes the trace's word nowhere but in its children's arguments: it comes by a file.
        var script = Files.writeString(home.resolve("script"), trace.stubbornScript());
        started = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerStandIn.class.getName(),
                        home.resolve("work").toString(),
                        kind.name(),
                        ". '" + script + "'",
                        ready.toString())
                .inheritIO()
                .start();
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(ready));
        assertThat(trace.processes()).hasSizeGreaterThanOrEqualTo(5);
    }

    private Process server() {
        return requireNonNull(started);
    }

    @AfterEach
    void endServer() {
        server().destroyForcibly();
    }

    @Test
    void nothing_is_left_when_the_server_is_killed() {
        server().destroyForcibly();

        await().atMost(BOUNDS.silence())
                .untilAsserted(() -> assertThat(trace.processes()).isEmpty());
    }

    @Test
    void nothing_is_left_when_the_server_is_stopped_past_the_bound_of_silence() throws Exception {
        signal("STOP");

        await().atMost(BOUNDS.silence().plusSeconds(2))
                .untilAsserted(() -> assertThat(trace.processes()).isEmpty());
        assertThat(server().isAlive()).isTrue();
    }

    @Test
    void everything_still_runs_when_the_server_was_stopped_for_less_than_the_bound() throws Exception {
        signal("STOP");
        await().during(Duration.ofMillis(800)).until(server()::isAlive);
        signal("CONT");

        await().during(BOUNDS.silence().plusSeconds(1))
                .atMost(BOUNDS.silence().plusSeconds(2))
                .untilAsserted(() -> assertThat(trace.processes()).hasSizeGreaterThanOrEqualTo(5));
    }

    @Test
    void the_next_server_removes_the_folder_that_a_killed_one_left() throws Exception {
        server().destroyForcibly().waitFor();
        assertThat(home.resolve("work")).isNotEmptyDirectory();

        try (var next = new LocalExecutor(home.resolve("work"), Isolation.of(kind), BOUNDS)) {
            next.sweep();
        }

        assertThat(trace.processes()).isEmpty();
        assertThat(home.resolve("work")).isEmptyDirectory();
    }

    private void signal(String name) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(server().pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
