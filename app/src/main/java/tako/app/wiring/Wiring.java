package tako.app.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.blob.FolderBlobs;
import tako.platform.database.Tx;
import tako.platform.http.HttpServer;
import tako.platform.http.HttpSettings;
import tako.platform.http.IdempotencyKeys;
import tako.platform.http.Route;
import tako.platform.http.RouteTable;
import tako.platform.http.openapi.OpenApi;
import tako.platform.http.openapi.OpenApiRoute;
import tako.platform.log.DatabaseLogStore;
import tako.platform.log.FileLogStore;
import tako.platform.log.LogStore;
import tako.platform.notice.Notice;
import tako.platform.notice.NoticeRoute;
import tako.platform.process.Bounds;
import tako.platform.process.Isolation;
import tako.platform.process.LocalExecutor;
import tako.platform.secret.Secret;
import tako.platform.task.RecurringChore;
import tako.platform.task.TaskEndListener;
import tako.platform.task.TaskLimits;
import tako.platform.task.TaskNode;
import tako.platform.task.TaskNodeSettings;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskRuntime;
import tako.platform.task.TaskTimings;
import tako.server.delivery.deployment.DeploymentRuns;
import tako.server.delivery.run.RunParts;
import tako.server.delivery.step.StepHandler;
import tako.server.infrastructure.health.HealthSchedule;
import tako.server.library.certificate.CertificateExpiryTask;
import tako.server.resource.Document;
import tako.server.settings.server.EmptyCollections;
import tako.server.settings.server.HealthRoutes;
import tako.server.settings.server.NodeRoutes;
import tako.server.settings.server.RootLinks;
import tako.server.settings.server.RootRoutes;
import tako.server.settings.server.ServerFacts;
import tako.server.settings.server.StatusRoutes;
import tako.steps.kubernetes.cluster.Clusters;

/** Every part of the server, from below upwards: foundation, library, people, projects, delivery, and on top the routes and the node. */
public final class Wiring {
    private static final int CHORE_SLOTS = 3;
    private static final List<RecurringChore> CHORES = List.of(CertificateExpiryTask.CHORE, HealthSchedule.CHORE);

    private final Base base;
    private final PeopleParts people;
    private final LocalExecutor executor;
    private final LogStore logs;
    private final TaskQueue queue;
    private final MailingParts mail;
    private final DeliveryParts delivery;
    private final Clusters clusters;
    private final TaskNode node;
    private final HttpServer http;
    private final RouteTable table;

    /**
     * What can be otherwise than in the program, so that tests move the time of a whole server and see what its steps do outside.
     *
     * @param steps what can be deployed besides the product's steps
     */
    public record Variant(TaskRuntime runtime, RunParts.Waits waits, List<StepHandler<?>> steps) {
        /** The program. */
        static Variant program() {
            return new Variant(TaskRuntime.system(), RunParts.Waits.standard(), List.of());
        }
    }

    /** Joins the parts; nothing runs or listens yet. */
    public Wiring(Base base) {
        this(base, Variant.program());
    }

    /** Joins the parts with what is otherwise. */
    public Wiring(Base base, Variant variant) {
        this.base = base;
        var foundation = new Foundation(base);
        this.executor = new LocalExecutor(base.home().resolve("work"), Isolation.probe(), Bounds.STANDARD);
        this.logs = logs(base);
        var interruptions = new InterruptionParts(base, foundation);
        // The queue tells of ends, and what listens queues: the listener is looked up when an end comes.
        this.queue = new TaskQueue(base.clock(), TaskLimits.standard(), listeners());
        this.mail = new MailingParts(foundation, logs, queue);
        var steps = new StepParts(System.getenv(), interruptions.teams, mail.step, variant.steps());
        this.clusters = steps.clusters;
        var library = new LibraryParts(foundation);
        this.people = new PeopleParts(base, foundation, library, InSpace.contents(foundation, logs));
        var credentials = new CredentialParts(base, foundation);
        var projects = new ProjectParts(foundation, library, steps.handlers, List.of(interruptions.check, mail.check));
        var stores = new RunParts.Stores(
                base.database(),
                foundation.mapper,
                foundation.snapshots,
                library.machines,
                foundation.secrets,
                logs,
                blobs(base.home().resolve("blobs")));
        var sources = new RunParts.Sources(credentials.targets, library::feed, credentials.members);
        this.delivery = new DeliveryParts(
                base,
                foundation,
                library,
                projects,
                people,
                new DeliveryParts.Running(
                        stores,
                        sources,
                        steps.handlers,
                        steps.probes(base.database(), credentials.targets),
                        interruptions,
                        mail,
                        queue,
                        new DeliveryParts.Carrying(executor, variant.waits())));
        this.node = new TaskNode(
                base.database(),
                queue,
                new TaskNodeSettings(
                        base.node(), base.settings().node().taskCap(), CHORE_SLOTS, TaskTimings.standard()),
                Stream.concat(delivery.handlers.stream(), Stream.of(credentials.expiry))
                        .toList(),
                variant.runtime());
        logs.onAppend(task -> foundation.notices.publish(
                Notice.of(Notice.LOG, task, "", base.clock().millis())));
        this.table = table(foundation, library, credentials, projects);
        this.http = new HttpServer(
                HttpSettings.of(
                        base.settings().http().bind(), base.settings().http().port(), base.version()),
                table,
                people.admission,
                new HttpServer.Surroundings(
                        foundation.mapper,
                        base.clock(),
                        base.random(),
                        (method, route, status, nanos) -> {},
                        Optional.of(new IdempotencyKeys(base.database(), foundation.secrets, base.clock()))));
    }

