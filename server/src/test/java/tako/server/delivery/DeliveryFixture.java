package tako.server.delivery;

import static tako.server.TestEngine.ADA;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tako.platform.database.Database;
import tako.platform.task.ManualClock;
import tako.platform.task.TaskLimits;
import tako.platform.task.TaskNode;
import tako.platform.task.TaskNodeSettings;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskResult;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskRun;
import tako.platform.task.TaskRuntime;
import tako.platform.task.TestHandler;
import tako.server.WireMapper;
import tako.server.delivery.dashboard.CurrentDeliveries;
import tako.server.delivery.deployment.AutomaticDeploymentTask;
import tako.server.delivery.deployment.AutomaticDeployments;
import tako.server.delivery.deployment.Deployment;
import tako.server.delivery.deployment.DeploymentEnds;
import tako.server.delivery.deployment.DeploymentKind;
import tako.server.delivery.deployment.DeploymentPreviews;
import tako.server.delivery.deployment.DeploymentRuns;
import tako.server.delivery.deployment.DeploymentSources;
import tako.server.delivery.deployment.Deployments;
import tako.server.delivery.eligibility.ReleaseProgressions;
import tako.server.delivery.release.Defects;
import tako.server.delivery.release.NewRelease;
import tako.server.delivery.release.Release;
import tako.server.delivery.release.ReleaseKind;
import tako.server.delivery.release.ReleaseSources;
import tako.server.delivery.release.ReleaseTemplates;
import tako.server.delivery.release.Releases;
import tako.server.delivery.run.Forecast;
import tako.server.delivery.run.RunSpec;
import tako.server.infrastructure.environment.Environments;
import tako.server.infrastructure.machine.Machine;
import tako.server.infrastructure.machine.MachinePolicies;
import tako.server.infrastructure.machine.Machines;
import tako.server.library.feed.Feeds;
import tako.server.library.lifecycle.Lifecycle;
import tako.server.library.lifecycle.Lifecycles;
import tako.server.library.packages.PackageVersions;
import tako.server.library.variableset.LibraryVariableSet;
import tako.server.library.variableset.LibraryVariableSetKind;
import tako.server.library.variableset.LibraryVariableSets;
import tako.server.library.variableset.OwnerScopes;
import tako.server.library.variableset.VariableScopes;
import tako.server.library.variableset.VariableSets;
import tako.server.projects.channel.Channels;
import tako.server.projects.group.ProjectGroup;
import tako.server.projects.group.ProjectGroups;
import tako.server.projects.process.Action;
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.process.DeploymentProcesses;
import tako.server.projects.process.ProcessRules;
import tako.server.projects.process.Step;
import tako.server.projects.project.Project;
import tako.server.projects.project.ProjectKind;
import tako.server.projects.project.Projects;
import tako.server.resource.AuditLog;
import tako.server.resource.Catalogue;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tako.server.resource.Snapshots;
import tako.server.resource.Stored;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A project with the environments Dev, Test and Prod, one after the other, over a real database and a real queue. Nothing runs: a test
 * says how a task ends.
 */
public final class DeliveryFixture implements AutoCloseable {
    /** Where all this is. */
    public static final String SPACE = "Spaces-1";

    private static final TaskResult SUCCEEDED = new TaskResult.Succeeded();

    public final JsonMapper mapper = WireMapper.mapper();
    public final ManualClock clock = new ManualClock();
    public final Database database;
    public final List<AuditLog.Entry> events = new ArrayList<>();
    public final Map<String, Boolean> stopped = new HashMap<>();
    public final Map<PackageVersions.Wanted, String> newest = new HashMap<>();
    public final Engine engine;
    public final Environments environments;
    public final Documents<Machine> machines;
    public final Documents<Lifecycle> lifecycles;
    public final Documents<ProjectGroup> groups;
    public final Channels channels;
    public final DeploymentProcesses processes;
    public final VariableSets variables;
    public final LibraryVariableSets librarySets;
    public final Projects projects;
    public final Documents<Project> projectDocuments;
    public final Documents<Release> releaseDocuments;
    public final ReleaseProgressions progressions;
    public final ReleaseSources releaseSources;
    public final Releases releases;
    public final ReleaseTemplates templates;
    public final Defects defects;
    public final Deployments deployments;
    public final DeploymentPreviews previews;
    public final DeploymentRuns runs;
    public final TaskQueue queue;

    private final AtomicInteger guid = new AtomicInteger();
    private final Map<String, TaskResult> results = new HashMap<>();
    private final TaskNode node;

