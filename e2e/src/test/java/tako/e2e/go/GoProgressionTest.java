package tako.e2e.go;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.e2e.Setup.id;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tako.e2e.FreshHome;
import tako.e2e.RunningServer;
import tako.e2e.Setup;
import tako.e2e.Setup.ScriptedStep;
import tako.e2e.SignOffs;
import tako.e2e.go.CliFlows.Flow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people do with a release by the official Go module: promote it, hold it back, wait for it, give up, sign it off. */
@Tag("outside")
@Tag("go")
@Timeout(300)
class GoProgressionTest {
    private static final String VERSION = "1.0.0";
    private static final String STUBBORN = "trap '' TERM; echo has begun; while :; do sleep 0.2; done";
    private static final Duration BOUND = Duration.ofSeconds(30);

    private final RunningServer server = RunningServer.start(FreshHome.named("go-progression"));
    private final Setup setup = new Setup(server.wire());
    private final CliFlows client = CliFlows.built(server, Map.of());

    @BeforeEach
    void environments() {
        Stream.of("Dev", "Test", "Prod").forEach(setup::environment);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_release_is_promoted_unless_its_progression_is_prevented() {
        var release = release("echo done");
        assertThat(refused("release deploy", "-environment=Test").result())
                .contains("API error", "'Test'", "Deploy this release to Dev first.");
        succeeds("release deploy", "-environment=Dev");

        var prevented = perform("release progression prevent", "-reason=bad");
        assertThat(CliRecording.comparable(prevented.calls()))
                .isEqualTo(CliRecording.of("release progression prevent"));
        assertThat(defects(release)).containsExactly("bad Unresolved");
        assertThat(refused("release promote").result()).isEqualTo("release 1.0.0 may go nowhere next");
        assertThat(refused("release deploy", "-environment=Test").result())
                .contains("API error", "The release is blocked", "Resolve the defect");
        assertThat(environmentsOfDeployments()).containsExactly("Dev");

        var allowed = perform("release progression allow");
        assertThat(CliRecording.comparable(allowed.calls()))
                .endsWith("GET /api/ID/releases/ID/defects -> 200", "POST /api/ID/releases/ID/defects/resolve -> 200");
        assertThat(defects(release)).containsExactly("bad Resolved");
        assertThat(succeeds("release promote").result()).isEqualTo("Test");
        assertThat(succeeds("release promote").result()).isEqualTo("Prod");
        assertThat(environmentsOfDeployments()).containsExactly("Prod", "Test", "Dev");
    }

    @Test
    void a_script_that_goes_on_too_long_is_cancelled() {
        release(STUBBORN);
        var task = started("-environment=Dev");
        setup.waitsForLine(task, "has begun");

        assertThat(refused("task wait", "-tasks=" + task, "-wait=1s").result()).isEqualTo("not completed within 1s");
        assertThat(setup.task(task).path("State").asString()).isEqualTo("Executing");
        cancelledByWaiting(task);
    }

    @Test
    void a_deployment_that_nobody_answers_is_cancelled() {
        release("echo done");
        signOff("");
        setup.release(projectId(), "1.1.0");
        var task = started("-environment=Dev", "-version=1.1.0");
        var question = new SignOffs(setup).asked(task, BOUND);

        cancelledByWaiting(task);
        assertThat(setup.wire()
                        .get(setup.path("interruptions/" + id(question)))
                        .succeeded()
                        .json()
                        .path("IsPending")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void a_member_of_the_team_signs_off() {
        release("echo done");
        var ada = perform("user create", "-user=ada", "-password=Battery staple 2030")
                .result();
        var bob = perform("user create", "-user=bob", "-password=Battery staple 2031")
                .result();
        var team = perform("team create", "-user=ada", "-team=Stakeholders").result();
        assertThat(perform("team view", "-team=Stakeholders").result()).isEqualTo("ada");
        assertThat(perform("user list").result()).contains("admin", "ada", "bob");
        signOff(team);
        setup.release(projectId(), "1.1.0");
        var task = started("-environment=Dev", "-version=1.1.0");
        new SignOffs(setup).asked(task, BOUND);

        var regarding = List.of("-tasks=" + task, "-reason=Looks good");
        assertThat(client.as(bob).refused(regarding, "interruption take").result())
                .contains("Stakeholders");
        var answered =
                client.as(ada).perform(regarding, "interruption view", "interruption take", "interruption submit");
        assertThat(answered.values()).extracting(Flow::result).containsExactly("Sign off", "ada", "Proceed");
        setup.succeeds(task);
        assertThat(setup.rawLog(task)).contains("ada", "Looks good");
    }

    /** Makes the project with one step, and its release; answers the release's id. */
    private String release(String script) {
        var project = setup.project(CliRecording.PROJECT, new ScriptedStep("Work", "", script));
        slug(project);
        return setup.release(project, VERSION);
    }

    /** Gives the project another slug than its name, so that looking for it by name fails at first, as it was recorded. */
    private void slug(String project) {
        var address = setup.path("projects/" + project);
        var document = (ObjectNode) setup.wire().get(address).succeeded().json();
        setup.wire().put(address, document.put("Slug", "the-first")).succeeded();
    }

    private String projectId() {
        return id(setup.named("projects", CliRecording.PROJECT));
    }

    /** Adds a step that asks a team; "" for the administrators. */
    private void signOff(String team) {
        var address = setup.path("projects/" + projectId() + "/deploymentprocesses");
        var process = (ObjectNode) setup.wire().get(address).succeeded().json();
        var step = process.withArray("Steps").addObject().put("Name", "Sign off");
        var action = step.putArray("Actions").addObject().put("Name", "Sign off");
        action.put("ActionType", "Octopus.Manual")
                .putObject("Properties")
                .put("Octopus.Action.RunOnServer", "true")
                .put("Octopus.Action.Manual.Instructions", "Look at it.")
                .put("Octopus.Action.Manual.ResponsibleTeamIds", team);
        setup.wire().put(address, process).succeeded();
    }

    private Flow perform(String flow, String... flags) {
        return one(client.perform(List.of(flags), flow), flow);
    }

    private Flow refused(String flow, String... flags) {
        return client.refused(List.of(flags), flow);
    }

    /** Performs what starts a deployment, and waits for its success. */
    private Flow succeeds(String flow, String... flags) {
        var done = client.perform(List.of(flags), flow, "task wait");
        assertThat(one(done, "task wait").result()).endsWith(" Success");
        return one(done, flow);
    }

    private static Flow one(Map<String, Flow> done, String flow) {
        return Optional.ofNullable(done.get(flow)).orElseThrow(() -> new AssertionError("No " + flow + " in " + done));
    }

    /** Deploys, and answers the id of the task. */
    private String started(String... flags) {
        var done = perform("release deploy", flags).result();
        return done.substring(done.indexOf("ServerTasks-"));
    }

    private void cancelledByWaiting(String task) {
        var given = refused("task wait", "-tasks=" + task, "-wait=1s", "-cancel-on-timeout");
        assertThat(given.result()).isEqualTo("not completed within 1s; cancelled " + task);
        assertThat(given.calls()).last().isEqualTo("POST /api/spaces/Spaces-1/tasks/" + task + "/cancel -> 200");
        assertThat(perform("task wait", "-tasks=" + task).result()).isEqualTo(task + " Canceled");
        assertThat(setup.task(task).path("State").asString()).isEqualTo("Canceled");
    }

    /** Each defect with its status. */
    private List<String> defects(String release) {
        var page = setup.wire()
                .get(setup.path("releases/" + release + "/defects"))
                .succeeded()
                .json();
        return Setup.items(page).stream()
                .map(defect -> defect.path("Description").asString() + " "
                        + defect.path("Status").asString())
                .toList();
    }

    /** Where the project was deployed, the latest first. */
    private List<String> environmentsOfDeployments() {
        var page = setup.wire()
                .get(setup.path("deployments?projects=" + projectId()))
                .succeeded()
                .json();
        return Setup.items(page).stream().map(this::environmentName).toList();
    }

    private String environmentName(JsonNode deployment) {
        var address =
                setup.path("environments/" + deployment.path("EnvironmentId").asString());
        return setup.wire().get(address).succeeded().json().path("Name").asString();
    }
}