    /**
     * Makes what every installation has: the default space, the first administrator, and the recurring chores.
     *
     * @return the token of the one-time page on which the administrator sets a password, until that was done
     */
    public Optional<Secret> firstStart() {
        Optional<Secret> token = people.firstStart.prepare(base.settings().administrator());
        people.spaces.createDefault();
        base.database().change(tx -> CHORES.forEach(chore -> queue.ensure(tx, chore)));
        return token;
    }

    /** Ends what an earlier process of this home left running. */
    public void sweep() {
        executor.sweep();
    }

    /** Connections to the clusters that are deployed to. */
    public Clusters clusters() {
        return clusters;
    }

    /** Runs commands of steps. */
    public LocalExecutor executor() {
        return executor;
    }

    /** Logs of tasks. */
    public LogStore logs() {
        return logs;
    }

    /** Runs tasks. */
    public TaskNode node() {
        return node;
    }

    /** Answers requests. */
    public HttpServer http() {
        return http;
    }

    /** Every route. */
    public RouteTable table() {
        return table;
    }

    private Map<String, TaskEndListener> listeners() {
        Map<String, TaskEndListener> listeners = new HashMap<>();
        listeners.put(DeploymentRuns.TASK_KIND, this::deploymentEnded);
        MailingParts.KINDS.forEach(kind -> listeners.put(kind, this::mailEnded));
        return listeners;
    }

    private void deploymentEnded(Tx tx, TaskRow task) {
        delivery.deploymentEnded(tx, task);
    }

    private void mailEnded(Tx tx, TaskRow task) {
        mail.ends.ended(tx, task);
        delivery.otherEnded(tx, task);
    }

    private RouteTable table(
            Foundation foundation, LibraryParts library, CredentialParts credentials, ProjectParts projects) {
        var facts = new ServerFacts(
                foundation.installation,
                base.version(),
                base.node(),
                base.settings().node().taskCap(),
                base.clock().instant(),
                foundation.zone);
        var readiness = new DatabaseReadiness(base.database());
        var routes = new ArrayList<Route<?>>();
        routes.addAll(new RootRoutes(RootLinks.load(), facts, people.addresses).routes());
        routes.addAll(new StatusRoutes(facts, readiness, base.clock()).routes());
        routes.addAll(new NodeRoutes(facts).routes());
        routes.addAll(new HealthRoutes(readiness).routes());
        routes.addAll(EmptyCollections.routes());
        routes.addAll(people.routes());
        routes.addAll(library.routes());
        routes.addAll(credentials.routes());
        routes.addAll(projects.routes(
                foundation, library, credentials, new ProjectParts.Later(delivery.releases, delivery.frozen)));
        routes.addAll(delivery.routes());
        routes.add(NoticeRoute.of(foundation.notices, (principal, space) -> notice -> true, foundation.mapper));
        var openApi = new OpenApi(foundation.mapper, new OpenApi.Info("Tako", base.version(), Document.class));
        routes.add(OpenApiRoute.of(openApi, () -> List.copyOf(routes)));
        return new RouteTable(routes);
    }

    /** Segment files while one process has the home for itself, rows where several nodes share a database. */
    private static LogStore logs(Base base) {
        try {
            return switch (base.database().dialect()) {
                case SQLITE -> new FileLogStore(base.home().resolve("task-logs"), base.clock());
                case POSTGRESQL -> new DatabaseLogStore(base.database(), base.clock());
            };
        } catch (IOException unusable) {
            throw new UncheckedIOException("The folder of task logs cannot be used", unusable);
        }
    }

    private static FolderBlobs blobs(Path folder) {
        try {
            return new FolderBlobs(folder);
        } catch (IOException unusable) {
            throw new UncheckedIOException("The folder " + folder + " cannot be used", unusable);
        }
    }
}
