package tako.server.projects.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.resource.AuditLog;
import tako.server.resource.Engine;
import tako.server.resource.IdMap;
import tako.server.resource.LinkRows;
import tako.server.resource.Reference;
import tako.server.resource.SensitiveValues;
import tako.server.resource.Slice;
import tako.server.resource.Snapshots;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** The deployment processes of projects: read and replaced as a whole, under a version. */
public final class DeploymentProcesses {
    private final Engine engine;
    private final ProcessRules rules;
    private final Supplier<String> ids;
    private final Snapshots snapshots;
    private final ProcessRows rows;
    private final LinkRows links = new LinkRows();

    /** @param ids new GUIDs for steps and actions */
    public DeploymentProcesses(Engine engine, ProcessRules rules, Snapshots snapshots, Supplier<String> ids) {
        this.engine = engine;
        this.rules = rules;
        this.ids = ids;
        this.snapshots = snapshots;
        this.rows = new ProcessRows(engine.mapper());
    }

    /** Gives a new project its empty process. */
    public void create(Tx tx, Principal who, String space, String project) {
        DeploymentProcess empty = DeploymentProcess.empty(ProcessRows.idOf(project), space, project);
        rows.insert(tx, project, stored(who, space, empty, engine.mapper().valueToTree(empty)));
    }

    /** Gives a new project the process of another. Secrets are shared: they never change. */
    public void copy(Tx tx, Principal who, Stored<DeploymentProcess> original, String project, IdMap ids) {
        ObjectNode json = original.json().deepCopy();
        json.put("Id", ProcessRows.idOf(project));
        json.put("ProjectId", project);
        json.put("Version", 0);
        json.putNull("LastSnapshotId");
        json.path("Steps")
                .forEach(step -> step.path("Actions").forEach(action -> ids.replaceIn(action.path("Channels"))));
        DeploymentProcess value = engine.mapper().treeToValue(json, DeploymentProcess.class);
        Stored<DeploymentProcess> copy = stored(who, original.space(), value, json);
        rows.insert(tx, project, copy);
        links.replaceReferences(
                tx, new LinkRows.Referrer("DeploymentProcess", copy.id(), project, ""), references(value));
    }

    /** Removes a deleted project's process; snapshots stay with the releases that hold them. */
    public void remove(Tx tx, String project) {
        rows.delete(tx, project);
        links.forget(tx, ProcessRows.idOf(project));
    }

    /** The process of a project. @throws Problem 404 */
    public Stored<DeploymentProcess> of(View view, String space, String project) {
        return rows.find(view, space, project).orElseThrow(() -> Problem.notFound(ProcessRows.idOf(project)));
    }

    /** Freezes a project's process as it is now and returns the id of the copy. */
    public String freeze(Tx tx, String space, String project) {
        Stored<DeploymentProcess> process = of(tx, space, project);
        return snapshots.freeze(tx, space, process.id(), process.version(), process.json());
    }

    /** A process by its own id or that of a frozen copy, as clients read it. */
    public ObjectNode get(Principal principal, String space, String id) {
        engine.permissions().require(principal, "ProcessView", space);
        return engine.database().read(view -> {
            Optional<ObjectNode> live = ProcessRows.projectOf(id)
                    .flatMap(project -> rows.find(view, space, project))
                    .map(this::present);
            return live.or(() -> snapshots
                            .ofKind(view, space, "deploymentprocess-", id)
                            .map(this::presentCopy))
                    .orElseThrow(() -> Problem.notFound(id));
        });
    }

    /** Some of a space's processes, as clients read them. */
    public Slice<ObjectNode> list(Principal principal, String space, int skip, int take) {
        engine.permissions().require(principal, "ProcessView", space);
        return engine.database()
                .read(view -> rows.list(view, space, skip, take))
                .map(this::present);
    }

    /**
     * Replaces a project's process.
     *
     * @throws Problem 409 when the client read an older version; 400 naming step and field of every broken rule
     */
    public Stored<DeploymentProcess> update(Principal principal, String space, String project, ObjectNode body) {
        engine.permissions().require(principal, "ProcessEdit", space);
        return engine.database().write(tx -> {
            Stored<DeploymentProcess> before = of(tx, space, project);
            DeploymentProcess after = completed(before, body);
            check(tx, space, after);
            return replace(tx, principal, before, after);
        });
    }

    /**
     * Whether a process may be saved as it is.
     *
     * @param errors the broken rules, each a sentence
     */
    public record Validation(boolean isValid, List<String> errors) {}

    /** Judges a project's process as it is stored: what it points at may have gone since. @throws Problem 404 */
    public Validation validate(Principal principal, String space, String project) {
        engine.permissions().require(principal, "ProcessView", space);
        List<String> problems = engine.database()
                .read(view -> problems(view, space, of(view, space, project).value()));
        return new Validation(problems.isEmpty(), problems);
    }

    /** The project of a process id. @throws Problem 404 for an id of another form */
    public String projectOf(String id) {
        return ProcessRows.projectOf(id).orElseThrow(() -> Problem.notFound(id));
    }

