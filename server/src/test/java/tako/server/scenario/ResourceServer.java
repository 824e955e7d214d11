package tako.server.scenario;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.platform.http.Route;
import tako.platform.http.RouteTable;
import tako.platform.http.TestHttpServer;
import tako.platform.log.DatabaseLogStore;
import tako.platform.secret.Secret;
import tako.server.TestEngine;
import tako.server.infrastructure.environment.EnvironmentRoutes;
import tako.server.infrastructure.environment.Environments;
import tako.server.infrastructure.health.ConnectionRoutes;
import tako.server.infrastructure.health.Connections;
import tako.server.infrastructure.health.HealthParts;
import tako.server.infrastructure.health.HealthSubjects;
import tako.server.infrastructure.machine.DeploymentTargets;
import tako.server.infrastructure.machine.EnvironmentMachineRoutes;
import tako.server.infrastructure.machine.EnvironmentMachines;
import tako.server.infrastructure.machine.MachinePolicies;
import tako.server.infrastructure.machine.MachinePolicyRoutes;
import tako.server.infrastructure.machine.MachineRoutes;
import tako.server.infrastructure.machine.Machines;
import tako.server.infrastructure.machine.Proxies;
import tako.server.infrastructure.machine.TargetFollowers;
import tako.server.infrastructure.worker.WorkerPoolRoutes;
import tako.server.infrastructure.worker.WorkerPools;
import tako.server.infrastructure.worker.WorkerRoutes;
import tako.server.infrastructure.worker.Workers;
import tako.server.library.feed.FeedClient;
import tako.server.library.feed.FeedPackages;
import tako.server.library.feed.FeedRoutes;
import tako.server.library.feed.FeedVault;
import tako.server.library.feed.Feeds;
import tako.server.library.feed.registry.RegistryClient;
import tako.server.library.lifecycle.LifecyclePreviews;
import tako.server.library.lifecycle.LifecycleRoutes;
import tako.server.library.lifecycle.Lifecycles;
import tako.server.library.variableset.LibraryVariableSet;
import tako.server.library.variableset.LibraryVariableSetKind;
import tako.server.library.variableset.LibraryVariableSetRoutes;
import tako.server.library.variableset.LibraryVariableSetUsages;
import tako.server.library.variableset.LibraryVariableSets;
import tako.server.library.variableset.SinglyScoped;
import tako.server.library.variableset.VariableScopes;
import tako.server.library.variableset.VariableSetRoutes;
import tako.server.library.variableset.VariableSets;
import tako.server.projects.channel.ChannelRoutes;
import tako.server.projects.channel.Channels;
import tako.server.projects.group.ProjectGroupRoutes;
import tako.server.projects.group.ProjectGroups;
import tako.server.projects.process.DeploymentProcessRoutes;
import tako.server.projects.process.DeploymentProcesses;
import tako.server.projects.process.ProcessRules;
import tako.server.projects.project.DeploymentSettings;
import tako.server.projects.project.ProjectFollowers;
import tako.server.projects.project.ProjectKind;
import tako.server.projects.project.ProjectListRoutes;
import tako.server.projects.project.ProjectRoutes;
import tako.server.projects.project.Projects;
import tako.server.projects.variable.ProjectCandidates;
import tako.server.projects.variable.ProjectScopes;
import tako.server.projects.variable.ProjectVariableRoutes;
import tako.server.projects.variable.ProjectVariables;
import tako.server.projects.variable.ReleasedVariables;
import tako.server.projects.variable.Situations;
import tako.server.projects.variable.TargetVariables.Contribution;
import tako.server.resource.AuditLog;
import tako.server.resource.Catalogue;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tako.server.resource.OneDefault;
import tako.server.resource.Snapshots;
import tako.server.resource.SpaceDefaults;
import tako.server.resource.Usages;

/** A real HTTP server with the collections of infrastructure, library and projects over a real database; one fresh space. */
final class ResourceServer implements AutoCloseable {
    private static final String SPACE = "Spaces-1";

    private final Database database;
    private final DatabaseLogStore logs;
    private final TestHttpServer http;
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final AtomicInteger guids = new AtomicInteger();
    private final RegistryClient registries = RegistryClient.standard();

    ResourceServer(Database database) {
        this.database = database;
        this.logs = new DatabaseLogStore(database, InstantSource.fixed(TestEngine.NOON));
        this.http = TestHttpServer.start(new RouteTable(routes()));
        events.clear();
    }

