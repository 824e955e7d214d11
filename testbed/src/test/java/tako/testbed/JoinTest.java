package tako.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real lock, around a cluster that only notes when it is started and ended: others may be using the machine's. */
@Tag("cluster")
class JoinTest {
    private static final String START = """
            #!/bin/sh
            [ -f "$K8S_DIR/log/audit.log" ] || { sleep 0.2; echo up >>"$NOTES"; }
            mkdir -p "$K8S_DIR/log"
            touch "$K8S_DIR/log/audit.log"
            """;
    private static final String END = """
            #!/bin/sh
            echo down >>"$NOTES"
            rm -r "$K8S_DIR"
            """;

    /** Says that it joined, and stays until its input ends. */
    private static final String[] STAYING = {"sh", "-c", "echo joined; exec cat >/dev/null"};

    @TempDir
    private Path folder;

    private final List<Process> runs = new ArrayList<>();

    @BeforeEach
    void makeScripts() throws IOException {
        for (String name : List.of("join.sh", "env.sh")) {
            Files.copy(Path.of(Scripts.path(name)), folder.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Path module = Files.createDirectory(folder.resolve("multicall")).resolve("go.mod");
        Files.copy(Path.of(Scripts.path("multicall")).resolve("go.mod"), module);
        script("up.sh", START);
        script("down.sh", END);
        script("kubectl", "#!/bin/sh\n");
    }

    @AfterEach
    void endAll() {
        runs.forEach(run -> run.descendants().forEach(ProcessHandle::destroyForcibly));
        runs.forEach(Process::destroyForcibly);
    }

    @Test
    void theFirstStartsItAndTheLastEndsIt() throws Exception {
        Process first = start(STAYING);
        Process second = start(STAYING);
        awaitJoined(first);
        awaitJoined(second);
        assertThat(notes()).containsExactly("up");

        end(first);
        assertThat(notes()).containsExactly("up");

        end(second);
        assertThat(notes()).containsExactly("up", "down");
    }

    @Test
    void whoIsKilledHoldsNothing() throws Exception {
        Process killed = join();
        killed.descendants().forEach(ProcessHandle::destroyForcibly);
        killed.destroyForcibly().waitFor();
        assertThat(notes()).as("nobody was there to end it").containsExactly("up");

        end(join());
        assertThat(notes()).containsExactly("up", "down");
    }

    @Test
    void itEndsAsItsCommandDoes() throws Exception {
        assertThat(start("sh", "-c", "exit 7").waitFor()).isEqualTo(7);
        assertThat(notes()).containsExactly("up", "down");
    }

    private Process join() throws IOException {
        Process run = start(STAYING);
        awaitJoined(run);
        return run;
    }

    private static void awaitJoined(Process run) {
        await().until(() -> "joined".equals(run.inputReader().readLine()));
    }

    private Process start(String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of(folder.resolve("join.sh").toString()));
        words.addAll(List.of(command));
        var builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of(
                        "K8S_DIR", folder.resolve("cluster").toString(),
                        "K8S_BIN", folder.toString(),
                        "NETNS", "tako-nobody",
                        "NOTES", folder.resolve("notes").toString()));
        Process run = builder.start();
        runs.add(run);
        return run;
    }

    private static void end(Process run) throws Exception {
        run.getOutputStream().close();
        assertThat(run.waitFor()).isZero();
    }

    private List<String> notes() throws IOException {
        return Files.readAllLines(folder.resolve("notes"));
    }

    private void script(String name, String text) throws IOException {
        Files.setPosixFilePermissions(
                Files.writeString(folder.resolve(name), text), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
