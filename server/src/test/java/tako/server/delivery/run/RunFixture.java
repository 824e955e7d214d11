package tako.server.delivery.run;

import static tako.server.TestEngine.ADA;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import tako.platform.blob.FolderBlobs;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.log.FileLogStore;
import tako.platform.log.LineQuery;
import tako.platform.log.LogLine;
import tako.platform.log.LogNode;
import tako.platform.process.Command;
import tako.platform.secret.MasterKey;
import tako.platform.secret.Secrets;
import tako.platform.task.LockHolder;
import tako.platform.task.ManualClock;
import tako.platform.task.NewTask;
import tako.platform.task.QueuePosition;
import tako.platform.task.TaskLimits;
import tako.platform.task.TaskNode;
import tako.platform.task.TaskNodeSettings;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskRuntime;
import tako.server.TestEngine;
import tako.server.WireMapper;
import tako.server.delivery.step.StepHandler;
import tako.server.delivery.step.StepHandler.AfterCrash;
import tako.server.infrastructure.environment.Environments;
import tako.server.infrastructure.machine.Machine;
import tako.server.infrastructure.machine.MachinePolicies;
import tako.server.infrastructure.machine.Machines;
import tako.server.infrastructure.worker.WorkerPools;
import tako.server.library.variableset.VariableSet;
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.variable.MembersOf;
import tako.server.projects.variable.TargetVariables;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Snapshots;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs over a real database, log and queue, with a clock that a test moves. */
final class RunFixture implements AutoCloseable, RunSource {
    static final String SPACE = "Spaces-1";

    /** Short looks, and no patience with a database that is gone. */
    private static final RunParts.Waits WAITS = new RunParts.Waits(
            Duration.ofMillis(20), Duration.ofMillis(1), 0, Duration.ofSeconds(20), Duration.ofMinutes(1));

    final Database database;
    final ManualClock clock = new ManualClock();
    final TestStep repeat;
    final TestStep fail;
    final TestStep ask;
    final TestStep attach;

    /** What the nodes can carry out that are made from now on. */
    List<StepHandler<?>> handlers;

    final Secrets secrets;
    final FakeExecutor executor = new FakeExecutor();
    /** What every target adds to the variables of steps that run for it. */
    TargetVariables targets = (view, target) -> TargetVariables.Contribution.NONE;

    /** What variables stand for that name a document. */
    MembersOf members = RunParts.Sources.NONE.members();

    final TestQuestions questions;
    final List<String> refusals = new ArrayList<>();
    final List<String> started = new ArrayList<>();
    private final Path folder;
    final FullLogStore logs;
    private final FolderBlobs blobs;
    private final TaskQueue queue;
    private final JsonMapper mapper = WireMapper.mapper();
    private final Snapshots snapshots = new Snapshots(mapper);
    private final Documents<Machine> machines;
    private final Map<String, RunSpec> specs = new java.util.concurrent.ConcurrentHashMap<>();

    /** @param folder for logs, blobs and effects */
    RunFixture(Database database, Path folder) throws IOException {
        this.database = database;
        this.folder = folder;
        this.logs = new FullLogStore(new FileLogStore(folder.resolve("logs"), clock));
        this.blobs = new FolderBlobs(folder.resolve("blobs"));
        this.queue = new TaskQueue(clock, TaskLimits.standard(), Map.of("Deploy", this::ended, "Child", this::ended));
        this.questions = new TestQuestions(clock, queue);
        SecureRandom random = new SecureRandom();
        this.secrets = Secrets.open(database, MasterKey.of(MasterKey.generate(random)), random);
        Engine engine = TestEngine.over(
                database, List.of(Environments.KIND, Machines.KIND, MachinePolicies.KIND, WorkerPools.KIND));
        this.machines = new Documents<>(Machines.KIND, engine);
        new Environments(engine).create(ADA, SPACE, object("{\"Name\": \"Dev\"}"));
        database.change(
                tx -> new MachinePolicies(new Documents<>(MachinePolicies.KIND, engine), mapper).fill(tx, ADA, SPACE));
        this.repeat = new TestStep("Test.Repeat", AfterCrash.REPEAT, effectsFile());
        this.fail = new TestStep("Test.Fail", AfterCrash.FAIL, effectsFile());
        this.ask = new TestStep("Test.Ask", AfterCrash.ASK, effectsFile());
        this.attach = new TestStep("Test.Attach", AfterCrash.ATTACH, effectsFile());
        this.handlers = List.of(repeat, fail, ask, attach);
    }

