package tako.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command of the program that concerns the test drive, started from the class path of the tests.
 *
 * @param log what it writes to
 */
public record TestDriveProcess(Process process, Path log) implements AutoCloseable {
    private static final Path APPLICATION = Path.of("..", "samples", "random-quotes", "target", "random-quotes.jar")
            .toAbsolutePath()
            .normalize();
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration END = Duration.ofSeconds(30);

    /**
     * Starts a test drive.
     *
     * @param name of its log, beside the home
     * @param more options besides home and port
     */
    public static TestDriveProcess start(Path home, String name, String... more) {
        return program(
                home,
                name,
                Stream.concat(
                        Stream.of("testdrive", "--application", APPLICATION.toString(), "--port", "0"),
                        Stream.of(more)));
    }

    /** Deploys to Prod, as the test drive says one does in another terminal, and signs off in this one. */
    public void deployToProd(Path home) {
        Stream<String> command = Stream.of("deploy", "--project", "Random Quotes", "--to", "Prod");
        try (var deploy = program(home, "deploy", command)) {
            awaitSaid("to Prod):");
            type("p");
            assertThat(deploy.exitCode(START)).as(deploy.said()).isZero();
            assertThat(deploy.said())
                    .contains("Waiting for an answer to Deployment Sign Off", "/submit", "Deployed to Prod.");
        }
    }

    /** What {@code testdrive mails} shows of a home. */
    public static String mails(Path home) {
        Stream<String> command = Stream.of("testdrive", "--application", "none", "mails");
        try (var mails = program(home, "mails", command)) {
            assertThat(mails.exitCode(END)).as(mails.said()).isZero();
            return mails.said();
        }
    }

    /** Types a line. */
    public void type(String line) {
        try {
            process.getOutputStream().write((line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has said this. */
    public void awaitSaid(String text) {
        await().atMost(START).until(() -> !process.isAlive() || said().contains(text));
        assertThat(said()).contains(text);
    }

    private static TestDriveProcess program(Path home, String name, Stream<String> arguments) {
        Path log = home.resolveSibling(home.getFileName() + "-" + name + ".log");
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "tako.app.Main");
        List<String> words = Stream.of(java, arguments, Stream.of("--home", home.toString()))
                .flatMap(part -> part)
                .toList();
        try {
            return new TestDriveProcess(
                    new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has said where to look. */
    public TestDriveProcess ready() {
        await().atMost(START).until(() -> !process.isAlive() || said().contains("Ctrl-C ends the server"));
        assertThat(process.isAlive()).as(this::said).isTrue();
        return this;
    }

    /** What it wrote so far. */
    public String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address that it printed for an environment's page; the tutorial's ports may be taken by others. */
    public URI address(String environment) {
        return Pattern.compile("^ +" + environment + " +(http://\\S+)", Pattern.MULTILINE)
                .matcher(said())
                .results()
                .map(found -> URI.create(found.group(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No address of " + environment + ":\n" + said()));
    }

    /** The page at that address. */
    public String page(String environment) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address(environment)).build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    /** SIGTERM, and its end. */
    public void stop() {
        process.destroy();
        exitCode(END);
    }

    /** Its exit code, when it ends within a bound. */
    public int exitCode(Duration bound) {
        try {
            assertThat(process.waitFor(bound.toSeconds(), TimeUnit.SECONDS))
                    .as(this::said)
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return process.exitValue();
    }

    /** kill -9, if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
        exitCode(END);
    }
}
