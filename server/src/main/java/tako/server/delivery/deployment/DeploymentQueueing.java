package tako.server.delivery.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.task.NewTask;
import tako.platform.task.TaskQueue;
import tako.server.delivery.eligibility.Eligibility;
import tako.server.delivery.eligibility.Reason;
import tako.server.delivery.release.Deliveries;
import tako.server.delivery.release.Delivery;
import tako.server.delivery.task.TaskSubject;
import tako.server.delivery.task.TaskSubjects;
import tako.server.library.lifecycle.PhaseProgress;
import tako.server.library.variableset.Variable;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** Queues deployments: judged, kept, queued as a task and mirrored in one transaction. */
final class DeploymentQueueing {
    /** The kind of the tasks. */
    static final String TASK_KIND = "Deploy";
    /** The member of a task's payload that names the deployment. */
    static final String PAYLOAD_ID = "DeploymentId";

    private static final int PAYLOAD_FORMAT = 1;

    private final Engine engine;
    private final Documents<Deployment> documents;
    private final TaskQueue queue;
    private final DeploymentMirror mirror;
    private final Judgement judgement;
    private final DeploymentChanges changes;
    private final TaskSubjects subjects;

    DeploymentQueueing(
            Engine engine,
            Documents<Deployment> documents,
            TaskQueue queue,
            DeploymentMirror mirror,
            Judgement judgement,
            DeploymentChanges changes) {
        this.engine = engine;
        this.documents = documents;
        this.queue = queue;
        this.mirror = mirror;
        this.judgement = judgement;
        this.changes = changes;
        this.subjects = new TaskSubjects(engine.mapper());
    }

    /** Why a deployment would be refused. */
    List<Reason> reasons(Subject subject, Deployment wanted) {
        return Eligibility.reasons(
                judgement.facts(subject, wanted, engine.clock().instant()));
    }

    /** Queues a deployment. @throws Problem 400 with every reason against it */
    Stored<Deployment> queue(Tx tx, Principal who, Subject subject, Deployment wanted) {
        List<Reason> reasons = reasons(subject, wanted);
        if (!reasons.isEmpty()) {
            throw Problem.invalid(Reason.texts(reasons));
        }
        long number = tx.next(DeploymentKind.KIND.idPrefix());
        String id = DeploymentKind.KIND.idPrefix() + "-" + number;
        Instant now = engine.clock().instant();
        String task = queue.enqueue(tx, task(id, subject, wanted, now));
        subjects.record(tx, task, about(id, subject));
        ObjectNode json = draft(tx, subject, wanted);
        json.put("TaskId", task);
        json.set("ExecutionPlanLogContext", engine.mapper().valueToTree(Map.of("Steps", logContext(subject, task))));
        json.put("DeployedBy", who.username());
        json.put("DeployedById", who.userId());
        json.set("Created", engine.mapper().valueToTree(now));
        Stored<Deployment> deployment =
                documents.insert(tx, who, subject.release().space(), id, json);
        Delivery delivery = delivery(deployment, number, now);
        Deliveries.insert(tx, delivery);
        mirror.changed(tx, delivery);
        return deployment;
    }

    private static TaskSubject about(String id, Subject subject) {
        String project = subject.project().id();
        String environment = subject.environment().id();
        return new TaskSubject(
                subject.title(),
                Map.of(PAYLOAD_ID, id),
                new TaskSubject.About(project, environment, "", ""),
                List.of(id, subject.release().id(), project, environment));
    }

    private NewTask task(String id, Subject subject, Deployment wanted, Instant now) {
        ObjectNode payload = engine.mapper().createObjectNode().put(PAYLOAD_ID, id);
        String lock = subject.project().id() + "/" + subject.environment().id();
        return new NewTask(
                TASK_KIND,
                subject.release().space(),
                PAYLOAD_FORMAT,
                payload.toString(),
                priority(subject, wanted),
                Optional.ofNullable(wanted.queueTime()).orElse(now),
                Optional.ofNullable(wanted.queueTimeExpiry()),
                List.of(lock));
    }

    private static int priority(Subject subject, Deployment wanted) {
        boolean urgent = switch (wanted.priority().toLowerCase(Locale.ROOT)) {
            case "on" -> true;
            case "off" -> false;
            default ->
                subject.standing().progression().phases().stream()
                        .map(PhaseProgress::phase)
                        .filter(phase -> phase.environments().stream()
                                .anyMatch(one ->
                                        one.id().equals(subject.environment().id())))
                        .anyMatch(phase -> phase.rules().priority());
        };
        return urgent ? 1 : 0;
    }

    /** What a deployment will be, apart from its id, its task and who asked for it. */
    ObjectNode draft(View view, Subject subject, Deployment wanted) {
        ObjectNode json = documents.json(wanted);
        List<Variable> prompts = Prompts.of(subject);
        json.put("Name", "Deploy to " + subject.environment().value().name());
        json.put("ReleaseId", subject.release().id());
        json.put("EnvironmentId", subject.environment().id());
        json.put("ProjectId", subject.project().id());
        json.put("ChannelId", subject.release().value().channelId());
        json.put("DeploymentProcessId", subject.release().value().projectDeploymentProcessSnapshotId());
        json.put(
                "UseGuidedFailure",
                Optional.ofNullable(wanted.useGuidedFailure()).orElse(subject.guidedFailureByDefault()));
        json.put("FailureEncountered", false);
        json.set("FormValues", engine.mapper().valueToTree(Prompts.kept(prompts, wanted.formValues())));
        json.set(
                "TentacleRetentionPeriod",
                engine.mapper().valueToTree(subject.standing().lifecycle().tentacleRetentionPolicy()));
        DeploymentChanges.Told told = changes.of(view, subject);
        json.set("Changes", engine.mapper().valueToTree(told.changes()));
        json.put("ChangesMarkdown", told.markdown());
        return json;
    }

    private static List<Map<String, String>> logContext(Subject subject, String task) {
        return subject.process().steps().stream()
                .map(step -> Map.of("Slug", Optional.ofNullable(step.slug()).orElse(""), "CorrelationId", task))
                .toList();
    }

    private static Delivery delivery(Stored<Deployment> stored, long number, Instant now) {
        Deployment deployment = stored.value();
        return new Delivery(
                stored.id(),
                number,
                stored.space(),
                deployment.projectId(),
                deployment.releaseId(),
                deployment.channelId(),
                deployment.environmentId(),
                Optional.ofNullable(deployment.tenantId()).orElse(""),
                deployment.taskId(),
                now);
    }
}
