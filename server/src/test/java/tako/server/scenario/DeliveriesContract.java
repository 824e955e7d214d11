package tako.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.platform.http.TestHttpServer.GUEST_KEY;
import static tako.server.scenario.Row.delete;
import static tako.server.scenario.Row.get;
import static tako.server.scenario.Row.post;
import static tako.server.scenario.Row.put;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tako.platform.database.Database;
import tako.platform.http.Route;
import tako.platform.http.RouteTable;
import tako.platform.http.TestHttpServer;
import tako.server.delivery.DeliveryFixture;
import tako.server.delivery.deployment.DeploymentReruns;
import tako.server.delivery.deployment.DeploymentRoutes;
import tako.server.delivery.release.DefectRoutes;
import tako.server.delivery.release.ReleaseRoutes;
import tako.server.delivery.task.TaskRoutes;
import tako.server.delivery.task.TaskSubjects;
import tako.server.delivery.task.Tasks;

/** Releases, deployments, defects and tasks over HTTP as tables, with the events that are written and the tasks that are queued. */
abstract class DeliveriesContract {
    private static final String NOBODY = "";
    private static final String BASE = "/api/Spaces-1";
    private static final String DEPLOY = BASE + "/deployments";
    private static final String COMMAND = DEPLOY + "/create/untenanted/v1";

    private DeliveryFixture here;
    private TestHttpServer server;

    abstract Database open();

    @BeforeEach
    void start() {
        here = new DeliveryFixture(open());
        var tasks = new Tasks(
                here.engine,
                here.queue,
                new TaskSubjects(here.mapper),
                Map.of(),
                Map.of("Deploy", new DeploymentReruns(here.engine, here.deployments)));
        List<Route<?>> routes = Stream.of(
                        new ReleaseRoutes(here.releases, here.templates).routes(),
                        new DefectRoutes(here.defects).routes(),
                        new DeploymentRoutes(here.deployments, here.previews).routes(),
                        new TaskRoutes(tasks).routes())
                .<Route<?>>flatMap(List::stream)
                .toList();
        server = TestHttpServer.start(new RouteTable(routes));
        here.release("1.0.0");
        here.events.clear();
    }

    @AfterEach
    void stop() {
        server.close();
        here.close();
    }

    /** A row, and the kinds of the tasks that it queues. */
    private record Scene(Row row, List<String> tasks) {}

    private static Scene quiet(Row row) {
        return new Scene(row, List.of());
    }

    private static Scene queues(Row row) {
        return new Scene(row, List.of("Deploy"));
    }

    @Test
    void deployments() {
        play(
                quiet(post(DEPLOY, to("Environments-1")).as(NOBODY).answers(401)),
                quiet(post(DEPLOY, to("Environments-1"))
                        .as(GUEST_KEY)
                        .answers(403)
                        .has("DeploymentCreate")),
                quiet(post(DEPLOY, to("Environments-9")).answers(400).has("There is no environment 'Environments-9'")),
                quiet(post(DEPLOY, to("Environments-3"))
                        .answers(400)
                        .has(
                                "which is reached when the phase 'Dev' is satisfied",
                                "Deploy this release to Dev first.")),
                queues(post(DEPLOY, to("Environments-1"))
                        .has("\"Name\":\"Deploy to Dev\"", "\"TaskId\":\"ServerTasks-1\"")
                        .writes("DeploymentQueued")),
                queues(post(COMMAND, command("Dev"))
                        .answers(200)
                        .has("\"ServerTaskId\":\"ServerTasks-2\"")
                        .writes("DeploymentQueued")),
                quiet(get(BASE + "/tasks/ServerTasks-2/status/messages")
                        .has("Goes after 'Deploy Random Quotes release 1.0.0 to Dev' (ServerTasks-1)")),
                quiet(get(DEPLOY + "?take=2147483647&environments=environments-1")
                        .has("\"TotalResults\":2")),
                quiet(get(DEPLOY + "?environments=Environments-2").has("\"TotalResults\":0")),
                quiet(post(COMMAND, command("Dev", "Prod"))
                        .answers(400)
                        .has("which is reached when the phase 'Dev' is satisfied")));
    }

    @Test
    void times() {
        play(
                queues(post(DEPLOY, """
                        {"ReleaseId": "Releases-1", "EnvironmentId": "Environments-1", "QueueTime": "2030-01-02T00:00:00Z"}""").writes("DeploymentQueued")),
                quiet(put(DEPLOY + "/Deployments-1", "{}").as(GUEST_KEY).answers(403)),
                quiet(put(DEPLOY + "/Deployments-9", "{}").answers(404)),
                quiet(put(DEPLOY + "/Deployments-1", "{\"QueueTime\": \"2031-01-01T00:00:00Z\"}")
                        .answers(400)
                        .has("at most 30 days ahead")),
                quiet(put(DEPLOY + "/Deployments-1", "{\"QueueTime\": \"2030-01-03T00:00:00Z\"}")
                        .has("\"QueueTime\":\"2030-01-03T00:00:00.000")
                        .writes("Modified")),
                quiet(get(BASE + "/tasks/ServerTasks-1").has("\"QueueTime\":\"2030-01-03T00:00:00.000")),
                quiet(put(DEPLOY + "/Deployments-1", "{}")
                        .has("\"QueueTime\":null")
                        .writes("Modified")));
        here.drain();
        here.events.clear();
        play(quiet(put(DEPLOY + "/Deployments-1", "{}").answers(409).has("can be given another time")));
    }

