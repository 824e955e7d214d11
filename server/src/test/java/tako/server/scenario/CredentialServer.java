package tako.server.scenario;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.platform.http.Route;
import tako.platform.http.RouteTable;
import tako.platform.http.TestHttpServer;
import tako.platform.secret.MasterKey;
import tako.platform.secret.Secret;
import tako.platform.secret.Secrets;
import tako.server.TestEngine;
import tako.server.infrastructure.account.AccountRoutes;
import tako.server.infrastructure.account.AccountUse;
import tako.server.infrastructure.account.AccountVault;
import tako.server.infrastructure.account.Accounts;
import tako.server.infrastructure.environment.EnvironmentRoutes;
import tako.server.infrastructure.environment.Environments;
import tako.server.infrastructure.machine.Machines;
import tako.server.library.certificate.CertificateExport;
import tako.server.library.certificate.CertificateExports;
import tako.server.library.certificate.CertificateKind;
import tako.server.library.certificate.CertificateRoutes;
import tako.server.library.certificate.CertificateUsages;
import tako.server.library.certificate.CertificateVault;
import tako.server.library.certificate.Certificates;
import tako.server.library.lifecycle.Lifecycle;
import tako.server.library.lifecycle.Lifecycles;
import tako.server.library.variableset.SinglyScoped;
import tako.server.library.variableset.VariableScopes;
import tako.server.library.variableset.VariableSetRoutes;
import tako.server.library.variableset.VariableSets;
import tako.server.projects.channel.Channels;
import tako.server.projects.group.ProjectGroups;
import tako.server.projects.process.DeploymentProcesses;
import tako.server.projects.process.ProcessRules;
import tako.server.projects.project.DeploymentSettings;
import tako.server.projects.project.ProjectFollowers;
import tako.server.projects.project.ProjectKind;
import tako.server.projects.project.ProjectRoutes;
import tako.server.projects.project.Projects;
import tako.server.projects.variable.ProjectScopes;
import tako.server.resource.AuditLog;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tako.server.resource.Snapshots;
import tako.server.resource.Usages;

/** A real HTTP server with certificates, accounts and what refers to them, with real secrets over a real database. */
final class CredentialServer implements AutoCloseable {
    private static final String SPACE = "Spaces-1";

    private final Database database;
    private final TestHttpServer http;
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger guids = new AtomicInteger();

    CredentialServer(Database database) {
        this.database = database;
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

    /** The events written since the last time, as {@code Created Accounts-1}. */
    List<String> takeEvents() {
        List<String> taken = new ArrayList<>(events);
        events.clear();
        return taken;
    }

    @Override
    public void close() {
        http.close();
        database.close();
    }

    private List<Route<?>> routes() {
        Kind<Lifecycle> lifecycleKind = Lifecycles.kind(this::guid);
        var random = new SecureRandom();
        Secrets secrets = Secrets.open(database, MasterKey.of(MasterKey.generate(random)), random);
        Engine engine = engine(
                secrets,
                List.of(
                        Environments.KIND,
                        Machines.KIND,
                        lifecycleKind,
                        ProjectGroups.KIND,
                        ProjectKind.KIND,
                        Channels.KIND,
                        Accounts.KIND,
                        CertificateKind.KIND));
        var usages = new Usages(engine);
        return Stream.of(
                        new EnvironmentRoutes(new Environments(engine)).routes(),
                        projects(engine, lifecycleKind),
                        accounts(engine, secrets, usages),
                        certificates(engine, secrets, usages, random))
                .<Route<?>>flatMap(List::stream)
                .toList();
    }

    private static List<Route<?>> accounts(Engine engine, Secrets secrets, Usages usages) {
        var documents = new Documents<>(Accounts.KIND, engine);
        var vault = new AccountVault(documents, secrets::open);
        return new AccountRoutes(documents, new AccountUse(engine, documents, vault, usages)).routes();
    }

    private static List<Route<?>> certificates(Engine engine, Secrets secrets, Usages usages, SecureRandom random) {
        var documents = new Documents<>(CertificateKind.KIND, engine);
        var export = new CertificateExport(random);
        var vault = new CertificateVault(documents, secrets::open, export);
        var certificates = new Certificates(engine, documents, vault);
        return new CertificateRoutes(
                        certificates,
                        new CertificateExports(engine, documents, vault, export),
                        new CertificateUsages(certificates, usages))
                .routes();
    }

    private List<Route<?>> projects(Engine engine, Kind<Lifecycle> lifecycleKind) {
        var environments = new Environments(engine);
        var machines = new Documents<>(Machines.KIND, engine);
        var channels = new Channels(engine);
        var snapshots = new Snapshots(engine.mapper());
        var processes = new DeploymentProcesses(engine, new ProcessRules(List.of()), snapshots, this::guid);
        var documents = new Documents<>(ProjectKind.KIND, engine);
        var scopes = new VariableScopes(
                environments.documents(), machines, new ProjectScopes(documents, channels, processes));
        var sets = new VariableSets(engine, snapshots, scopes, this::guid);
        var projects = new Projects(engine, channels, processes, sets, ProjectFollowers.NONE);
        database.change(tx -> {
            new Lifecycles(new Documents<>(lifecycleKind, engine)).fill(tx, TestEngine.ADA, SPACE);
            new ProjectGroups(new Documents<>(ProjectGroups.KIND, engine)).fill(tx, TestEngine.ADA, SPACE);
        });
        return Stream.of(
                        new ProjectRoutes(projects, new DeploymentSettings(engine, documents)).routes(),
                        new VariableSetRoutes(sets, new SinglyScoped(engine, sets)).routes())
                .<Route<?>>flatMap(List::stream)
                .toList();
    }

    private Engine engine(Secrets secrets, List<Kind<?>> kinds) {
        Engine quiet = TestEngine.over(database, kinds);
        return new Engine(
                database,
                quiet.mapper(),
                quiet.catalogue(),
                quiet.permissions(),
                this::record,
                (tx, clear) -> secrets.keep(tx, Secret.of(clear)),
                quiet.notices(),
                quiet.clock());
    }

    private void record(Tx tx, Principal who, AuditLog.Entry entry) {
        tx.afterCommit(() -> events.add(entry.category() + " " + entry.regards().getFirst()));
    }

    private String guid() {
        return "guid-" + guids.incrementAndGet();
    }
}
