package tako.bench.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildServerTest {
    private static final Jvm ONE_PAGE = Jvm.usual(System.getProperty("java.class.path"), OnePage.class.getName());

    @TempDir
    private Path folder;

    @Test
    void measuresTheTimeUntilAPageAnswersAndTheMemoryOfTheProcess() throws Exception {
        try (ChildServer server = ChildServer.start(ONE_PAGE.command())) {
            assertThat(server.secondsUntilReady("/")).isBetween(0.01, 60.0);
            assertThat(server.residentMegabytes()).isBetween(5.0, 2_000.0);
        }
    }

    @Test
    void saysWhatAServerPrintedThatEndedAtOnce() throws Exception {
        Jvm wrong = Jvm.usual(System.getProperty("java.class.path"), "tako.bench.Missing");

        try (ChildServer server = ChildServer.start(wrong.command())) {
            assertThatThrownBy(() -> server.secondsUntilReady("/")).hasMessageContaining("tako.bench.Missing");
        }
    }

    @Test
    void takesTheJarsOfTheBuiltProgramInAFixedOrder() throws Exception {
        Path lib = Files.createDirectory(folder.resolve("lib"));
        List<Path> jars = List.of(lib.resolve("a.jar"), lib.resolve("b.jar"), folder.resolve("app-1.jar"));
        for (Path jar : jars) {
            Files.createFile(jar);
        }
        Files.createFile(folder.resolve("built"));

        assertThat(AppJars.in(folder).jars()).isEqualTo(jars);
    }

    @Test
    void saysHowToBuildAProgramThatIsMissing() {
        assertThatThrownBy(() -> AppJars.in(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("./tako build");
    }
}