    public DeliveryFixture(Database database) {
        this.database = database;
        Kind<Lifecycle> lifecycleKind = Lifecycles.kind(this::nextGuid);
        Kind<LibraryVariableSet> librarySetKind = LibraryVariableSetKind.of(this::nextGuid);
        List<Kind<?>> kinds = List.of(
                lifecycleKind,
                librarySetKind,
                ProjectGroups.KIND,
                ProjectKind.KIND,
                Channels.KIND,
                Environments.KIND,
                Machines.KIND,
                MachinePolicies.KIND,
                Feeds.KIND,
                ReleaseKind.KIND,
                DeploymentKind.KIND);
        engine = new Engine(
                database,
                mapper,
                new Catalogue(kinds),
                (principal, permission, space) -> {},
                (tx, who, entry) -> tx.afterCommit(() -> events.add(entry)),
                (tx, clear) -> "Secrets-" + clear,
                (kind, space, id) -> {},
                clock);
        environments = new Environments(engine);
        machines = new Documents<>(Machines.KIND, engine);
        lifecycles = new Documents<>(lifecycleKind, engine);
        groups = new Documents<>(ProjectGroups.KIND, engine);
        channels = new Channels(engine);
        var snapshots = new Snapshots(mapper);
        processes = new DeploymentProcesses(engine, new ProcessRules(List.of()), snapshots, this::nextGuid);
        var scopes = new VariableScopes(
                environments.documents(), machines, (view, space, owner) -> OwnerScopes.Choices.NONE);
        variables = new VariableSets(engine, snapshots, scopes, this::nextGuid);
        librarySets = new LibraryVariableSets(engine, new Documents<>(librarySetKind, engine), variables);
        projectDocuments = new Documents<>(ProjectKind.KIND, engine);
        releaseDocuments = new Documents<>(ReleaseKind.KIND, engine);
        releaseSources = new ReleaseSources(
                projectDocuments,
                channels,
                processes,
                variables,
                (space, wanted) -> Optional.ofNullable(newest.get(wanted)),
                snapshots,
                mapper);
        progressions = new ReleaseProgressions(projectDocuments, channels, lifecycles, environments);
        var sources = new DeploymentSources(
                releaseSources,
                releaseDocuments,
                progressions,
                environments,
                machines,
                DeliveryFixture::forecast,
                (view, space) -> stopped.getOrDefault(space, false));
        var mirror = new CurrentDeliveries();
        deployments = new Deployments(engine, sources, new TaskQueue(clock, TaskLimits.standard(), Map.of()), mirror);
        previews = new DeploymentPreviews(engine, sources, deployments);
        var automatic = new AutomaticDeployments(
                engine, sources, deployments, new TaskQueue(clock, TaskLimits.standard(), Map.of()));
        defects = new Defects(engine, releaseDocuments, automatic);
        releases = new Releases(engine, releaseDocuments, releaseSources, automatic, ZoneOffset.UTC);
        projects = new Projects(engine, channels, processes, variables, releases);
        templates = new ReleaseTemplates(
                engine, releaseDocuments, new Documents<>(Feeds.KIND, engine), releaseSources, ZoneOffset.UTC);
        runs = new DeploymentRuns(engine, sources, deployments);
        var ends = new DeploymentEnds(engine, sources, deployments, automatic, mirror);
        queue = new TaskQueue(clock, TaskLimits.standard(), Map.of("Deploy", ends));
        node = new TaskNode(
                database,
                queue,
                TaskNodeSettings.standard("Node-1"),
                List.of(
                        TestHandler.of("Deploy", this::run),
                        new AutomaticDeploymentTask(engine, sources, deployments, automatic)),
                new TaskRuntime(clock.both(), Runnable::run));
        seed();
    }

    private void seed() {
        List.of("Dev", "Test", "Prod")
                .forEach(name -> environments.create(ADA, SPACE, json("{\"Name\": \"" + name + "\"}")));
        lifecycles.create(ADA, SPACE, json("""
                {"Name": "Usual", "Phases": [
                    {"Name": "Dev", "OptionalDeploymentTargets": ["Environments-1"]},
                    {"Name": "Test", "OptionalDeploymentTargets": ["Environments-2"]},
                    {"Name": "Prod", "OptionalDeploymentTargets": ["Environments-3"]}]}"""));
        groups.create(ADA, SPACE, json("{\"Name\": \"All\"}"));
        projects.create(ADA, SPACE, json("""
                {"Name": "Random Quotes", "ProjectGroupId": "ProjectGroups-1", "LifecycleId": "Lifecycles-1"}"""));
        process(0, """
                {"Name": "Say it", "Actions": [{"Name": "Say it", "ActionType": "Octopus.Script"}]}""");
        events.clear();
    }