    /** Sends a request with somebody's key ("" for none) and returns the answer. */
    HttpResponse<String> send(String method, String path, String key, String body) {
        HttpRequest.Builder request = http.request(path)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("X-Octopus-ApiKey", key);
        }
        return http.send(request.build());
    }

    /** The events written since the last time, as {@code Created Environments-1}. */
    List<String> takeEvents() {
        List<String> taken = new ArrayList<>(events);
        events.clear();
        return taken;
    }

    /** The clear texts put away, by the ids of their secrets. */
    Map<String, String> secrets() {
        return secrets;
    }

    @Override
    public void close() {
        http.close();
        logs.close();
        registries.close();
        database.close();
    }

    private List<Route<?>> routes() {
        Kind<tako.server.library.lifecycle.Lifecycle> lifecycleKind = Lifecycles.kind(this::guid);
        Kind<LibraryVariableSet> librarySetKind = LibraryVariableSetKind.of(this::guid);
        Engine engine = engine(List.of(
                Environments.KIND,
                Machines.KIND,
                MachinePolicies.KIND,
                Proxies.KIND,
                WorkerPools.KIND,
                Workers.KIND,
                Feeds.KIND,
                lifecycleKind,
                librarySetKind,
                ProjectGroups.KIND,
                ProjectKind.KIND,
                Channels.KIND));
        var environments = new Environments(engine);
        var machines = new Documents<>(Machines.KIND, engine);
        var policyDocuments = new Documents<>(MachinePolicies.KIND, engine);
        var policies = new MachinePolicies(policyDocuments, engine.mapper());
        var poolDocuments = new Documents<>(WorkerPools.KIND, engine);
        var pools = new WorkerPools(engine, poolDocuments);
        var workers = new Documents<>(Workers.KIND, engine);
        var feeds = new Documents<>(Feeds.KIND, engine);
        var feedService = new Feeds(feeds);
        var vault = new FeedVault(feeds, (view, id) -> Secret.of(String.valueOf(secrets.get(id))));
        var packages = new FeedPackages(engine, vault, new FeedClient(registries));
        var lifecycles = new Documents<>(lifecycleKind, engine);
        var groups = new Documents<>(ProjectGroups.KIND, engine);
        var channels = new Channels(engine);
        var snapshots = new Snapshots(engine.mapper());
        var processes = new DeploymentProcesses(engine, new ProcessRules(List.of()), snapshots, this::guid);
        var projectDocuments = new Documents<>(ProjectKind.KIND, engine);
        var scopes = new VariableScopes(
                environments.documents(), machines, new ProjectScopes(projectDocuments, channels, processes));
        var sets = new VariableSets(engine, snapshots, scopes, this::guid);
        var projects = new Projects(engine, channels, processes, sets, ProjectFollowers.NONE);
        var situations = new Situations(
                projectDocuments,
                environments.documents(),
                machines,
                new Situations.Processes(processes, channels),
                ReleasedVariables.NONE);
        var candidates = new ProjectCandidates(
                engine, situations, sets, (view, target) -> Contribution.NONE, (view, named) -> Contribution.NONE);
        var librarySets = new LibraryVariableSets(engine, new Documents<>(librarySetKind, engine), sets);
        fill(List.of(policies, pools, feedService, new Lifecycles(lifecycles), new ProjectGroups(groups)));
        return Stream.of(
                        new EnvironmentRoutes(environments).routes(),
                        new EnvironmentMachineRoutes(new EnvironmentMachines(engine, environments, machines), machines)
                                .routes(),
                        new MachineRoutes(new DeploymentTargets(engine, machines, TargetFollowers.NONE)).routes(),
                        new ConnectionRoutes(new Connections(new HealthParts(engine, machines, logs, noSubjects())))
                                .routes(),
                        DocumentRoutes.of(new Documents<>(Proxies.KIND, engine)).all(),
                        new MachinePolicyRoutes(policies, OneDefault.inSpace(engine, policyDocuments), machines)
                                .routes(),
                        new WorkerPoolRoutes(pools, OneDefault.inSpace(engine, poolDocuments), workers).routes(),
                        new WorkerRoutes(workers, poolDocuments, policyDocuments).routes(),
                        new FeedRoutes(feedService, packages).routes(),
                        new LifecycleRoutes(lifecycles, new LifecyclePreviews(engine, lifecycles, environments))
                                .routes(),
                        new VariableSetRoutes(sets, new SinglyScoped(engine, sets)).routes(),
                        new LibraryVariableSetRoutes(
                                        librarySets, new LibraryVariableSetUsages(librarySets, new Usages(engine)))
                                .routes(),
                        new ProjectGroupRoutes(groups).routes(),
                        new ProjectRoutes(projects, new DeploymentSettings(engine, projectDocuments)).routes(),
                        new ProjectListRoutes(projects, groups, lifecycles).routes(),
                        new ChannelRoutes(channels, projects).routes(),
                        new DeploymentProcessRoutes(processes, projects).routes(),
                        new ProjectVariableRoutes(sets, new ProjectVariables(engine, sets, candidates), projects)
                                .routes())
                .<Route<?>>flatMap(List::stream)
                .toList();
    }

    private Engine engine(List<Kind<?>> kinds) {
        Engine quiet = TestEngine.over(database, kinds);
        return new Engine(
                database,
                quiet.mapper(),
                new Catalogue(kinds),
                quiet.permissions(),
                this::record,
                this::keep,
                quiet.notices(),
                quiet.clock());
    }

    private void fill(List<SpaceDefaults> defaults) {
        database.change(tx -> defaults.forEach(each -> each.fill(tx, TestEngine.ADA, SPACE)));
    }

    private void record(Tx tx, Principal who, AuditLog.Entry entry) {
        tx.afterCommit(() -> events.add(entry.category() + " " + entry.regards().getFirst()));
    }

    private String keep(Tx tx, String clear) {
        String id = "Secrets-" + tx.next("Secrets");
        secrets.put(id, clear);
        return id;
    }

    /** Nothing is checked here. */
    private static HealthSubjects noSubjects() {
        return new HealthSubjects() {
            @Override
            public void record(Tx tx, String task, Subject subject) {}

            @Override
            public void warned(Tx tx, String task) {}
        };
    }

    private String guid() {
        return "guid-" + guids.incrementAndGet();
    }
}
