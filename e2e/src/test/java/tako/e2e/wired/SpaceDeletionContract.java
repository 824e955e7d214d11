package tako.e2e.wired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tako.e2e.Setup.id;
import static tako.e2e.Setup.object;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tako.e2e.Answer;
import tako.e2e.Setup;
import tako.e2e.Setup.ScriptedStep;
import tako.e2e.Wire;
import tako.platform.database.FreshDatabase;
import tako.platform.database.View;
import tools.jackson.databind.node.ObjectNode;

/** A space in which everything happened leaves no row behind, on every database. */
abstract class SpaceDeletionContract {
    /** What stays: what happened is remembered, secrets are nobody's, numbers are never given again. */
    private static final Set<String> KEPT =
            Set.of("event", "event_regards", "secret", "counter", "flyway_schema_history", "idempotency");

    private static final List<String> FILLED = List.of(
            "artifact",
            "channel",
            "current_delivery",
            "dashboard_configuration",
            "defect",
            "delivery",
            "deployment",
            "deployment_process",
            "environment",
            "feed",
            "health_target",
            "lifecycle",
            "machine",
            "machine_check",
            "machine_policy",
            "project",
            "project_group",
            "proxy",
            "reference",
            "release",
            "run",
            "run_item",
            "run_output",
            "run_step",
            "scope",
            "snapshot",
            "space",
            "task",
            "task_subject",
            "team",
            "variable",
            "variable_set",
            "worker",
            "worker_pool");

    @RegisterExtension
    final FreshDatabase fresh = fresh();

    private WiredServer server;
    private Wire wire;

    abstract FreshDatabase fresh();

    @BeforeEach
    void start() {
        server = new WiredServer(fresh.database());
        wire = server.wire();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nothing_but_its_events_is_left() {
        var before = rows();
        var setup = space();
        var deployment = fill(setup);
        var full = rows();
        assertThat(full.keySet().stream()
                        .filter(table -> full.getOrDefault(table, 0L) > before.getOrDefault(table, 0L)))
                .containsAll(FILLED);

        stopQueue(setup.space());
        wire.delete("/api/spaces/" + setup.space()).succeeded();

        assertThat(rows()).isEqualTo(before);
        assertThat(server.wiring().logs().tree(deployment.task())).isEmpty();
        assertThat(wire.get("/api/tasks/" + deployment.task()).status()).isEqualTo(404);
        assertThat(wire.get("/api/events?regarding=" + setup.space())
                        .succeeded()
                        .json()
                        .path("Items")
                        .path(0)
                        .path("Category")
                        .asString())
                .isEqualTo("Deleted");
    }

    @Test
    void a_task_that_has_not_ended_keeps_it() {
        var setup = space();
        var project = setup.project("Slow", new ScriptedStep("Wait", "", "echo waits; sleep 600"));
        var task = setup.deploy(setup.release(project, "1.0.0"), setup.environment("Dev"))
                .task();
        await().atMost(Duration.ofSeconds(60)).until(() -> setup.rawLog(task).contains("waits"));
        stopQueue(setup.space());
        var before = rows();

        Answer refused = wire.delete("/api/spaces/" + setup.space());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains(task + ".").contains("Cancel them");
        assertThat(rows()).containsAllEntriesOf(before);

        wire.post("/api/tasks/" + task + "/cancel", object()).succeeded();
        setup.ended(task, Duration.ofSeconds(30));
        wire.delete("/api/spaces/" + setup.space()).succeeded();
    }

    private Setup space() {
        var body = object().put("Name", "Short-lived");
        body.putArray("SpaceManagersTeamMembers").add("Users-1");
        return new Setup(wire, id(wire.post("/api/spaces", body).succeeded().json()));
    }

    private Setup.Deployment fill(Setup setup) {
        var environment = setup.environment("Dev");
        setup.machine("web", "web", environment);
        setup.create("workers", World.worker("", setup.first("workerpools")));
        setup.create("proxies", World.proxy(""));
        setup.succeeds(id(wire.post(setup.path("tasks"), object().put("Name", "Health"))
                .succeeded()
                .json()));
        var project = setup.project("Web", new ScriptedStep("Make", "", """
                set_octopusvariable Greeting hello
                echo hello > greeting.txt
                new_octopusartifact greeting.txt
                """));
        addVariable(setup, project, environment);
        var release = setup.release(project, "1.0.0");
        var deployment = setup.deploy(release, environment);
        setup.succeeds(deployment.task());
        wire.post(setup.path("releases/" + release + "/defects"), object().put("Description", "broken"))
                .succeeded();
        var shown = object();
        shown.putArray("IncludedProjectIds").add(project);
        wire.put(setup.path("dashboardconfiguration"), shown).succeeded();
        return deployment;
    }

    private void addVariable(Setup setup, String project, String environment) {
        var address = setup.path("variables/variableset-" + project);
        var set = (ObjectNode) wire.get(address).succeeded().json();
        var variable = set.withArray("Variables").addObject();
        variable.put("Name", "Port").put("Value", "80").put("Type", "String");
        variable.putObject("Scope").putArray("Environment").add(environment);
        wire.put(address, set).succeeded();
    }

    private void stopQueue(String space) {
        var document = (ObjectNode) wire.get("/api/spaces/" + space).succeeded().json();
        wire.put("/api/spaces/" + space, document.put("TaskQueueStopped", true)).succeeded();
    }

    /** How many rows each table has; tasks of the server itself, its chores, come and go. */
    private Map<String, Long> rows() {
        return fresh.database()
                .read(view -> tables(view).stream()
                        .filter(table -> !KEPT.contains(table))
                        .collect(Collectors.toMap(
                                Function.identity(),
                                table -> view.query("select count(*) from " + table
                                                + (table.equals("task") ? " where space_id <> ''" : ""))
                                        .mapTo(Long.class)
                                        .one(),
                                (one, other) -> one,
                                TreeMap::new)));
    }

    private static List<String> tables(View view) {
        var sql = switch (view.dialect()) {
            case SQLITE -> "select name from sqlite_master where type = 'table' and name not like 'sqlite%'";
            case POSTGRESQL ->
                "select cast(table_name as text) from information_schema.tables"
                        + " where table_schema = current_schema() and table_type = 'BASE TABLE'";
        };
        return view.query(sql).mapTo(String.class).list();
    }
}
