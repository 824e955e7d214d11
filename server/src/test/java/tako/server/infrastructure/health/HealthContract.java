package tako.server.infrastructure.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tako.platform.database.Database;
import tako.platform.task.FaultyDatabase;
import tako.platform.task.FaultyDatabase.Fault;
import tako.platform.task.TaskNode;
import tako.platform.task.TaskState;
import tako.server.infrastructure.machine.TargetProbe.Finding;
import tako.server.infrastructure.machine.TargetProbe.Health;
import tools.jackson.databind.JsonNode;

/** Checks of targets, from the request that wants one to what is stored of it, on every database. */
abstract class HealthContract {
    @TempDir
    Path folder;

    private HealthFixture fixture;

    abstract Database open();

    @BeforeEach
    void start() throws IOException {
        fixture = new HealthFixture(open(), folder);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private String onlyTask() {
        assertThat(fixture.tasks()).hasSize(1);
        return fixture.tasks().getFirst();
    }

    private static void isFound(JsonNode machine, String health, String summary) {
        assertThat(machine.path("HealthStatus").asString()).isEqualTo(health);
        assertThat(machine.path("StatusSummary").asString()).isEqualTo(summary);
    }

    @Test
    void a_new_target_is_unknown_until_it_was_asked() {
        String id = fixture.create("k1");
        isFound(fixture.machine(id), "Unknown", "It has not been checked yet.");
        assertThat(fixture.events).containsExactly("Created " + id, "MachineAdded " + id);

        fixture.work();

        isFound(fixture.machine(id), "Healthy", "It answers.");
        assertThat(fixture.task(onlyTask()).state()).isEqualTo(TaskState.SUCCESS);
        assertThat(fixture.tree(onlyTask()))
                .containsExactly("Check deployment target health: k1: Success", "k1: Success");
        assertThat(fixture.log(onlyTask())).containsExactly("Asks k1", "It answers.");
    }

    @Test
    void what_a_check_finds_is_news_and_nobodys_change() {
        String id = fixture.create("k1");
        JsonNode before = fixture.machine(id);
        fixture.events.clear();
        fixture.probe.answers("k1", Health.UNAVAILABLE, "The cluster refused the connection.");

        fixture.work();

        JsonNode after = fixture.machine(id);
        assertThat(after.path("Status").asString()).isEqualTo("Offline");
        assertThat(after.path("LastModifiedOn")).isEqualTo(before.path("LastModifiedOn"));
        assertThat(after.path("LastModifiedBy")).isEqualTo(before.path("LastModifiedBy"));
        assertThat(fixture.events).containsExactly("MachineUnavailable " + id);
        assertThat(fixture.get("/machines?healthStatuses=Unavailable")
                        .path("TotalResults")
                        .asInt())
                .isEqualTo(1);
        assertThat(fixture.get("/machines?healthStatuses=Unknown")
                        .path("TotalResults")
                        .asInt())
                .isZero();
    }

    @Test
    void a_task_fails_when_a_target_cannot_be_deployed_to() {
        fixture.create("k1");
        fixture.probe.answers("k1", Health.UNHEALTHY, "The cluster does not know the token (401).");

        fixture.work();

        JsonNode task = fixture.get("/tasks/" + onlyTask());
        assertThat(task.path("State").asString()).isEqualTo("Failed");
        assertThat(task.path("ErrorMessage").asString())
                .isEqualTo(
                        "1 of 1 deployment targets cannot be deployed to: k1 (Unhealthy). The log says of each what is"
                                + " wrong.");
        assertThat(fixture.tree(onlyTask())).last().isEqualTo("k1: Failed");
    }

    @Test
    void warnings_fail_nothing_and_are_shown() {
        fixture.create("k1");
        fixture.probe.answers("k1", Health.HAS_WARNINGS, "Anybody is believed to be the cluster.");

        fixture.work();

        JsonNode task = fixture.get("/tasks/" + onlyTask());
        assertThat(task.path("State").asString()).isEqualTo("Success");
        assertThat(task.path("HasWarningsOrErrors").asBoolean()).isTrue();
    }

    @Test
    void an_unchanged_health_is_no_event() {
        String id = fixture.create("k1");
        fixture.work();
        fixture.events.clear();
        check("{\"MachineIds\": [\"%s\"]}".formatted(id));

        fixture.work();

        assertThat(fixture.tasks()).hasSize(2);
        assertThat(fixture.events).isEmpty();
    }

    @Test
    void a_probe_that_never_answers_is_not_waited_for() {
        String id = fixture.create("k1");
        CountDownLatch never = new CountDownLatch(1);
        fixture.probe.answers("k1", () -> {
            while (never.getCount() > 0) {
                try {
                    never.await();
                } catch (InterruptedException stubborn) {
                    assertThat(stubborn).isNotNull();
                }
            }
            return new Finding(Health.HEALTHY, "Too late.");
        });
        HealthLimits limits = new HealthLimits(Duration.ofMillis(100), 1);

        fixture.pass(Duration.ofSeconds(2), fixture.node("Node-1", fixture.database, Runnable::run, limits));

        never.countDown();
        assertThat(fixture.machine(id).path("StatusSummary").asString())
                .startsWith("It did not answer within 0 seconds.");
        assertThat(fixture.task(onlyTask()).state()).isEqualTo(TaskState.FAILED);
    }

    @Test
    void a_probe_that_breaks_says_so_and_breaks_nothing_else() {
        String broken = fixture.create("k1");
        String good = fixture.create("k2");
        fixture.probe.answers("k1", () -> {
            throw new IllegalStateException("oops");
        });

        fixture.work();

        assertThat(fixture.machine(broken).path("StatusSummary").asString())
                .contains("defect of the server", "Check the target again")
                .doesNotContain("oops", "IllegalState");
        isFound(fixture.machine(good), "Healthy", "It answers.");
    }

    @Test
    void cancel_stops_asking_at_once_and_keeps_what_was_found() throws InterruptedException {
        String answering = fixture.createQuietly("k1");
        String silent = fixture.createQuietly("k2");
        CountDownLatch asked = new CountDownLatch(1);
        fixture.probe.answers("k2", () -> {
            asked.countDown();
            new CountDownLatch(1).await();
            return new Finding(Health.HEALTHY, "Never.");
        });
        String task = check("{}");
        TaskNode node = fixture.node(
                "Node-1",
                fixture.database,
                Executors.newVirtualThreadPerTaskExecutor(),
                new HealthLimits(Duration.ofMinutes(1), 2));
        node.tick();
        asked.await();
        await().until(() ->
                !fixture.machine(answering).path("HealthStatus").asString().equals("Unknown"));

        fixture.cancel(task);

        await().until(() -> {
            node.tick();
            return fixture.task(task).state().ended();
        });
        assertThat(fixture.task(task).state()).isEqualTo(TaskState.CANCELED);
        isFound(fixture.machine(silent), "Unknown", "It has not been checked yet.");
        assertThat(fixture.tree(task)).contains("k1: Success", "k2: Canceled");
    }

    @ParameterizedTest
    @EnumSource
    void after_a_crash_what_was_not_checked_is_checked(Fault how) {
        for (int n = 1; ; n++) {
            List<String> targets = List.of(
                    fixture.createQuietly("a" + n), fixture.createQuietly("b" + n), fixture.createQuietly("c" + n));
            String task = check("{\"MachineIds\": [\"%s\"]}".formatted(String.join("\", \"", targets)));
            FaultyDatabase dying = new FaultyDatabase(fixture.database);
            dying.goAwayAtWrite(n, how);
            fixture.pass(Duration.ofSeconds(3), fixture.node("Node-1", dying));
            boolean unharmed = fixture.task(task).state().ended();
            fixture.pass(Duration.ofSeconds(30), fixture.node("Node-2", fixture.database));

            assertThat(fixture.task(task).state()).as("write %d failed", n).isEqualTo(TaskState.SUCCESS);
            for (String target : targets) {
                assertThat(fixture.machine(target).path("HealthStatus").asString())
                        .as("%s after write %d failed", target, n)
                        .isEqualTo("Healthy");
            }
            assertThat(fixture.tree(task)).as("write %d failed", n).allMatch(node -> node.endsWith(": Success"));
            if (unharmed) {
                return;
            }
        }
    }

    @Test
    void disabled_targets_are_left_out() {
        String id = fixture.createQuietly("k1");
        fixture.change(id, "\"IsDisabled\":false", "\"IsDisabled\":true");
        assertThat(fixture.events).endsWith("Modified " + id, "MachineDisabled " + id);
        assertThat(fixture.machine(id).path("Status").asString()).isEqualTo("Disabled");
        String task = check("{\"MachineIds\": [\"%s\"]}".formatted(id));

        fixture.work();

        assertThat(fixture.probe.asked).isEmpty();
        assertThat(fixture.log(task)).containsExactly("It is disabled and takes no part.");
        assertThat(fixture.task(task).state()).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    void a_target_that_takes_part_again_is_checked() {
        String id = fixture.createQuietly("k1");
        fixture.change(id, "\"IsDisabled\":false", "\"IsDisabled\":true");
        assertThat(fixture.tasks()).isEmpty();

        fixture.change(id, "\"IsDisabled\":true", "\"IsDisabled\":false");

        assertThat(fixture.events).endsWith("Modified " + id, "MachineEnabled " + id);
        assertThat(fixture.tasks()).hasSize(1);
    }

    @Test
    void a_change_of_something_else_keeps_the_health_whatever_the_client_says() {
        String id = fixture.create("k1");
        fixture.work();

        JsonNode after = fixture.change(id, "\"HealthStatus\":\"Healthy\"", "\"HealthStatus\":\"Unhealthy\"");

        isFound(after, "Healthy", "It answers.");
        assertThat(fixture.tasks()).hasSize(1);
    }

    @Test
    void a_target_that_is_reached_in_another_way_is_unknown_and_checked_again() {
        String id = fixture.create("k1");
        fixture.work();

        JsonNode after = fixture.change(id, "k8s.example.org", "other.example.org");

        isFound(after, "Unknown", "It has not been checked yet.");
        assertThat(fixture.tasks()).hasSize(2);
        fixture.work();
        isFound(fixture.machine(id), "Healthy", "It answers.");
    }

    @Test
    void what_was_asked_of_the_old_address_is_not_believed() {
        String id = fixture.create("k1");
        AtomicBoolean moved = new AtomicBoolean();
        fixture.probe.answers("k1", () -> {
            if (!moved.getAndSet(true)) {
                fixture.change(id, "k8s.example.org", "other.example.org");
                return new Finding(Health.UNHEALTHY, "Of the old address.");
            }
            return new Finding(Health.HEALTHY, "Of the new address.");
        });

        fixture.work();

        isFound(fixture.machine(id), "Healthy", "Of the new address.");
        assertThat(fixture.tasks()).hasSize(1);
    }

    @Test
    void a_target_is_never_in_two_tasks_at_once() {
        String id = fixture.create("k1");
        String waiting = onlyTask();

        assertThat(check("{\"MachineIds\": [\"%s\"]}".formatted(id))).isEqualTo(waiting);
        fixture.change(id, "k8s.example.org", "other.example.org");

        assertThat(fixture.tasks()).containsExactly(waiting);
    }

    @Test
    void people_ask_for_checks_of_an_environment() {
        fixture.createQuietly("k1");
        fixture.createQuietly("k2");
        String task = check("{\"EnvironmentId\": \"Environments-1\", \"RestrictedTo\": \"DeploymentTargets\","
                + " \"MachineTimeout\": \"00:05:00\", \"Timeout\": \"00:05:00\"}");

        JsonNode queued = fixture.get("/tasks/" + task);
        assertThat(queued.path("Name").asString()).isEqualTo("Health");
        assertThat(queued.path("Description").asString()).isEqualTo("Check deployment target health: 2 targets in Dev");
        assertThat(queued.path("Arguments").path("EnvironmentId").asString()).isEqualTo("Environments-1");
        assertThat(fixture.get("/tasks?environment=Environments-1")
                        .path("TotalResults")
                        .asInt())
                .isEqualTo(1);

        fixture.work();

        assertThat(fixture.probe.asked).containsExactlyInAnyOrder("k1", "k2");
    }

    @Test
    void a_single_id_is_that_target_and_not_all_of_them() {
        String id = fixture.createQuietly("k1");
        fixture.createQuietly("k2");
        check("{\"MachineIds\": \"" + id + "\"}");

        fixture.work();

        assertThat(fixture.probe.asked).containsExactly("k1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "{\"Id\": \"Machines-1\"}", "[[\"Machines-1\"]]", "[null]", "[\"\"]"})
    void what_is_no_list_of_ids_does_not_mean_all_targets(String ids) {
        fixture.createQuietly("k1");

        JsonNode refused = fixture.send(
                "POST", "/tasks", "{\"Name\": \"Health\", \"Arguments\": {\"MachineIds\": " + ids + "}}", 400);

        assertThat(refused.path("Errors").path(0).asString())
                .startsWith("Arguments.MachineIds: this is no list of ids");
    }

    @Test
    void more_ids_than_a_statement_takes_are_refused() {
        String ids = IntStream.rangeClosed(0, HealthRequest.MOST)
                .mapToObj(number -> "\"Machines-" + number + "\"")
                .collect(Collectors.joining(",", "[", "]"));

        JsonNode refused = fixture.send(
                "POST", "/tasks", "{\"Name\": \"Health\", \"Arguments\": {\"MachineIds\": " + ids + "}}", 400);

        assertThat(refused.path("Errors").valueStream().map(JsonNode::asString))
                .singleElement()
                .asString()
                .startsWith("Arguments.MachineIds: these are 1001 targets");
    }

    @Test
    void an_environment_without_targets_has_nothing_to_check() {
        String task = check("{\"EnvironmentId\": \"Environments-2\"}");

        fixture.work();

        assertThat(fixture.log(task)).containsExactly("There is no deployment target to check.");
        assertThat(fixture.task(task).state()).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    void what_cannot_be_asked_for_is_refused_by_name() {
        JsonNode refused = fixture.send(
                "POST",
                "/tasks",
                "{\"Name\": \"Health\", \"Arguments\": {\"MachineIds\": [\"Machines-9\"], \"RestrictedTo\": \"Workers\","
                        + " \"MachineTimeout\": \"1:00\"}}",
                400);
        assertThat(refused.path("Errors").valueStream().map(JsonNode::asString))
                .anyMatch(error -> error.startsWith("Arguments.RestrictedTo: 'Workers'"))
                .anyMatch(error -> error.startsWith("Arguments.MachineTimeout: '1:00'"))
                .anyMatch(error -> error.startsWith("Arguments.MachineIds: 'Machines-9'"))
                .hasSize(3);
        assertThat(fixture.send("POST", "/tasks", "{\"Name\": \"Backup\"}", 400)
                        .path("Errors")
                        .path(0)
                        .asString())
                .startsWith("Tasks of the kind 'Backup' cannot be created by hand.");
    }

    @Test
    void a_stopped_queue_takes_no_checks() {
        fixture.queueStopped = true;
        String id = fixture.create("k1");

        assertThat(fixture.tasks()).isEmpty();
        assertThat(fixture.send(
                                "POST",
                                "/tasks",
                                "{\"Name\": \"Health\", \"Arguments\": {\"MachineIds\": [\"%s\"]}}".formatted(id),
                                400)
                        .path("Errors")
                        .path(0)
                        .asString())
                .startsWith("The task queue of this space is stopped.");
    }

    @Test
    void a_target_shows_its_last_check_and_its_tasks() {
        String id = fixture.create("k1");
        fixture.create("k2");
        assertThat(fixture.get("/machines/" + id + "/connection").path("Status").asString())
                .isEqualTo("Unknown");
        fixture.work();

        JsonNode connection = fixture.get("/machines/k1/connection");

        assertThat(connection.path("Status").asString()).isEqualTo("Online");
        assertThat(connection.path("MachineId").asString()).isEqualTo(id);
        assertThat(connection
                        .path("Logs")
                        .valueStream()
                        .map(line -> line.path("MessageText").asString()))
                .containsExactly("Asks k1", "It answers.");
        assertThat(fixture.get("/machines/" + id + "/tasks?skip=0&take=5")
                        .path("TotalResults")
                        .asInt())
                .isEqualTo(1);
        assertThat(fixture.get("/machines/k1/tasks?type=Deploy")
                        .path("TotalResults")
                        .asInt())
                .isZero();
    }

    @Test
    void a_deleted_target_leaves_nothing_to_check() {
        String id = fixture.create("k1");
        String task = onlyTask();
        fixture.events.clear();

        fixture.send("DELETE", "/machines/" + id, "", 200);
        fixture.work();

        assertThat(fixture.events).containsExactly("Deleted " + id, "MachineDeleted " + id);
        assertThat(fixture.task(task).state()).isEqualTo(TaskState.SUCCESS);
        assertThat(fixture.probe.asked).isEmpty();
    }

    @Test
    void targets_are_checked_again_when_their_policy_says_so() {
        fixture.createQuietly("k1");
        fixture.createQuietly("k2");
        TaskNode node = fixture.node("Node-1", fixture.database);
        fixture.schedule();

        fixture.passMinutes(58, node);
        assertThat(fixture.tasks()).isEmpty();
        fixture.passMinutes(4, node);
        assertThat(fixture.tasks()).hasSize(1);
        fixture.passMinutes(62, node);
        assertThat(fixture.tasks()).hasSize(2);
        assertThat(fixture.probe.asked).containsExactlyInAnyOrder("k1", "k2", "k1", "k2");
        assertThat(fixture.get("/tasks?name=HealthSchedule")
                        .path("TotalResults")
                        .asInt())
                .isZero();
        assertThat(fixture.get("/api/tasks?name=HealthSchedule")
                        .path("TotalResults")
                        .asInt())
                .isLessThan(3);
    }

    private String check(String arguments) {
        return fixture.send("POST", "/tasks", "{\"Name\": \"Health\", \"Arguments\": %s}".formatted(arguments), 201)
                .path("Id")
                .asString();
    }
}