    /** Replaces the process. */
    public void process(int version, String... steps) {
        processes.update(
                ADA,
                SPACE,
                "Projects-1",
                json("{\"Version\": " + version + ", \"Steps\": [" + String.join(",", steps) + "]}"));
    }

    /** Replaces the project's variables. */
    public void variables(int version, String... all) {
        variables.update(
                ADA,
                SPACE,
                "variableset-Projects-1",
                json("{\"Version\": " + version + ", \"Variables\": [" + String.join(",", all) + "]}"));
    }

    /** Changes a member of the project. */
    public void project(String member, String json) {
        ObjectNode changed = projects.get(ADA, SPACE, "Projects-1").json().deepCopy();
        changed.set(member, mapper.readTree(json));
        projects.update(ADA, SPACE, "Projects-1", changed);
    }

    /** Makes a release with a version of its own. */
    public Stored<Release> release(String version) {
        return releases.create(ADA, SPACE, wanted(Optional.of(version)));
    }

    /** A wish for a release of the project without packages. */
    public static NewRelease wanted(Optional<String> version) {
        return new NewRelease(
                "Projects-1",
                Optional.empty(),
                version,
                "Notes",
                new NewRelease.Packages.Selected(List.of()),
                new NewRelease.Options(false, false),
                Map.of(),
                Map.of());
    }

    /** Queues a deployment. */
    public Stored<Deployment> deploy(Stored<Release> release, String environment) {
        return deploy(release, environment, "{}");
    }

    /** Queues a deployment with other members. */
    public Stored<Deployment> deploy(Stored<Release> release, String environment, String members) {
        ObjectNode body = json(members);
        body.put("ReleaseId", release.id());
        body.put("EnvironmentId", environment);
        return deployments.create(ADA, SPACE, mapper.treeToValue(body, Deployment.class));
    }

    /** Queues a deployment and lets it succeed. */
    public Stored<Deployment> succeed(Stored<Release> release, String environment) {
        return end(deploy(release, environment), SUCCEEDED);
    }

    /** Queues a deployment and lets it fail. */
    public Stored<Deployment> fail(Stored<Release> release, String environment) {
        return end(deploy(release, environment), new TaskResult.Failed("The script exited with code 1."));
    }

    /** Lets a queued deployment's task run and end. Others that are due succeed meanwhile. */
    public Stored<Deployment> end(Stored<Deployment> deployment, TaskResult result) {
        results.put(deployment.value().taskId(), result);
        drain();
        return deployments.get(ADA, SPACE, deployment.id());
    }

    /** Runs what is due. */
    public void drain() {
        boolean claimed = true;
        while (claimed) {
            claimed = node.tick();
        }
    }

    /** A deployment's task. */
    public TaskRow task(Stored<Deployment> deployment) {
        return database.read(view -> queue.find(view, deployment.value().taskId()))
                .orElseThrow();
    }

    /** The categories of the events so far. */
    public List<String> categories() {
        return events.stream().map(AuditLog.Entry::category).toList();
    }

    /** Adds a target with a role to an environment. */
    public Stored<Machine> target(String name, String environment, String role) {
        return machines.create(ADA, SPACE, json("""
                {"Name": "%s", "EnvironmentIds": ["%s"], "Roles": ["%s"], "Endpoint": {"CommunicationStyle": "None"}}""".formatted(name, environment, role)));
    }

    /** JSON from its text. */
    public ObjectNode json(String text) {
        return (ObjectNode) mapper.readTree(text);
    }

    @Override
    public void close() {
        database.close();
    }

    private TaskResult run(TaskRun run) {
        List<String> refusals = database.read(view -> runs.refusals(view, run.task()));
        if (!refusals.isEmpty()) {
            return new TaskResult.Failed(String.join(" ", refusals));
        }
        run.change(tx -> runs.started(tx, run.task()));
        return results.getOrDefault(run.task().id(), SUCCEEDED);
    }

    private String nextGuid() {
        return "guid-" + guid.incrementAndGet();
    }

    private static List<Forecast.ForecastAction> forecast(
            DeploymentProcess process, RunSpec.Place place, List<Stored<Machine>> machines) {
        var actions = new ArrayList<Forecast.ForecastAction>();
        for (Step step : process.steps()) {
            for (Action action : step.actions()) {
                actions.add(new Forecast.ForecastAction(
                        action.key(),
                        action.label(),
                        String.valueOf(actions.size() + 1),
                        step.roles(),
                        machines.stream()
                                .filter(machine -> machine.value().holdsAnyOf(step.roles()))
                                .toList(),
                        action.isInEnvironment(place.environmentId()),
                        !action.mustRun(),
                        action.isDisabled()));
            }
        }
        return actions;
    }
}