    /** A process as clients read it. */
    public ObjectNode present(Stored<DeploymentProcess> process) {
        ObjectNode json = (ObjectNode) SensitiveValues.mask(process.json());
        json.set("LastModifiedOn", engine.mapper().valueToTree(process.modifiedAt()));
        json.put("LastModifiedBy", process.modifiedBy());
        return withLinks(json, process.space(), json.path("ProjectId").asString());
    }

    private ObjectNode presentCopy(ObjectNode copy) {
        ObjectNode json = (ObjectNode) SensitiveValues.mask(copy);
        ObjectNode linked = withLinks(
                json, json.path("SpaceId").asString(), json.path("ProjectId").asString());
        ((ObjectNode) linked.get("Links"))
                .put(
                        "Self",
                        "/api/" + json.path("SpaceId").asString() + "/deploymentprocesses/"
                                + json.path("Id").asString());
        return linked;
    }

    /** Clients PUT to the link {@code Self}: it is the project's address of the process. */
    private static ObjectNode withLinks(ObjectNode json, String space, String project) {
        String base = "/api/" + space + "/projects/" + project;
        ObjectNode all = json.putObject("Links");
        all.put("Self", base + "/deploymentprocesses");
        all.put("Project", base);
        all.put("Template", base + "/deploymentprocesses/template{?channel,releaseId}");
        all.put("Validation", base + "/deploymentprocesses/validate");
        return json;
    }

    private DeploymentProcess completed(Stored<DeploymentProcess> before, ObjectNode body) {
        ObjectNode own = body.deepCopy();
        own.remove("Links");
        DeploymentProcess sent = engine.mapper().treeToValue(own, DeploymentProcess.class);
        if (sent.version() != before.version()) {
            throw Problem.conflict("The deployment process has been modified by another user (" + before.modifiedBy()
                    + "): it is at version " + before.version() + ", your change was made on version " + sent.version()
                    + ". Read it again and repeat your change.");
        }
        DeploymentProcess complete = ProcessRules.complete(sent, before.value(), ids);
        return new DeploymentProcess(
                before.value().id(),
                before.space(),
                before.value().projectId(),
                before.version() + 1,
                before.value().lastSnapshotId(),
                complete.steps(),
                complete.unknown());
    }

    private void check(View view, String space, DeploymentProcess process) {
        List<String> problems = problems(view, space, process);
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }

    private List<String> problems(View view, String space, DeploymentProcess process) {
        List<String> problems = new ArrayList<>(rules.problems(process));
        problems.addAll(rules.missing(view, space, process));
        problems.addAll(engine.catalogue().missing(view, space, namedReferences(process)));
        return problems;
    }

    private Stored<DeploymentProcess> replace(
            Tx tx, Principal who, Stored<DeploymentProcess> before, DeploymentProcess after) {
        ObjectNode json = (ObjectNode) SensitiveValues.store(
                engine.mapper().valueToTree(after),
                Optional.of(before.json()),
                clear -> engine.secrets().keep(tx, clear));
        DeploymentProcess value = engine.mapper().treeToValue(json, DeploymentProcess.class);
        Stored<DeploymentProcess> stored = stored(who, before.space(), value, json);
        String project = json.path("ProjectId").asString();
        rows.update(tx, project, stored);
        var source = new LinkRows.Referrer("DeploymentProcess", stored.id(), project, "");
        links.replaceReferences(tx, source, references(value));
        engine.audit()
                .record(
                        tx,
                        who,
                        new AuditLog.Entry(
                                "Modified",
                                before.space(),
                                "The deployment process of " + project + " was modified",
                                List.of(stored.id(), project),
                                Optional.of(before.json()),
                                Optional.of(json)));
        tx.afterCommit(() -> engine.notices().changed("Process", before.space(), stored.id()));
        return stored;
    }

    private Stored<DeploymentProcess> stored(Principal who, String space, DeploymentProcess value, ObjectNode json) {
        return new Stored<>(
                json.path("Id").asString(),
                space,
                value.version(),
                engine.clock().instant(),
                who.username(),
                value,
                json);
    }

    private static Stream<Reference> references(DeploymentProcess process) {
        return process.actions().flatMap(action -> references("", action));
    }

    /** The same, their members named with step and action: for messages. */
    private static Stream<Reference> namedReferences(DeploymentProcess process) {
        return process.steps().stream()
                .flatMap(step -> step.actions().stream()
                        .flatMap(action -> references(StepRules.where(step, action) + ", ", action)));
    }

    private static Stream<Reference> references(String where, Action action) {
        return Stream.of(
                        Reference.from(where + "Environments", "Environments", action.environments()),
                        Reference.from(where + "ExcludedEnvironments", "Environments", action.excludedEnvironments()),
                        Reference.from(where + "Channels", "Channels", action.channels()),
                        Reference.from(where + "WorkerPoolId", "WorkerPools", action.workerPoolId()),
                        action.packages().stream().flatMap(one -> ProcessPackages.feed(where, one)))
                .flatMap(references -> references);
    }
}
