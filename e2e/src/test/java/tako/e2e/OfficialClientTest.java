package tako.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import tako.e2e.Setup.ScriptedStep;
import tools.jackson.databind.json.JsonMapper;

/** The official npm package, unmodified, against a running server. */
@Tag("outside")
@Tag("npm")
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficialClientTest {
    /**
     * The client's own published tests that need neither packages nor {@code pwsh}. Those that remain: four about packages, two about build
     * information and one about a release with packages (packages come later); "deploy with short timeout exits correctly" and "deploy
     * with cancel on timeout works correctly" (their step is a PowerShell script that takes ten seconds); the builders of zip and NuGet
     * files, which talk to no server.
     */
    private static final List<String> OWN_TESTS = List.of(
            "client throws with invalid configuration",
            "configuration undefined",
            "configuration blank",
            "createRequestHeaders when api key is provided it is put into the correct request header",
            "createRequestHeaders when an access token is provided it is put into the correct request header",
            "createRequestHeaders when neither an access token or api key is provided then the correct api key header is filled in for backward compatibility",
            "Check capabilities Returns no error for something we know exists",
            "Check capabilities Returns false for something we know does not exist",
            "create a release can create a release",
            "deploy a release deploy to single environment",
            "wait for server task non-existent task wait exits correctly",
            "wait for server task existing task deploy with default timeout exits correctly");

    private final NpmProject npm = NpmProject.inBuildFolder();
    private final RunningServer server = RunningServer.notStarted(FreshHome.named("official-client"), Map.of());

    @BeforeAll
    void start() throws Exception {
        npm.install();
        server.start();
    }

    @AfterAll
    void stop() {
        server.stop();
        server.assertNothingLeft();
    }

    @Test
    void releases_deploys_and_waits_for_the_task() throws Exception {
        var setup = new Setup(server.wire());
        setup.environment("Dev");
        setup.project("Random Quotes", new ScriptedStep("Say hello", "", "echo hello"));

        var run = npm.run(
                List.of("node", "release-and-deploy.mjs", "Default", "Random Quotes", "Dev"),
                Map.of("SERVER_URL", server.address().toString(), "API_KEY", RunningServer.KEY));

        assertThat(run.code()).as(run.output()).isZero();
        var result =
                new JsonMapper().readTree(run.output().strip().lines().toList().getLast());
        assertThat(result.path("version").asString()).isEqualTo("0.0.1");
        var task = result.path("tasks").path(0);
        assertThat(task.path("State").asString()).isEqualTo("Success");
        assertThat(task.path("FinishedSuccessfully").asBoolean()).isTrue();
        assertThat(result.path("deployments").path(0).path("TaskId")).isEqualTo(task.path("Id"));
        assertThat(setup.rawLog(task.path("Id").asString())).contains("hello");
    }

    @TestFactory
    Stream<DynamicTest> passes_its_own_tests() throws Exception {
        npm.copySuite();
        var results = npm.folder().resolve("results.txt");
        Files.deleteIfExists(results);
        var run = npm.run(
                List.of("node", "node_modules/jest/bin/jest.js", "--config", "jest.config.cjs", "-t", ownTests()),
                Map.of("OCTOPUS_TEST_URL", server.address() + "/", "OCTOPUS_TEST_API_KEY", RunningServer.KEY));
        var outcomes = outcomes(results);
        return OWN_TESTS.stream()
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> assertThat(outcomes.getOrDefault(name, "did not run: " + run.output()))
                                .isEqualTo("passed")));
    }

    /** A pattern of JavaScript; the names hold no special characters. */
    private static String ownTests() {
        return OWN_TESTS.stream().collect(Collectors.joining("|", "^(", ")$"));
    }

    /** By name: {@code passed}, or what went wrong. A test that ran twice must pass twice. */
    private static Map<String, String> outcomes(Path results) throws IOException {
        var outcomes = new LinkedHashMap<String, String>();
        for (String line : Files.readAllLines(results)) {
            var columns = line.split("\t", 3);
            if (!columns[0].equals("pending")) {
                outcomes.merge(
                        columns[1],
                        columns[0].equals("passed") ? "passed" : columns[0] + ": " + columns[2],
                        (first, second) -> first.equals("passed") ? second : first);
            }
        }
        return outcomes;
    }
}
