package tako.e2e.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
abstract class SecretCanaryContract {
    private static final Duration BOUND = Duration.ofMinutes(3);

    private final Path home = FreshHome.named("canary");
    private final Canaries canaries = Canaries.fresh();
    private RunningServer server = RunningServer.notStarted(home, Map.of());

    /** Where the database is, as environment variables of the server. */
    abstract Map<String, String> database();

    /** What is kept outside the home, by where; asked while the server runs. */
    abstract Map<String, String> keptElsewhere();

    @BeforeEach
    void start() {
        server = RunningServer.notStarted(home, database());
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void no_secret_is_seen_anywhere() {
        var setup = new Setup(server.wire());
        try (var notices = new NoticeListener(server.address(), RunningServer.KEY)) {
            var project = new CanaryProject(setup, canaries);
            project.keepPasswords();
            String succeeds = project.make("Succeeds", CanaryProject.STEPS);
            CanaryProject.MAIL.addTo(setup, succeeds);
            Deployment succeeding = project.deploy(succeeds, "1.0.0");
            assertThat(state(setup, succeeding))
                    .as(() -> setup.rawLog(succeeding.task()))
                    .isEqualTo("Success");
            for (var step : CanaryProject.FAILING) {
                Deployment failing = project.deploy(project.make(step.name(), step), "1.0.0");
                assertThat(state(setup, failing)).isEqualTo("Failed");
            }
            assertCanceledWhileItShowsSecrets(setup, project);

            Sinks sinks = sinks(answers(succeeds, succeeding), notices.heard());
            assertThePlainCanaryIsSeen(sinks);
            assertThat(setup.rawLog(succeeding.task()))
                    .contains(
                            "seen 1 before",
                            "seen 50 before",
                            "value ******** end",
                            "Queued the mail to ada@example.org as ");
            assertThat(sinks.texts().entrySet())
                    .flatExtracting(sink -> canaries.seenIn(sink.getKey(), sink.getValue()))
                    .isEmpty();
        }
    }

    private void assertCanceledWhileItShowsSecrets(Setup setup, CanaryProject project) {
        Deployment endless = project.deploy(project.make("Endless", CanaryProject.ENDLESS), "1.0.0");
        setup.waitsForLine(endless.task(), "round 2");
        setup.wire()
                .post("/api/tasks/" + endless.task() + "/cancel", Setup.object())
                .succeeded();
        assertThat(state(setup, endless)).isEqualTo("Canceled");
    }

    private static String state(Setup setup, Deployment deployment) {
        return setup.ended(deployment.task(), BOUND).path("State").asString();
    }

    /** Everything that links lead to, and what is asked with parameters. */
    private Map<String, String> answers(String project, Deployment deployment) {
        String variables = "/api/Spaces-1/variables/";
        String ofProject = "?project=" + project + "&environment=Dev";
        String task = "/api/tasks/" + deployment.task();
        return new Crawler(new Wire(server.address(), RunningServer.KEY, AnswerCheck.NONE))
                .from(
                        "/api",
                        "/api/Spaces-1",
                        "/api/smtpconfiguration",
                        "/api/users",
                        task + "/details?verbose=true",
                        task + "/raw",
                        variables + "names" + ofProject,
                        variables + "preview" + ofProject,
                        variables + "explain" + ofProject + "&name=PlainCanary",
                        variables + "explain" + ofProject + "&name=Composite",
                        variables + "explain" + ofProject + "&name=Canary5",
                        variables + "explain" + ofProject + "&name=Canary35",
                        variables + "explain" + ofProject + "&release=1.0.0&name=Composite",
                        "/api/Spaces-1/projects/" + project + "/releases/1.0.0/variables");
    }

    private Sinks sinks(Map<String, String> answers, String notices) {
        Map<String, String> all = new LinkedHashMap<>(answers);
        all.putAll(keptElsewhere());
        return Sinks.of(home, server.output(), all, notices);
    }

    /** Where these do not find what is no secret, they would find no secret either. */
    private void assertThePlainCanaryIsSeen(Sinks sinks) {
        assertThat(sinks.having(Canaries.PLAIN)).isGreaterThan(4);
        assertThat(sinks.has("/api/tasks", Canaries.PLAIN)).as("logs").isTrue();
        assertThat(sinks.has("/api/Spaces-1/variables/variableset", Canaries.PLAIN))
                .as("variables")
                .isTrue();
        assertThat(sinks.has("/api/Spaces-1/variables/explain", Canaries.PLAIN))
                .as("explanations")
                .isTrue();
        assertThat(sinks.has(store(), Canaries.PLAIN)).as("the database").isTrue();
        assertThat(sinks.has("notices", "\"Kind\"")).as("notices").isTrue();
    }

    /** How the names of the sinks begin that are the database. */
    abstract String store();
}