    @Test
    void defects() {
        String defects = BASE + "/releases/Releases-1/defects";
        play(
                quiet(post(defects, "{\"Description\": \"Loses data\"}")
                        .as(GUEST_KEY)
                        .answers(403)),
                quiet(post(defects, "{}").answers(400).has("Description: say why")),
                quiet(post(defects + "/resolve", "").answers(400).has("nothing blocks it")),
                quiet(post(defects, "{\"Description\": \"Loses data\"}")
                        .answers(200)
                        .has("\"Status\":\"Unresolved\"")
                        .writes("Modified")),
                quiet(post(defects, "{\"Description\": \"And more\"}")
                        .answers(400)
                        .has("is blocked already")),
                queues(post(DEPLOY, to("Environments-1")).writes("DeploymentQueued")),
                quiet(get(BASE + "/releases/Releases-1/deployments/template")
                        .has("\"PromoteTo\":[{\"Id\":\"Environments-1\"")),
                quiet(post(defects + "/resolve", "")
                        .answers(200)
                        .has("\"Status\":\"Resolved\"")
                        .writes("Modified")));
    }

    @Test
    void tasks() {
        String task = BASE + "/tasks/ServerTasks-1";
        play(
                queues(post(DEPLOY, to("Environments-1")).writes("DeploymentQueued")),
                quiet(post(BASE + "/tasks/rerun/ServerTasks-1", "").answers(400).has("has not ended")),
                quiet(post(task + "/cancel", "").as(GUEST_KEY).answers(403)),
                quiet(post(task + "/cancel", "")
                        .answers(200)
                        .has("\"State\":\"Canceled\"", "Cancelled by ada.", "\"CanRerun\":true")
                        .writes("TaskCanceled")),
                quiet(post(task + "/cancel", "").answers(200).has("\"State\":\"Canceled\"")),
                quiet(post(task + "/state", "{\"State\": \"Success\", \"Reason\": \"It worked\"}")
                        .answers(400)
                        .has("Only Success can be turned into Failed")),
                queues(post(BASE + "/tasks/rerun/ServerTasks-1", "")
                        .answers(200)
                        .has("\"Id\":\"ServerTasks-2\"", "\"State\":\"Queued\"")
                        .writes("DeploymentQueued")));
        here.drain();
        here.events.clear();
        play(
                quiet(post(BASE + "/tasks/ServerTasks-2/state", "{\"State\": \"Failed\"}")
                        .answers(400)
                        .has("a reason is required")),
                quiet(post(BASE + "/tasks/ServerTasks-2/state", "{\"State\": \"Failed\", \"Reason\": \"Empty page\"}")
                        .answers(200)
                        .has("\"State\":\"Failed\"", "Empty page")
                        .writes("DeploymentFailed", "Modified")),
                quiet(post(DEPLOY, to("Environments-2")).answers(400).has("Deploy this release to Dev first.")),
                quiet(delete(DEPLOY + "/Deployments-1").writes("Deleted")),
                quiet(post(BASE + "/tasks/rerun/ServerTasks-1", "").answers(400).has("was deleted")));
    }

    private void play(Scene... scenes) {
        for (Scene scene : scenes) {
            Row row = scene.row();
            int before = kinds().size();
            HttpResponse<String> answer = send(row);
            assertThat(answer.statusCode()).as("%s: %s", row, answer.body()).isEqualTo(row.status());
            assertThat(row.has())
                    .as("%s: %s", row, answer.body())
                    .allMatch(fragment -> answer.body().contains(fragment));
            assertThat(here.categories()).as("events of %s", row).containsExactlyInAnyOrderElementsOf(row.events());
            List<String> kinds = kinds();
            assertThat(kinds.subList(before, kinds.size()))
                    .as("tasks of %s", row)
                    .isEqualTo(scene.tasks());
            here.events.clear();
        }
    }

    private HttpResponse<String> send(Row row) {
        HttpRequest.Builder request = server.request(row.path())
                .method(
                        row.method(),
                        row.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(row.body()));
        if (!row.key().isEmpty()) {
            request.header("X-Octopus-ApiKey", row.key());
        }
        return server.send(request.build());
    }

    private List<String> kinds() {
        return new ArrayList<>(
                here.database.<List<String>>read(view -> view.query("select kind from task order by number")
                        .mapTo(String.class)
                        .list()));
    }

    private static String to(String environment) {
        return "{\"ReleaseId\": \"Releases-1\", \"EnvironmentId\": \"" + environment + "\"}";
    }

    private static String command(String... environments) {
        return "{\"projectName\": \"Random Quotes\", \"releaseVersion\": \"1.0.0\", \"environmentNames\": [\""
                + String.join("\", \"", environments) + "\"]}";
    }
}
