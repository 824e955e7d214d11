package tako.server.infrastructure.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.http.Route;
import tako.platform.http.RouteTable;
import tako.platform.http.TestHttpServer;
import tako.platform.log.FileLogStore;
import tako.platform.log.LineQuery;
import tako.platform.log.LogLine;
import tako.platform.task.ManualClock;
import tako.platform.task.TaskLimits;
import tako.platform.task.TaskNode;
import tako.platform.task.TaskNodeSettings;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskRuntime;
import tako.server.TestEngine;
import tako.server.WireMapper;
import tako.server.delivery.task.MachineTaskRoutes;
import tako.server.delivery.task.TaskByHand;
import tako.server.delivery.task.TaskRoutes;
import tako.server.delivery.task.TaskSubject;
import tako.server.delivery.task.TaskSubjects;
import tako.server.delivery.task.Tasks;
import tako.server.infrastructure.environment.Environments;
import tako.server.infrastructure.machine.DeploymentTargets;
import tako.server.infrastructure.machine.Machine;
import tako.server.infrastructure.machine.MachinePolicies;
import tako.server.infrastructure.machine.MachineRoutes;
import tako.server.infrastructure.machine.Machines;
import tako.server.infrastructure.machine.Proxies;
import tako.server.infrastructure.worker.WorkerPools;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.OneDefault;
import tools.jackson.databind.JsonNode;

/** Targets over HTTP with the queue, the log and the nodes that check them, and a clock that a test moves. */
final class HealthFixture implements AutoCloseable {
    static final String SPACE = "/api/Spaces-1";

    final AskedTargets probe = new AskedTargets();
    final ManualClock clock = new ManualClock();
    final List<String> events = new CopyOnWriteArrayList<>();
    final Database database;
    boolean queueStopped;
    private final TaskQueue queue;
    private final FileLogStore logs;
    private final Engine engine;
    private final HealthParts parts;
    private final HealthTasks health;
    private final Probes probes = new Probes(List.of(probe));
    private final TestHttpServer server;

    HealthFixture(Database database, Path folder) throws IOException {
        this.database = database;
        this.queue = new TaskQueue(clock, TaskLimits.standard(), Map.of());
        this.logs = new FileLogStore(folder, clock);
        Engine quiet = TestEngine.over(
                database,
                List.of(
                        Environments.KIND,
                        Machines.KIND,
                        MachinePolicies.KIND,
                        Proxies.KIND,
                        WorkerPools.KIND,
                        StoredAs.ACCOUNTS,
                        StoredAs.CERTIFICATES));
        this.engine = new Engine(
                database,
                quiet.mapper(),
                quiet.catalogue(),
                (who, permission, space) -> askedPermission(database),
                (tx, who, entry) -> tx.afterCommit(() ->
                        events.add(entry.category() + " " + entry.regards().getFirst())),
                quiet.secrets(),
                quiet.notices(),
                clock);
        var subjects = new TaskSubjects(WireMapper.mapper());
        var machines = new Documents<>(Machines.KIND, engine);
        this.parts = new HealthParts(engine, machines, logs, new Subjects(subjects));
        this.health = new HealthTasks(parts, queue, probes, (view, space) -> queueStopped);
        var tasks = new Tasks(
                engine,
                queue,
                subjects,
                Map.of(HealthTasks.KIND, new TaskByHand(List.of(HealthTasks.PERMISSION), health::queue)),
                Map.of());
        fill();
        this.server = TestHttpServer.start(new RouteTable(routes(machines, tasks)));
        events.clear();
    }

    /** Everybody may do everything, but as in the product that is read, so it cannot be asked inside a transaction. */
    private static void askedPermission(Database database) {
        database.read(view -> view.query("select 1").mapTo(Integer.class).one());
    }

    private List<Route<?>> routes(Documents<Machine> machines, Tasks tasks) {
        var policies = new Documents<>(MachinePolicies.KIND, engine);
        return Stream.of(
                        new MachineRoutes(new DeploymentTargets(engine, machines, health)).routes(),
                        new ConnectionRoutes(new Connections(parts)).routes(),
                        new TaskRoutes(tasks).routes(),
                        new MachineTaskRoutes(tasks, machines).routes(),
                        new tako.server.infrastructure.machine.MachinePolicyRoutes(
                                        new MachinePolicies(policies, engine.mapper()),
                                        OneDefault.inSpace(engine, policies),
                                        machines)
                                .routes())
                .<Route<?>>flatMap(List::stream)
                .toList();
    }

    private void fill() {
        var policies = new Documents<>(MachinePolicies.KIND, engine);
        new Environments(engine).create(TestEngine.ADA, "Spaces-1", StoredAs.json("{\"Name\": \"Dev\"}"));
        new Environments(engine).create(TestEngine.ADA, "Spaces-1", StoredAs.json("{\"Name\": \"Test\"}"));
        database.change(tx -> new MachinePolicies(policies, engine.mapper()).fill(tx, TestEngine.ADA, "Spaces-1"));
        StoredAs.fill(database, engine);
    }

