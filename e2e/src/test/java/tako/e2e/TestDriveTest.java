package tako.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The test drive as a person sees it: what it prints, which pages answer, and that everything ends with it. */
@Tag("outside")
@Timeout(240)
class TestDriveTest {
    private static final Path APPLICATION = Path.of("..", "samples", "random-quotes", "target", "random-quotes.jar")
            .toAbsolutePath()
            .normalize();
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration END = Duration.ofSeconds(30);

    private final Path home = FreshHome.named("testdrive");
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void releasesToDevAndTestGoesOnWhereItWasAndLeavesNothing() throws Exception {
        Drive first = drive("first");

        assertThat(page(first, "Dev")).contains("Random Quotes 1.0.1, running in Dev");
        assertThat(page(first, "Test")).contains("Random Quotes 1.0.1, running in Test");
        assertThat(first.said())
                .contains("Prod  not deployed yet", "./tako deploy --home", "/setup?token=")
                .contains("Deployed to Dev.", "Deployed to Test.");
        assertThat(deployToProd()).isZero();
        URI dev = address(first, "Dev");
        first.process().destroy();
        assertEnded(first);
        assertThat(answers(dev)).isFalse();

        Drive second = drive("second");

        assertThat(page(second, "Prod")).contains("Random Quotes 1.0.1, running in Prod");
        assertThat(second.said()).doesNotContain("Deploying", "is created");
        second.process().destroyForcibly();
        assertEnded(second);
    }

    /** A test drive that runs, and the file that it writes to. */
    private record Drive(Process process, Path log) {
        String said() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Drive drive(String name) throws IOException {
        Path log = home.resolveSibling(home.getFileName() + "-" + name + ".log");
        Process process = program(
                log, "testdrive", "--home", home.toString(), "--application", APPLICATION.toString(), "--port", "0");
        var drive = new Drive(process, log);
        await().atMost(START).until(() -> !process.isAlive() || drive.said().contains("Ctrl-C ends the server"));
        assertThat(process.isAlive()).as(drive.said()).isTrue();
        return drive;
    }

    private int deployToProd() throws Exception {
        Path log = home.resolveSibling(home.getFileName() + "-deploy.log");
        Process deploy =
                program(log, "deploy", "--home", home.toString(), "--project", "Random Quotes", "--to", "Prod");
        assertThat(deploy.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(log)).contains("Deployed to Prod.");
        return deploy.exitValue();
    }

    private Process program(Path log, String... arguments) throws IOException {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "tako.app.Main"));
        words.addAll(List.of(arguments));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        started.add(process);
        return process;
    }

    /** The test drive and all that it started have ended, at the latest when the silence of their lifeline is noticed. */
    private void assertEnded(Drive drive) throws InterruptedException {
        assertThat(drive.process().waitFor(END.toSeconds(), TimeUnit.SECONDS)).isTrue();
        await().atMost(END)
                .untilAsserted(() -> assertThat(new ProcessesOf(home).running()).isEmpty());
    }

    private static String page(Drive drive, String environment) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address(drive, environment)).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static boolean answers(URI address) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** The address that it printed; the tutorial's ports may be taken by others. */
    private static URI address(Drive drive, String environment) {
        return Pattern.compile("^ +" + environment + " +(http://\\S+)", Pattern.MULTILINE)
                .matcher(drive.said())
                .results()
                .map(found -> URI.create(found.group(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No address of " + environment + ":\n" + drive.said()));
    }
}
