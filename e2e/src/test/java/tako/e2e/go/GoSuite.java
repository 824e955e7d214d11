package tako.e2e.go;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tako.e2e.RunningServer;

/**
 * The end-to-end tests that the official Go module carries, built from a copy of it. Each is a run of its own, because a panic ends the
 * whole program.
 *
 * @param program the built tests
 * @param folder where they expect to run
 */
record GoSuite(Path program, Path folder) {
    /** They search a public gallery in the internet. */
    private static final Set<String> NEED_THE_INTERNET =
            Set.of("TestFeedServiceSearchPackages", "TestFeedServiceSearchPackageVersions");

    private static final Path CLIENTS = Path.of("clients", "go");
    private static final String MODULE = "github.com/OctopusDeploy/go-octopusdeploy/v2";
    private static final String TESTS = "test/e2e";
    private static final Duration BOUND = Duration.ofSeconds(90);

    /** Copies the module out of the module cache, which is read-only, and builds its tests. */
    static GoSuite built() {
        var go = GoProgram.tool(CLIENTS);
        go.run(List.of("go", "mod", "download", MODULE)).succeeded();
        var cached =
                go.run(List.of("go", "list", "-m", "-f", "{{.Dir}}", MODULE)).succeeded();
        var copy = Path.of("target", "go-module").toAbsolutePath();
        copy(Path.of(cached.strip()), copy);
        var program = Path.of("target", "go-e2e.test").toAbsolutePath();
        GoProgram.tool(copy)
                .run(List.of("go", "test", "-c", "-o", program.toString(), "./" + TESTS))
                .succeeded();
        return new GoSuite(program, copy.resolve(TESTS));
    }

    /** The names of all tests that need nothing but a server. */
    List<String> names() {
        var listed = new GoProgram(folder, Map.of(), BOUND)
                .run(List.of(program.toString(), "-test.list", "."))
                .succeeded();
        return listed.lines()
                .filter(line -> line.startsWith("Test") && !NEED_THE_INTERNET.contains(line))
                .toList();
    }

    /** Runs one test. */
    GoTest run(String name, AbsentRoutes server) {
        var environment = Map.of("OCTOPUS_HOST", server.address(), "OCTOPUS_API_KEY", RunningServer.KEY);
        var ended = new GoProgram(folder, environment, BOUND)
                .run(List.of(program.toString(), "-test.v", "-test.run", "^" + name + "$"));
        return GoTest.of(name, ended, server.take());
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (Files.notExists(target)) {
                    Files.write(target, Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
