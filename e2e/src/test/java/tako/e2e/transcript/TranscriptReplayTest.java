package tako.e2e.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import tako.e2e.FreshHome;
import tako.e2e.RunningServer;
import tako.e2e.Setup;
import tako.e2e.Wire;

/** What official clients sent, sent again to a fresh server: one test for each call, named by recording and line. */
@Tag("outside")
class TranscriptReplayTest {
    static final List<String> RECORDINGS =
            List.of("octopus-cli-1", "octopus-cli-2", "github-actions", "ts-client-npm-tests");

    private final List<RunningServer> servers = new ArrayList<>();

    @AfterEach
    void close() {
        servers.forEach(RunningServer::close);
    }

    private Wire start() {
        var server = RunningServer.start(FreshHome.named("transcripts"));
        servers.add(server);
        return server.wire();
    }

    private static Stream<DynamicTest> replay(String recording, Wire wire, Scene scene) {
        var replay = new Replay(wire, scene, ClientReads.all());
        return Recording.calls(recording).stream()
                .filter(call -> LeftOut.reason(call).isEmpty())
                .map(call -> DynamicTest.dynamicTest(call.name(), () -> replay.of(call)));
    }

    @TestFactory
    Stream<DynamicTest> the_command_line_client_makes_a_project_releases_and_deploys_it() {
        var wire = start();
        return replay("octopus-cli-1", wire, CliScene.first(new Setup(wire)));
    }

    @TestFactory
    Stream<DynamicTest> the_command_line_client_goes_on_and_deletes_everything() {
        var wire = start();
        return replay("octopus-cli-2", wire, CliScene.second(new Setup(wire)));
    }

    @TestFactory
    Stream<DynamicTest> the_official_actions_create_and_deploy_releases() {
        var wire = start();
        return replay("github-actions", wire, ActionsScene.of(new Setup(wire)));
    }

    @TestFactory
    Stream<DynamicTest> the_npm_client_runs_its_own_tests() {
        var wire = start();
        return replay("ts-client-npm-tests", wire, new NpmSuiteScene(wire));
    }
}
