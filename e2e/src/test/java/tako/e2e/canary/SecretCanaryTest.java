package tako.e2e.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.e2e.AnswerCheck;
import tako.e2e.FreshHome;
import tako.e2e.RunningServer;
import tako.e2e.Setup;
import tako.e2e.Setup.Deployment;
import tako.e2e.Wire;

/** Fifty secrets go through a deployment in every way that secrets do, and none can be seen afterwards, wherever one looks. */
@Tag("outside")
class SecretCanaryTest {
    private static final Duration BOUND = Duration.ofMinutes(3);

    private final Path home = FreshHome.named("canary");
    private final RunningServer server = RunningServer.start(home);
    private final Setup setup = new Setup(server.wire());
    private final Canaries canaries = Canaries.fresh();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void no_secret_is_seen_anywhere() {
        try (var notices = new NoticeListener(server.address(), RunningServer.KEY)) {
            var project = new CanaryProject(setup, canaries);
            Deployment succeeding = project.deploy(project.make("Succeeds", CanaryProject.STEPS), "1.0.0");
            assertThat(state(succeeding))
                    .as(() -> setup.rawLog(succeeding.task()))
                    .isEqualTo("Success");
            assertThat(state(project.deploy(project.make("Reasons", CanaryProject.FAILING[0]), "1.0.0")))
                    .isEqualTo("Failed");
            assertThat(state(project.deploy(project.make("Errors", CanaryProject.FAILING[1]), "1.0.0")))
                    .isEqualTo("Failed");

            Map<String, String> answers = new Crawler(new Wire(server.address(), RunningServer.KEY, AnswerCheck.NONE))
                    .from("/api", "/api/Spaces-1", log(succeeding, "/details?verbose=true"), log(succeeding, "/raw"));
            Sinks sinks = Sinks.of(home, server.output(), answers, notices.heard());

            assertThePlainCanaryIsSeen(sinks);
            assertThat(setup.rawLog(succeeding.task()))
                    .contains("seen 1 before", "seen 50 before", "value ******** end");
            assertThat(sinks.texts().entrySet())
                    .flatExtracting(sink -> canaries.seenIn(sink.getKey(), sink.getValue()))
                    .isEmpty();
        }
    }

    /** Where these do not find what is no secret, they would find no secret either. */
    private static void assertThePlainCanaryIsSeen(Sinks sinks) {
        assertThat(sinks.having(Canaries.PLAIN)).isGreaterThan(4);
        assertThat(sinks.has("file", Canaries.PLAIN)).as("files of the home").isTrue();
        assertThat(sinks.has("GET /api/tasks", Canaries.PLAIN)).as("logs").isTrue();
        assertThat(sinks.has("GET /api/Spaces-1/variables", Canaries.PLAIN))
                .as("variables")
                .isTrue();
        assertThat(sinks.has("notices", "\"Kind\"")).as("notices").isTrue();
    }

    private String state(Deployment deployment) {
        return setup.ended(deployment.task(), BOUND).path("State").asString();
    }

    private static String log(Deployment deployment, String part) {
        return "/api/tasks/" + deployment.task() + part;
    }
}
