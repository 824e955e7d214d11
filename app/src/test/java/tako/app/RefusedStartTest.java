package tako.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tako.platform.database.Database;
import tako.platform.database.DatabaseAddress;
import tako.platform.database.Databases;
import tako.platform.database.HomeLock;

/** A server that cannot start says in a sentence why and what next, and ends with 2. */
class RefusedStartTest {
    @TempDir
    Path folder;

    @Test
    void thePortIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            CommandLineRun run = serve("--port", port);

            assertRefused(run, "another program uses it. Stop that program or choose another with --port.");
            assertThat(run.err()).contains("port " + port);
        }
    }

    @Test
    void theHomeIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("home"), "not a folder");

        CommandLineRun run = CommandLineRun.of("serve", "--port", "0", "--home", file.toString());

        assertRefused(run, "cannot be written");
        assertThat(run.err()).contains("--home");
    }

    @Test
    void anotherServerUsesTheHome() {
        try (HomeLock _ = HomeLock.take(home())) {
            assertRefused(serve("--port", "0"), "is in use by another server");
        }
    }

    @Test
    void theHomeBelongsToANewerVersion() throws IOException {
        Files.createDirectories(home());
        try (Database database = Databases.open(
                new DatabaseAddress.Embedded(home().resolve("tako.db")), List.of("db/migration/platform"))) {
            database.change(tx -> tx.update("""
                            insert into flyway_schema_history
                                (installed_rank, version, description, type, script, installed_by, execution_time, success)
                            values (9999, '9999', 'from the future', 'SQL', 'V9999__later.sql', 'tako', 1, true)""").execute());
        }

        assertRefused(serve("--port", "0"), "newer");
    }

    @Test
    void aSettingIsUnknown() {
        CommandLineRun run = serve("--port", "0", "--set", "task.cap=3");

        assertRefused(run, "did you mean tasks.cap?");
    }

    @Test
    void aSettingHasAValueThatIsNotAllowed() {
        assertRefused(serve("--port", "0", "--set", "tasks.cap=many"), "tasks.cap");
    }

    @Test
    void argumentsAreWrong() {
        assertThat(CommandLineRun.of("variable", "explain", "Port").code()).isEqualTo(Main.REFUSED);
        assertThat(CommandLineRun.of("variable", "explain", "Port", "--project", "P", "--planet", "Moon")
                        .code())
                .isEqualTo(Main.REFUSED);
        assertThat(CommandLineRun.of("nothing").code()).isEqualTo(Main.REFUSED);
    }

    @Test
    void theServerToDeployByIsNotThere() {
        CommandLineRun run =
                CommandLineRun.of("deploy", "--home", home().toString(), "--project", "Random Quotes", "--to", "Dev");

        assertRefused(run, "No server runs in the home");
    }

    private Path home() {
        return folder.resolve("home");
    }

    private CommandLineRun serve(String... more) {
        var arguments = new java.util.ArrayList<>(List.of("serve", "--home", home().toString()));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    private static void assertRefused(CommandLineRun run, String because) {
        assertThat(run.code()).as(run.err()).isEqualTo(Main.REFUSED);
        assertThat(run.err()).contains(because);
        assertThat(run.err().strip().lines()).hasSizeLessThanOrEqualTo(2);
    }
}
