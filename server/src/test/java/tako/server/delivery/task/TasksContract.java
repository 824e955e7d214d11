package tako.server.delivery.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tako.platform.database.Database;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.http.Route;
import tako.platform.http.RouteTable;
import tako.platform.http.TestHttpServer;
import tako.platform.log.FileLogStore;
import tako.platform.log.Level;
import tako.platform.log.LogWriter;
import tako.platform.log.NodeStatus;
import tako.platform.task.ManualClock;
import tako.platform.task.NewTask;
import tako.platform.task.TaskHandler;
import tako.platform.task.TaskLimits;
import tako.platform.task.TaskNode;
import tako.platform.task.TaskNodeSettings;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskResult;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskRuntime;
import tako.platform.task.TestHandler;
import tako.server.WireMapper;
import tako.server.resource.Catalogue;
import tako.server.resource.Engine;
import tools.jackson.databind.JsonNode;

/** Tasks over HTTP, on every database. */
abstract class TasksContract {
    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private final List<String> events = new ArrayList<>();
    private final Set<String> hidden = new HashSet<>();
    private Database database;
    private TaskQueue queue;
    private TaskSubjects subjects;
    private FileLogStore logs;
    private TestHttpServer server;

    abstract Database open();

    @BeforeEach
    void start() throws IOException {
        database = open();
        queue = new TaskQueue(clock, TaskLimits.standard(), Map.of());
        subjects = new TaskSubjects(WireMapper.mapper());
        logs = new FileLogStore(folder, clock);
        Engine engine = new Engine(
                database,
                WireMapper.mapper(),
                new Catalogue(List.of()),
                this::require,
                (tx, who, entry) -> tx.afterCommit(() -> events.add(entry.category() + ": " + entry.message())),
                (tx, clear) -> "Secrets-1",
                (kind, space, id) -> {},
                clock);
        Tasks tasks = new Tasks(engine, queue, subjects, Map.of(), Map.of("Deploy", this::again));
        List<Route<?>> routes = Stream.of(
                        new TaskRoutes(tasks).routes(), new TaskLogRoutes(new TaskLogs(tasks, logs)).routes())
                .<Route<?>>flatMap(List::stream)
                .toList();
        server = TestHttpServer.start(new RouteTable(routes));
    }

    @AfterEach
    void stop() {
        server.close();
        logs.close();
        database.close();
    }

    private void require(Principal who, String permission, String space) {
        if (hidden.contains(space)) {
            throw Problem.forbidden("You need the permission " + permission + ".");
        }
    }

    private String deployment(String space, String project, String... locks) {
        return database.write(tx -> {
            String id = queue.enqueue(
                    tx, new NewTask("Deploy", space, 1, "{}", 0, Instant.EPOCH, Optional.empty(), List.of(locks)));
            subjects.record(
                    tx,
                    id,
                    new TaskSubject(
                            "Deploy " + project + " release 1.2.3 to Dev",
                            Map.of("DeploymentId", "Deployments-1"),
                            new TaskSubject.About(project, "Environments-1", "", ""),
                            List.of("Deployments-1", project)));
            return id;
        });
    }

    /** A deployment is repeated by a new task. */
    private String again(Principal who, TaskRow ended) {
        return deployment(ended.space(), "Projects-7");
    }

    /** A question that a task puts to people, answered or not. */
    private void question(String task, int number, String state, String... teams) {
        database.change(tx -> {
            tx.update("""
                            insert into interruption (id, number, space_id, task, asking, activity, type, title, instructions,
                                state, created_at, deadline, responsible, verdict, notes, by_id, by_username, by_name, by_email)
                            values (:id, :number, 'Spaces-1', :task, :id, 'root', 'ManualIntervention', 'Sign off', '',
                                :state, 0, 0, '', '', '', '', '', '', '')""")
                    .bind("id", "Interruptions-" + number)
                    .bind("number", number)
                    .bind("task", task)
                    .bind("state", state)
                    .execute();
            for (int position = 0; position < teams.length; position++) {
                tx.update("insert into interruption_team (interruption, position, team) values (:id, :position, :team)")
                        .bind("id", "Interruptions-" + number)
                        .bind("position", position)
                        .bind("team", teams[position])
                        .execute();
            }
        });
    }