    /** What the product's wiring does at the end of a task. */
    private void ended(Tx tx, TaskRow task) {
        new RunEnds(queue, questions, clock).ended(tx, task);
        new WaitingRuns(queue).ended(tx, task);
    }

    private Path effectsFile() {
        return folder.resolve("effects");
    }

    private ObjectNode object(String json) {
        return (ObjectNode) mapper.readTree(json);
    }

    /** Adds a target to Dev. */
    String target(String name, String role) {
        return target(name, role, "None");
    }

    /** Adds a target of a style to Dev. */
    String target(String name, String role, String style) {
        return machines.create(ADA, SPACE, object("""
                        {"Name": "%s", "EnvironmentIds": ["Environments-1"], "Roles": ["%s"],
                         "Endpoint": {"CommunicationStyle": "%s"}}""".formatted(name, role, style)))
                .id();
    }

    /** Switches a target off. */
    void disable(String id) {
        ObjectNode body = machines.get(ADA, SPACE, id).json().deepCopy();
        body.put("IsDisabled", true);
        machines.update(ADA, SPACE, id, body);
    }

    /** Queues a run of a process. */
    String queue(DeploymentProcess process) {
        return queue(process, none());
    }

    /** Queues a run of a process in a place where only one runs at a time. */
    String queueAlone(DeploymentProcess process) {
        return queue(process, none(), RunSpec.Choices.NONE, List.of("Projects-1/Environments-1"));
    }

    private static VariableSet none() {
        return VariableSet.empty("variableset-Projects-1", SPACE, "Projects-1");
    }

    /** Queues a task for whose end others wait; no node runs it. */
    String child(Tx tx) {
        return queue.enqueue(tx, new NewTask("Child", SPACE, 1, "{}", 0, Instant.EPOCH, Optional.empty(), List.of()));
    }

    /** The tasks that hold what a queued one needs. */
    List<String> holders(String id) {
        return database
                .read(view -> queue.queuedBehind(view, id))
                .map(QueuePosition::heldLocks)
                .orElse(List.of())
                .stream()
                .map(LockHolder::task)
                .toList();
    }

    /** Queues a run of a process with variables. */
    String queue(DeploymentProcess process, VariableSet variables) {
        return queue(process, variables, RunSpec.Choices.NONE);
    }

    /** Queues a run. */
    String queue(DeploymentProcess process, VariableSet variables, RunSpec.Choices choices) {
        return queue(process, variables, choices, List.of());
    }

    private String queue(
            DeploymentProcess process, VariableSet variables, RunSpec.Choices choices, List<String> locks) {
        return database.write(tx -> {
            String frozen = snapshots.freeze(
                    tx, SPACE, "deploymentprocess-Projects-1", 1, (ObjectNode) mapper.valueToTree(process));
            String set = snapshots.freeze(
                    tx, SPACE, "variableset-Projects-1", 1, (ObjectNode) mapper.valueToTree(variables));
            String id =
                    queue.enqueue(tx, new NewTask("Deploy", SPACE, 1, "{}", 0, Instant.EPOCH, Optional.empty(), locks));
            specs.put(
                    id,
                    new RunSpec(
                            "Deployments-1",
                            SPACE,
                            "Deploy Random Quotes release 1.2.3 to Dev",
                            frozen,
                            List.of(set),
                            new RunSpec.Place(
                                    "Projects-1", "Environments-1", Optional.of("Channels-1"), Optional.empty()),
                            choices,
                            List.of(),
                            Map.of("Octopus.Release.Number", "1.2.3")));
            return id;
        });
    }

