package tako.e2e.go;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tako.e2e.FreshHome;
import tako.e2e.RunningServer;

/** The official Go module's own end-to-end tests, one by one against one server; those of the committed list must pass. */
@Tag("soak")
@Tag("soak-go-e2e")
@Timeout(3600)
class GoSuiteTest {
    /** The names of the tests that must pass, one a line, in the suite's order. */
    private static final Path PASSING = Path.of("clients", "go", "passing.txt");

    private final RunningServer server = RunningServer.start(FreshHome.named("go-suite"));
    private final AbsentRoutes proxy = AbsentRoutes.before(server.address());

    @AfterEach
    void stop() {
        proxy.close();
        server.close();
    }

    @Test
    void the_modules_own_tests_of_the_committed_list_pass() throws IOException {
        var suite = GoSuite.built();
        var results = suite.names().stream().map(name -> suite.run(name, proxy)).toList();
        var passed = results.stream().filter(GoTest::passed).map(GoTest::name).toList();
        report(results, passed);

        assertThat(passed).containsAll(Files.readAllLines(PASSING));
    }

    private static void report(List<GoTest> results, List<String> passed) throws IOException {
        Files.write(Path.of("target", "go-e2e-passed.txt"), passed);
        print("%d of %d".formatted(passed.size(), results.size()));
        var byCause = results.stream()
                .filter(result -> !result.passed())
                .collect(Collectors.groupingBy(
                        GoTest::cause, TreeMap::new, Collectors.mapping(GoTest::name, Collectors.toList())));
        var causes = new ArrayList<>(byCause.entrySet());
        causes.sort(Comparator.comparingInt(cause -> -cause.getValue().size()));
        causes.forEach(cause -> {
            print("%d failed: %s".formatted(cause.getValue().size(), cause.getKey()));
            cause.getValue().forEach(name -> print("    " + name));
        });
    }

    private static void print(String line) {
        System.out.println("GoSuiteTest: " + line);
    }
}