    private String message(String task) {
        return get("/api/tasks/" + task + "/status/messages")
                .path("Messages")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.joining(" "));
    }

    private String deployment() {
        return deployment("Spaces-1", "Projects-1");
    }

    private void work(TestHandler.Body body) {
        TaskHandler handler = TestHandler.of("Deploy", body);
        TaskNode node = new TaskNode(
                database,
                queue,
                TaskNodeSettings.standard("Node-1"),
                List.of(handler),
                new TaskRuntime(clock.both(), Runnable::run));
        node.tick();
    }

    private void fail(String reason) {
        work(run -> new TaskResult.Failed(reason));
    }

    private JsonNode get(String path) {
        return json(200, server.get(path));
    }

    private static JsonNode json(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return TestHttpServer.json(answer);
    }

    private List<String> ids(String path) {
        return get(path)
                .path("Items")
                .valueStream()
                .map(task -> task.path("Id").asString())
                .toList();
    }

    private static JsonNode same(String json) {
        return WireMapper.mapper().readTree(json);
    }

    @Test
    void a_queued_task_says_what_it_is_about() {
        String id = deployment();
        JsonNode task = get("/api/Spaces-1/tasks/" + id);
        assertThat(task.path("Description").asString()).isEqualTo("Deploy Projects-1 release 1.2.3 to Dev");
        assertThat(task.path("Arguments")).isEqualTo(same("{\"DeploymentId\": \"Deployments-1\"}"));
        assertThat(task.path("ProjectId").asString()).isEqualTo("Projects-1");
        assertThat(task.path("State").asString()).isEqualTo("Queued");
        assertThat(task.path("Completed").asString()).isEqualTo("Queued...");
        assertThat(task.path("IsCompleted").asBoolean()).isFalse();
        assertThat(task.at("/Links/Details").asString())
                .isEqualTo("/api/tasks/" + id + "/details{?verbose,tail,ranges}");
    }

    @Test
    void a_failed_task_has_its_message_and_its_times_in_words() {
        String id = deployment();
        work(run -> {
            clock.advance(Duration.ofSeconds(6));
            return new TaskResult.Failed("The disk is full.");
        });
        JsonNode task = get("/api/tasks/" + id);
        assertThat(task.path("State").asString()).isEqualTo("Failed");
        assertThat(task.path("ErrorMessage").asString()).isEqualTo("The disk is full.");
        assertThat(task.path("Duration").asString()).isEqualTo("6 seconds");
        assertThat(task.path("Completed").asString()).isEqualTo("Tuesday, 1 January 2030 12:00:06 AM +00:00");
        assertThat(task.path("IsCompleted").asBoolean()).isTrue();
        assertThat(task.path("FinishedSuccessfully").asBoolean()).isFalse();
        assertThat(task.path("HasWarningsOrErrors").asBoolean()).isTrue();
    }

    @Test
    void a_task_is_found_without_a_space_in_its_space_and_not_in_another() {
        String id = deployment();
        get("/api/tasks/" + id.toLowerCase(Locale.ROOT));
        get("/api/spaces/Spaces-1/tasks/" + id);
        assertThat(server.get("/api/Spaces-2/tasks/" + id).statusCode()).isEqualTo(404);
        assertThat(server.get("/api/tasks/ServerTasks-99").statusCode()).isEqualTo(404);
    }

    @Test
    void lists_show_the_newest_first_with_counts_here_and_elsewhere() {
        String first = deployment();
        fail("No.");
        String second = deployment();
        deployment("Spaces-2", "Projects-2");
        JsonNode page = get("/api/Spaces-1/tasks");
        assertThat(ids("/api/Spaces-1/tasks")).containsExactly(second, first);
        assertThat(page.at("/TotalCounts/Failed").asInt()).isEqualTo(1);
        assertThat(page.at("/TotalCounts/Queued").asInt()).isEqualTo(1);
        assertThat(page.at("/TotalCountsInOtherSpaces/Queued").asInt()).isEqualTo(1);
        assertThat(get("/api/tasks").path("TotalResults").asInt()).isEqualTo(3);
    }

    @Test
    @Tag("rule:task.filters")
    void every_filter_narrows_the_list() {
        String failed = deployment("Spaces-1", "Projects-1");
        fail("No.");
        String queued = deployment("Spaces-1", "Projects-2");
        String base = "/api/Spaces-1/tasks?";
        assertThat(ids(base + "states=Failed")).containsExactly(failed);
        assertThat(ids(base + "states=Failed,Queued")).containsExactly(queued, failed);
        assertThat(ids(base + "states=New")).containsExactly(queued);
        assertThat(ids(base + "states=Nonsense")).isEmpty();
        assertThat(ids(base + "active=true")).containsExactly(queued);
        assertThat(ids(base + "active=false")).containsExactly(failed);
        assertThat(ids(base + "running=true")).isEmpty();
        assertThat(ids(base + "ids=" + failed + "&ids=ServerTasks-99")).containsExactly(failed);
        assertThat(ids(base + "ids=")).hasSize(2);
        assertThat(ids(base + "name=deploy")).hasSize(2);
        assertThat(ids(base + "name=Health")).isEmpty();
        assertThat(ids(base + "project=projects-2")).containsExactly(queued);
        assertThat(ids(base + "environment=Environments-1")).hasSize(2);
        assertThat(ids(base + "environment=Environments-9")).isEmpty();
        assertThat(ids(base + "node=node-1")).containsExactly(failed);
        assertThat(ids(base + "partialName=PROJECTS-2%20rel")).containsExactly(queued);
        assertThat(ids(base + "partialName=%25")).isEmpty();
        assertThat(ids(base + "hasWarningsOrErrors=true")).containsExactly(failed);
        assertThat(ids(base + "hasWarningsOrErrors=false")).containsExactly(queued);
        assertThat(ids(base + "hasPendingInterruptions=true")).isEmpty();
        assertThat(ids(base + "hasPendingInterruptions=false")).hasSize(2);
        assertThat(ids(base + "fromCompletedDate=2029-01-01T00:00:00Z")).containsExactly(failed);
        assertThat(ids(base + "toQueueDate=2029-01-01T00:00:00Z")).isEmpty();
        assertThat(server.get(base + "fromQueueDate=soon").statusCode()).isEqualTo(400);
    }

    @Test
    void a_page_without_items_still_has_the_total() {
        deployment();
        JsonNode page = get("/api/Spaces-1/tasks?take=0");
        assertThat(page.path("TotalResults").asInt()).isEqualTo(1);
        assertThat(page.path("Items")).isEmpty();
    }

    @Test
    @Tag("rule:task.cancel-queued")
    void a_queued_task_is_cancelled_at_once_and_the_record_says_who() {
        String id = deployment();
        JsonNode task = json(200, server.post("/api/spaces/Spaces-1/tasks/" + id + "/cancel", ""));
        assertThat(task.path("State").asString()).isEqualTo("Canceled");
        assertThat(task.path("ErrorMessage").asString()).isEqualTo("Cancelled by ada.");
        assertThat(events)
                .containsExactly("TaskCanceled: Task Deploy Projects-1 release 1.2.3 to Dev was cancelled by ada");
        json(200, server.post("/api/tasks/" + id + "/cancel", ""));
        assertThat(events).hasSize(1);
    }

    @Test
    @Tag("rule:task.end-set-right")
    void the_end_of_a_task_is_set_right_with_a_reason() {
        String id = deployment();
        work(run -> new TaskResult.Succeeded());
        String path = "/api/tasks/" + id + "/state";
        assertThat(server.post(path, "{\"State\": \"Failed\"}").statusCode()).isEqualTo(400);
        assertThat(server.post(path, "{\"State\": \"Nonsense\", \"Reason\": \"x\"}")
                        .statusCode())
                .isEqualTo(400);
        JsonNode task = json(200, server.post(path, "{\"state\": \"Failed\", \"reason\": \"The page was empty\"}"));
        assertThat(task.path("State").asString()).isEqualTo("Failed");
        assertThat(events).hasSize(1);
    }

    @Test
    @Tag("rule:task.priority")
    void a_task_behind_another_one_says_so() {
        String first = deployment("Spaces-1", "Projects-1", "tag/Spaces-1/Projects-1/Environments-1");
        String second = deployment("Spaces-1", "Projects-1", "tag/Spaces-1/Projects-1/Environments-1");
        assertThat(ids("/api/tasks/" + second + "/queued-behind")).containsExactly(first);
        assertThat(ids("/api/tasks/" + first + "/queued-behind")).isEmpty();
        json(200, server.post("/api/tasks/" + second + "/prioritize", ""));
        assertThat(ids("/api/tasks/" + first + "/queued-behind")).containsExactly(second);
    }

    @Test
    void a_task_that_has_ended_cannot_be_moved_up_and_no_health_check_is_made_by_hand_here() {
        String id = deployment();
        fail("No.");
        assertThat(server.post("/api/tasks/" + id + "/prioritize", "").statusCode())
                .isEqualTo(409);
        var made = server.post("/api/Spaces-1/tasks", "{\"Name\": \"Health\", \"Description\": \"Check\"}");
        assertThat(made.statusCode()).isEqualTo(400);
        assertThat(made.body()).contains("cannot be created by hand");
    }

    @Test
    @Tag("rule:task.cancel-twice")
    void a_task_that_stops_is_cancelled_once_however_often_it_is_asked() {
        String id = deployment();
        work(run -> {
            json(200, server.post("/api/tasks/" + id + "/cancel", ""));
            JsonNode again = json(200, server.post("/api/tasks/" + id + "/cancel", ""));
            assertThat(again.path("State").asString()).isEqualTo("Cancelling");
            return new TaskResult.Canceled();
        });
        assertThat(get("/api/tasks/" + id).path("ErrorMessage").asString()).isEqualTo("Cancelled by ada.");
        assertThat(events).hasSize(1);
    }

    @Test
    @Tag("rule:task.run-again")
    void a_task_that_has_ended_is_run_again_by_a_new_one_where_its_kind_has_a_way() {
        String id = deployment();
        assertThat(get("/api/tasks/" + id).path("CanRerun").asBoolean()).isFalse();
        assertThat(server.post("/api/tasks/rerun/" + id, "").body()).contains("has not ended");
        fail("No.");
        assertThat(get("/api/tasks/" + id).path("CanRerun").asBoolean()).isTrue();
        JsonNode again = json(200, server.post("/api/tasks/rerun/" + id, ""));
        assertThat(again.path("Id").asString()).isNotEqualTo(id);
        assertThat(again.path("ProjectId").asString()).isEqualTo("Projects-7");
        String chore = database.write(tx -> queue.enqueue(
                tx, new NewTask("Tidy", "Spaces-1", 1, "{}", 0, Instant.EPOCH, Optional.empty(), List.of())));
        assertThat(get("/api/tasks/" + chore).path("CanRerun").asBoolean()).isFalse();
        assertThat(server.post("/api/tasks/rerun/" + chore, "").body())
                .contains("(Tidy) cannot be run again. Start what it was for once more");
    }

    @Test
    @Tag("rule:task.filters")
    void tasks_that_wait_for_a_person_are_found_and_counted() {
        String asks = deployment();
        work(run -> new TaskResult.Parked("Interruptions-1", Optional.empty(), false));
        question(asks, 1, "PENDING", "Teams-9");
        question(asks, 2, "ANSWERED");
        String waits = deployment();
        work(run -> new TaskResult.Parked("the deployment target web-1", Optional.empty(), false));
        JsonNode task = get("/api/tasks/" + asks);
        assertThat(task.path("State").asString()).isEqualTo("Executing");
        assertThat(task.path("HasPendingInterruptions").asBoolean()).isTrue();
        assertThat(task.path("PendingInterruptionTypes")).isEqualTo(same("[\"ManualIntervention\"]"));
        String base = "/api/Spaces-1/tasks?";
        assertThat(ids(base + "hasPendingInterruptions=true")).containsExactly(asks);
        assertThat(ids(base + "hasPendingInterruptions=false")).containsExactly(waits);
        assertThat(ids(base + "states=Interrupted")).containsExactly(asks);
        assertThat(ids(base + "states=Interrupted,Failed")).containsExactly(asks);
        assertThat(ids(base + "states=Executing")).containsExactly(waits, asks);
        assertThat(ids(base + "states=Interrupted&active=false")).isEmpty();
        assertThat(get(base + "states=Interrupted")
                        .at("/TotalCounts/Interrupted")
                        .asInt())
                .isEqualTo(1);
        assertThat(get(base).at("/TotalCounts/Executing").asInt()).isEqualTo(2);
        json(200, server.post("/api/tasks/" + asks + "/cancel", ""));
        assertThat(get("/api/tasks/" + asks).path("HasPendingInterruptions").asBoolean())
                .isFalse();
    }

    @Test
    @Tag("rule:task.says-what-it-waits-for")
    void of_tasks_of_spaces_that_somebody_may_not_see_it_is_only_told_that_there_is_one() {
        String other = deployment("Spaces-2", "Projects-9", "mail-3");
        String before = deployment("Spaces-1", "Projects-1", "tag/Spaces-1/nightly");
        work(run -> new TaskResult.Parked("a person", Optional.empty(), true));
        work(run -> new TaskResult.Parked("a person", Optional.empty(), true));
        String id = deployment("Spaces-1", "Projects-2", "mail-3", "tag/Spaces-1/nightly");
        assertThat(ids("/api/tasks/" + id + "/queued-behind")).containsExactlyInAnyOrder(other, before);

        hidden.add("Spaces-2");

        assertThat(ids("/api/tasks/" + id + "/queued-behind")).containsExactly(before);
        assertThat(message(id))
                .contains(
                        "Waits for a task of another space, which sends its mail before.",
                        "(" + before + "), which has the same concurrency tag, 'nightly'.")
                .doesNotContain("Projects-9");
    }

    @Test
    @Tag("rule:task.says-what-it-waits-for")
    void a_task_says_what_it_waits_for_and_behind_whom() {
        database.change(tx -> tx.update("""
                        insert into team (id_key, id, number, space_id, owner_id, name, name_key, slug, sort, version,
                            modified_at, modified_by, json)
                        values ('teams-9', 'Teams-9', 9, '', '', 'Stakeholders', 'stakeholders', '', 0, 1, 0, '', '{}')""").execute());
        String asks = deployment("Spaces-1", "Projects-1", "tag/Spaces-1/Projects-1/Environments-1");
        work(run -> new TaskResult.Parked("Interruptions-1", Optional.empty(), true));
        question(asks, 1, "PENDING", "Teams-9", "Teams-8");
        String second = deployment("Spaces-1", "Projects-1", "tag/Spaces-1/Projects-1/Environments-1");
        String third = deployment("Spaces-1", "Projects-1", "tag/Spaces-1/Projects-1/Environments-1");
        assertThat(message(asks))
                .isEqualTo("Waits for 'Sign off' (Interruptions-1), which Stakeholders or Teams-8 may answer.");
        assertThat(message(second))
                .isEqualTo("Waits for 'Deploy Projects-1 release 1.2.3 to Dev' (" + asks
                        + "), which deploys to the same place.");
        assertThat(message(third))
                .contains(
                        "Waits for 'Deploy Projects-1 release 1.2.3 to Dev' (" + asks + ")",
                        "Goes after 'Deploy Projects-1 release 1.2.3 to Dev' (" + second + ")");
        String free = deployment("Spaces-1", "Projects-2");
        assertThat(message(free)).startsWith("Waits for a free slot; ");
        database.change(tx -> queue.reschedule(tx, free, clock.instant().plus(Duration.ofHours(1)), Optional.empty()));
        assertThat(message(free)).startsWith("Waits for its time, Tuesday, 1 January 2030");
        String child = deployment("Spaces-1", "Projects-3");
        work(run -> new TaskResult.Parked(free, Optional.empty(), false));
        assertThat(message(child)).isEqualTo("Waits for 'Deploy Projects-2 release 1.2.3 to Dev' (" + free + ").");
    }

    @Test
    void the_kinds_of_tasks_are_a_bare_list() {
        deployment();
        assertThat(get("/api/tasks/taskTypes").at("/0/Id").asString()).isEqualTo("Deploy");
    }

    private String logged() {
        String id = deployment();
        try (LogWriter log = logs.writer(id, 1)) {
            log.open("root", "", "Deploy it");
            log.open("step-1", "root", "Step 1: Tell");
            log.line("step-1", Level.VERBOSE, "for the curious");
            log.line("step-1", Level.INFO, "hello");
            log.line("step-1", Level.ERROR, "Hello again");
            log.close("step-1", NodeStatus.FAILED);
            log.line("root", Level.FATAL, "It failed.");
            log.close("root", NodeStatus.FAILED);
        }
        return id;
    }

    @Test
    void details_are_the_tree_with_its_lines_and_stable_ids() {
        String id = logged();
        JsonNode details = get("/api/tasks/" + id + "/details");
        JsonNode root = details.at("/ActivityLogs/0");
        assertThat(root.path("Id").asString()).isEqualTo(id);
        assertThat(root.path("Status").asString()).isEqualTo("Failed");
        assertThat(root.at("/LogElements/0")).isEqualTo(same("""
                {"Category": "Fatal", "OccurredAt": "2030-01-01T00:00:00.000+00:00", "MessageText": "It failed.",
                 "Detail": null, "Number": 4}"""));
        JsonNode step = root.at("/Children/0");
        assertThat(step.path("Id").asString()).isEqualTo(id + "/step-1");
        assertThat(step.path("LogElements")).hasSize(3);
        assertThat(details.at("/Task/Id").asString()).isEqualTo(id);
        assertThat(details.path("PhysicalLogSize").asLong()).isPositive();
    }

    @Test
    void details_leave_out_what_is_for_the_curious_and_all_but_the_tail() {
        String id = logged();
        String lines = "/ActivityLogs/0/Children/0/LogElements";
        assertThat(get("/api/tasks/" + id + "/details?verbose=false").at(lines)).hasSize(2);
        JsonNode tail = get("/api/tasks/" + id + "/details?tail=1").at(lines);
        assertThat(tail).hasSize(1);
        assertThat(tail.at("/0/MessageText").asString()).isEqualTo("Hello again");
    }

    @Test
    void a_task_that_has_not_begun_has_a_pending_root() {
        String id = deployment();
        JsonNode root = get("/api/tasks/" + id + "/details").at("/ActivityLogs/0");
        assertThat(root.path("Status").asString()).isEqualTo("Pending");
        assertThat(root.path("Name").asString()).startsWith("Deploy Projects-1");
    }

    @Test
    void the_raw_log_is_text_with_a_head_and_the_tree() {
        String id = logged();
        var raw = server.get("/api/tasks/" + id + "/raw");
        assertThat(raw.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(raw.body())
                .startsWith("Task ID:            " + id + "\n")
                .contains("Related IDs:        Deployments-1, Projects-1\n")
                .contains("                    | == Failed: Deploy it ==\n")
                .contains("                    |   == Failed: Step 1: Tell ==\n")
                .contains("00:00:00   Info     |     hello\n");
    }

    @Test
    void the_portal_reads_nodes_lines_and_matches_by_number() {
        String log = "/api/Spaces-1/tasks/" + logged() + "/log";
        JsonNode step = get(log + "/tree").at("/Nodes/1");
        assertThat(step.path("ParentId").asString()).isEqualTo("root");
        assertThat(step.path("FirstLine").asInt()).isEqualTo(1);
        assertThat(step.path("LastLine").asInt()).isEqualTo(3);
        assertThat(step.path("LinesByLevel")).isEqualTo(same("{\"Error\": 1, \"Info\": 1, \"Verbose\": 1}"));

        JsonNode lines = get(log + "/lines?from=2&take=2");
        assertThat(lines.at("/Lines/0/MessageText").asString()).isEqualTo("hello");
        assertThat(lines.path("Lines")).hasSize(2);
        assertThat(lines.path("Last").asInt()).isEqualTo(4);
        assertThat(get(log + "/lines?take=1").at("/Lines/0/Number").asInt()).isEqualTo(4);
        assertThat(get(log + "/lines?node=step-1&level=error,fatal").path("Lines"))
                .hasSize(1);

        JsonNode found = get(log + "/search?q=HELLO&take=1");
        assertThat(found.path("Numbers")).isEqualTo(same("[2]"));
        assertThat(found.path("Total").asInt()).isEqualTo(2);
        JsonNode more =
                get(log + "/search?q=HELLO&cursor=" + found.path("Cursor").asLong());
        assertThat(more.path("Numbers")).isEqualTo(same("[3]"));
        assertThat(server.get(log + "/search").statusCode()).isEqualTo(400);
        assertThat(server.get(log + "/lines?level=loud").statusCode()).isEqualTo(400);
    }
}