    /** The rows of what tasks are about. */
    private record Subjects(TaskSubjects rows) implements HealthSubjects {
        @Override
        public void record(Tx tx, String task, Subject subject) {
            rows.record(
                    tx,
                    task,
                    new TaskSubject(
                            subject.description(),
                            subject.arguments(),
                            new TaskSubject.About("", subject.environment(), "", ""),
                            subject.related()));
        }

        @Override
        public void warned(Tx tx, String task) {
            TaskSubjects.warned(tx, task);
        }
    }

    /** A cluster's body. */
    static String cluster(String name, String url) {
        return """
                {"Name": "%s", "EnvironmentIds": ["Environments-1"], "Roles": ["k8s"], "HealthStatus": "Healthy",
                 "Endpoint": {"CommunicationStyle": "Kubernetes", "ClusterUrl": "%s", "SkipTlsVerification": "False",
                   "Authentication": {"AuthenticationType": "KubernetesStandard", "AccountId": "Accounts-1"}}}""".formatted(name, url);
    }

    /** Creates a cluster target; answers its id. */
    String create(String name) {
        return send("POST", "/machines", cluster(name, "https://k8s.example.org:6443"), 201)
                .path("Id")
                .asString();
    }

    /** Creates a cluster target that is not checked for now; answers its id. */
    String createQuietly(String name) {
        String body = cluster(name, "https://k8s.example.org:6443")
                .replace("\"Name\"", "\"SkipInitialHealthCheck\": true, \"Name\"");
        return send("POST", "/machines", body, 201).path("Id").asString();
    }

    JsonNode machine(String id) {
        return get("/machines/" + id);
    }

    /** What a client sends back of a target after changing a member. */
    JsonNode change(String id, String from, String to) {
        return send("PUT", "/machines/" + id, machine(id).toString().replace(from, to), 200);
    }

    JsonNode get(String path) {
        return send("GET", path, "", 200);
    }

    JsonNode send(String method, String path, String body, int status) {
        HttpResponse<String> answer = server.send(server.asAdmin(path.startsWith("/api") ? path : SPACE + path)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return TestHttpServer.json(answer);
    }

    /** The ids of the tasks of the kind, the newest first. */
    List<String> tasks() {
        List<String> ids = new ArrayList<>();
        get("/tasks?name=Health")
                .path("Items")
                .forEach(task -> ids.add(task.path("Id").asString()));
        return ids;
    }

    /** A node that runs tasks inside its tick. */
    TaskNode node(String name, Database over) {
        return node(name, over, Runnable::run, new HealthLimits(Duration.ofMinutes(1), 2));
    }

    TaskNode node(String name, Database over, Executor runners, HealthLimits limits) {
        HealthParts there = new HealthParts(
                new Engine(
                        over,
                        engine.mapper(),
                        engine.catalogue(),
                        engine.permissions(),
                        engine.audit(),
                        engine.secrets(),
                        engine.notices(),
                        clock),
                parts.machines(),
                logs,
                parts.subjects());
        return new TaskNode(
                over,
                queue,
                TaskNodeSettings.standard(name),
                List.of(
                        new HealthTask(there, probes, limits),
                        new HealthSchedule(there.engine(), queue, health, probes)),
                new TaskRuntime(clock.both(), runners));
    }

    /** Lets one node work off what is queued. */
    void work() {
        pass(Duration.ofSeconds(2), node("Node-1", database));
    }

    /** Lets nodes work for a while of the manual clock. */
    void pass(Duration duration, TaskNode... nodes) {
        for (long left = duration.toMillis(); left > 0; left -= 500) {
            clock.advance(Duration.ofMillis(500));
            for (TaskNode node : nodes) {
                node.tick();
            }
        }
    }

    /** Lets a node look at its clock every quarter of a minute, for longer times. */
    void passMinutes(int minutes, TaskNode node) {
        for (int quarter = 0; quarter < 4 * minutes; quarter++) {
            clock.advance(Duration.ofSeconds(15));
            node.tick();
        }
    }

    /** Queues the chore that looks for due checks. */
    void schedule() {
        database.change(tx -> queue.ensure(tx, HealthSchedule.CHORE));
    }

    TaskRow task(String id) {
        return database.read(view -> queue.find(view, id)).orElseThrow();
    }

    void cancel(String id) {
        send("POST", "/tasks/" + id + "/cancel", "", 200);
    }

    /** The lines of a task's log. */
    List<String> log(String id) {
        return logs.lines(id, LineQuery.after(0, 10_000)).lines().stream()
                .map(LogLine::text)
                .toList();
    }

    /** The nodes of a task's log, as {@code title: status}. */
    List<String> tree(String id) {
        return logs.tree(id).stream()
                .map(node -> node.title() + ": " + node.status().wireName())
                .toList();
    }

    @Override
    public void close() {
        server.close();
        logs.close();
        database.close();
    }
}
