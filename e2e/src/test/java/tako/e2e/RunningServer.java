package tako.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A server in a process of its own, started from the class path of the tests. Its output goes to a file beside its home. */
public final class RunningServer implements AutoCloseable {
    /** The administrator's key. */
    public static final String KEY = "API-E2EADMINISTRATOR01";

    private static final Pattern READY = Pattern.compile("^Tako listens on (http://\\S+)$", Pattern.MULTILINE);
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Path home;
    private final Path log;
    private final Map<String, String> environment;
    private @Nullable Process process;
    private @Nullable URI address;

    private RunningServer(Path home, Map<String, String> environment) {
        this.home = home;
        this.log = home.resolveSibling(home.getFileName() + ".log");
        this.environment = environment;
    }

    /** Starts a server with the embedded database, and waits until it is ready. */
    public static RunningServer start(Path home) {
        var server = notStarted(home, Map.of());
        server.start();
        return server;
    }

    /**
     * A server to be started.
     *
     * @param more environment variables besides those of the first administrator
     */
    public static RunningServer notStarted(Path home, Map<String, String> more) {
        var environment = new HashMap<>(Map.of(
                "PATH",
                System.getenv("PATH"),
                "HOME",
                home.resolveSibling("").toString(),
                "LANG",
                "C.UTF-8",
                "ADMIN_USERNAME",
                "admin",
                "ADMIN_PASSWORD",
                "correct horse battery staple",
                "ADMIN_API_KEY",
                KEY));
        environment.putAll(more);
        return new RunningServer(home, environment);
    }

    /** Starts it, and waits until it is ready: also again, on the same home, perhaps at another port. */
    public void start() {
        try {
            var before = Files.exists(log) ? Files.readString(log).length() : 0;
            var builder = new ProcessBuilder(command()).redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().clear();
            builder.environment().putAll(environment);
            var started = builder.start();
            process = started;
            await().atMost(START)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> !started.isAlive() || addressAfter(before).isPresent());
            address = addressAfter(before)
                    .orElseThrow(() -> new AssertionError("The server did not start:\n" + output()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "tako.app.Main",
                "serve",
                "--home",
                home.toString(),
                "--port",
                "0",
                "--bind",
                "127.0.0.1");
    }

    private Optional<URI> addressAfter(int characters) throws IOException {
        var text = Files.readString(log);
        return READY.matcher(text.substring(Math.min(characters, text.length())))
                .results()
                .map((MatchResult match) -> URI.create(match.group(1)))
                .findFirst();
    }

    /** What it wrote so far. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public URI address() {
        return required(address);
    }

    /** A client with the administrator's key; every answer must be what the server's OpenAPI document says. */
    public Wire wire() {
        return new Wire(address(), KEY, OpenApiCheck.of(address(), KEY));
    }

    /** kill -9: only the server itself, as the kernel would. */
    public void kill() {
        required(process).destroyForcibly();
        awaitEnd();
    }

    /** SIGSTOP: it does nothing more, and knows nothing of it. */
    public void freeze() {
        signal("-STOP");
    }

    /** SIGCONT. */
    public void thaw() {
        signal("-CONT");
    }

    private void signal(String name) {
        try {
            var kill = new ProcessBuilder(
                            "kill", name, Long.toString(required(process).pid()))
                    .start();
            assertThat(kill.waitFor()).as("kill %s", name).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGTERM, and the end. */
    public void stop() {
        required(process).destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            assertThat(required(process).waitFor(STOP.toSeconds(), TimeUnit.SECONDS))
                    .as("the server ended within %s:%n%s", STOP, output())
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Neither the server nor anything it started runs, at the latest when the silence of its lifeline is noticed. */
    public void assertNothingLeft() {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(new ProcessesOf(home).running()).isEmpty());
    }

    /** Ends it somehow. */
    @Override
    public void close() {
        var running = process;
        if (running != null && running.isAlive()) {
            running.destroyForcibly();
            awaitEnd();
        }
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("The server was not started.");
        }
        return value;
    }
}