    @Override
    public String taskKind() {
        return "Deploy";
    }

    @Override
    public RunSpec spec(View view, TaskRow task) {
        return Optional.ofNullable(specs.get(task.id())).orElseThrow();
    }

    @Override
    public List<String> refusals(View view, TaskRow task) {
        return List.copyOf(refusals);
    }

    @Override
    public void started(Tx tx, TaskRow task) {
        tx.afterCommit(() -> started.add(task.id()));
    }

    /** A node that runs tasks inside its tick and gives up at once when its database is gone. */
    TaskNode node(String name, Database over) {
        return node(name, over, Runnable::run, WAITS);
    }

    /** A node on threads of its own. */
    TaskNode threaded(String name) {
        return node(name, database, Executors.newVirtualThreadPerTaskExecutor(), WAITS);
    }

    /** What the task's run would apply. */
    List<RunPreview.RenderedAction> preview(String task) {
        return new RunPreview(parts(database, RunParts.Waits.standard()))
                .of(view -> Optional.ofNullable(specs.get(task)).orElseThrow());
    }

    private RunParts parts(Database over, RunParts.Waits waits) {
        return new RunParts(
                new RunParts.Stores(over, mapper, snapshots, machines, secrets, logs, blobs),
                new RunParts.Sources(
                        (view, target) -> targets.of(view, target),
                        RunParts.Sources.NONE.feeds(),
                        (view, named) -> members.of(view, named)),
                questions,
                queue,
                new RunParts.Steps(handlers, executor),
                clock,
                waits);
    }

    private TaskNode node(String name, Database over, Executor runners, RunParts.Waits waits) {
        RunParts parts = parts(over, waits);
        return new TaskNode(
                over,
                queue,
                TaskNodeSettings.standard(name),
                List.of(new RunTask(this, parts), new CloseRun(parts.stores(), queue, clock)),
                new TaskRuntime(clock.both(), runners));
    }

    /** Lets a node work for a while of the manual clock. */
    void pass(Duration duration, TaskNode... nodes) {
        for (long left = duration.toMillis(); left > 0; left -= 500) {
            clock.advance(Duration.ofMillis(500));
            for (TaskNode node : nodes) {
                node.tick();
            }
        }
    }

    /** Runs a process to its end on one node. */
    TaskRow run(DeploymentProcess process) {
        return run(queue(process));
    }

    TaskRow run(String id) {
        pass(Duration.ofSeconds(5), node("Node-1", database));
        return task(id);
    }

    TaskRow task(String id) {
        return database.read(view -> queue.find(view, id)).orElseThrow();
    }

    void cancel(String id) {
        database.change(tx -> queue.cancel(tx, id));
    }

    /** What steps have done, in order. */
    List<String> effects() {
        try {
            return Files.exists(effectsFile()) ? Files.readAllLines(effectsFile()) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forgetEffects() throws IOException {
        Files.deleteIfExists(effectsFile());
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

    List<LogNode> nodes(String id) {
        return logs.tree(id);
    }

    RunStates states(String id) {
        return database.read(view -> RunRows.states(view, id));
    }

    @Override
    public void close() {
        logs.close();
        database.close();
    }

    /** An executor whose executions a test plants. */
    static final class FakeExecutor implements tako.platform.process.Executor {
        final Map<String, Execution> alive = new java.util.concurrent.ConcurrentHashMap<>();

        @Override
        public Execution start(String key, Command command, Output output) {
            throw new AssertionError("Nothing is to be started anew: " + key);
        }

        @Override
        public Optional<Execution> attach(String key, long offset, Output output) {
            return Optional.ofNullable(alive.get(key));
        }
    }
}
