package tako.server.delivery.deployment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskState;
import tako.server.delivery.release.Deliveries;
import tako.server.delivery.release.DeliveryTask;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Permissions;
import tako.server.resource.Slice;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** Deployments: made, listed, shown and deleted. */
public final class Deployments {
    private final Database database;
    private final Permissions permissions;
    private final DeploymentSources sources;
    private final Documents<Deployment> documents;
    private final DeploymentRows rows;
    private final DeploymentMirror mirror;
    private final Subjects subjects;
    private final DeploymentTemplates templates;
    private final DeploymentQueueing queueing;
    private final DeploymentCreation creation;
    private final DeploymentTimes times;
    private final Engine engine;

    /**
     * @param queue only enqueues, so it needs no listeners
     * @param mirror read models
     */
    public Deployments(Engine engine, DeploymentSources sources, TaskQueue queue, DeploymentMirror mirror) {
        this.engine = engine;
        this.database = engine.database();
        this.permissions = engine.permissions();
        this.sources = sources;
        this.documents = new Documents<>(DeploymentKind.KIND, DeploymentEvents.told(engine));
        this.rows = new DeploymentRows(documents);
        this.mirror = mirror;
        this.subjects = new Subjects(sources);
        this.templates = new DeploymentTemplates(engine, sources);
        this.queueing = new DeploymentQueueing(engine, documents, queue, mirror, new Judgement(sources.forecast()));
        this.creation = new DeploymentCreation(engine, sources, documents, subjects, templates, queueing);
        this.times = new DeploymentTimes(engine, documents, queue);
    }

    /** Queues a deployment that a client wrote as a document. @throws Problem 400 with every reason against it */
    public Stored<Deployment> create(Principal who, String space, Deployment wanted) {
        permissions.require(who, "DeploymentCreate", space);
        return creation.create(who, space, wanted);
    }

    /**
     * Queues a deployment for each environment of a command, all or none. A wish to take the release's variables anew is granted first, and
     * stays when a deployment is refused.
     *
     * @throws Problem 400 with every reason against one
     */
    public List<Stored<Deployment>> create(Principal who, String space, CreateDeploymentCommand command) {
        permissions.require(who, "DeploymentCreate", space);
        if (command.updateVariableSnapshot()) {
            permissions.require(who, "ReleaseEdit", space);
        }
        return creation.create(who, space, command);
    }

    /** Queues a deployment of the same release to the same environment with the same choices. @throws Problem 400 with every reason against it */
    public Stored<Deployment> again(Principal who, String space, String id) {
        permissions.require(who, "DeploymentCreate", space);
        return creation.again(who, space, id);
    }

    /** Gives a deployment that has not started another time. @throws Problem 400 for a time that cannot be, 409 once it has started */
    Stored<Deployment> reschedule(Principal who, String space, String id, DeploymentTimes.Times wanted) {
        permissions.require(who, "DeploymentCreate", space);
        return database.write(tx -> times.change(tx, who, documents.require(tx, space, id), wanted));
    }

    /** Deployments of a space, newest first. */
    public Slice<Stored<Deployment>> list(Principal who, String space, DeploymentQuery query) {
        permissions.require(who, "DeploymentView", space);
        return database.read(view -> rows.list(view, space, query));
    }

    /** Deployments of a release, newest first. @throws Problem 404 for an unknown release */
    public Slice<Stored<Deployment>> ofRelease(Principal who, String space, String release, int skip, int take) {
        permissions.require(who, "DeploymentView", space);
        return database.read(view -> {
            String id = sources.releases().require(view, space, release).id();
            return documents.list(
                    view, space, DeploymentRows.page(List.of(), skip, take).withOwner(id));
        });
    }

    /** A deployment by its id. @throws Problem 404 */
    public Stored<Deployment> get(Principal who, String space, String id) {
        return documents.get(who, space, id);
    }

    /** Deployments by their ids, newest first. */
    public List<Stored<Deployment>> find(View view, String space, List<String> ids) {
        return rows.read(view, space, ids);
    }

    /** Deletes a deployment; its task and log stay. @throws Problem 400 while it has not ended */
    public void delete(Principal who, String space, String id) {
        permissions.require(who, "DeploymentDelete", space);
        database.change(tx -> remove(tx, who, documents.require(tx, space, id)));
    }

    /** Deployments as clients read them. */
    public List<ObjectNode> present(List<Stored<Deployment>> deployments) {
        return deployments.isEmpty() ? List.of() : database.read(view -> present(view, deployments));
    }

    /** Deployments as clients read them, inside a transaction. */
    public List<ObjectNode> present(View view, List<Stored<Deployment>> deployments) {
        Map<String, DeliveryTask> tasks =
                Deliveries.ofDeployments(
                                view, deployments.stream().map(Stored::id).toList())
                        .stream()
                        .collect(Collectors.toMap(one -> one.delivery().deployment(), Function.identity()));
        return deployments.stream()
                .map(deployment -> present(deployment, Optional.ofNullable(tasks.get(deployment.id()))))
                .toList();
    }

    /** The rows, for what belongs to deployments. */
    Documents<Deployment> documents() {
        return documents;
    }

    /** A deployment from its JSON. */
    Deployment wanted(ObjectNode json) {
        return engine.mapper().treeToValue(json, Deployment.class);
    }

    Subjects subjects() {
        return subjects;
    }

    DeploymentTemplates templates() {
        return templates;
    }

    DeploymentQueueing queueing() {
        return queueing;
    }

    /** Removes a deployment in a transaction whose caller has checked the permission. */
    void remove(Tx tx, Principal who, Stored<Deployment> deployment) {
        DeliveryTask ended =
                Deliveries.ofDeployments(tx, List.of(deployment.id())).getFirst();
        if (!ended.task().state().ended()) {
            throw Problem.invalid("'" + deployment.value().name() + "' of release " + ended.releaseVersion()
                    + " has not ended (" + ended.task().id() + " is "
                    + ended.task().state().wireName() + "). Wait for its end, or cancel that task first.");
        }
        Deliveries.delete(tx, deployment.id());
        mirror.changed(tx, ended.delivery());
        documents.remove(tx, who, deployment);
    }

    private ObjectNode present(Stored<Deployment> deployment, Optional<DeliveryTask> delivery) {
        ObjectNode json = documents.present(deployment);
        json.put(
                "FailureEncountered",
                delivery.filter(one -> one.task().state() == TaskState.FAILED).isPresent());
        return json;
    }
}
