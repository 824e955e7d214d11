package tako.server.delivery.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tako.platform.database.Tx;
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
import tako.server.resource.PropertyValue;
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
    private final TaskSubjects subjects;

    DeploymentQueueing(
            Engine engine,
            Documents<Deployment> documents,
            TaskQueue queue,
            DeploymentMirror mirror,
            Judgement judgement) {
        this.engine = engine;
        this.documents = documents;
        this.queue = queue;
        this.mirror = mirror;
        this.judgement = judgement;
        this.subjects = new TaskSubjects(engine.mapper());
    }

    /** Why a deployment would be refused. */
    List<Reason> reasons(Subject subject, Deployment wanted) {
        return Eligibility.reasons(
                judgement.facts(subject, wanted, engine.clock().instant()));
    }

    /**
     * A deployment that is wanted.
     *
     * @param wanted what was chosen
     * @param texts what its templates make of it
     * @param kept secret answers that another deployment has put away already, by the variable's id
     */
    record Wish(Deployment wanted, DeploymentTexts texts, Map<String, PropertyValue.Sensitive> kept) {
        static Wish of(Deployment wanted, DeploymentTexts texts) {
            return new Wish(wanted, texts, Map.of());
        }
    }

    /** Queues a deployment. @throws Problem 400 with every reason against it, 409 when its variables are no longer those of the texts */
    Stored<Deployment> queue(Tx tx, Principal who, Subject subject, Wish wish) {
        Deployment wanted = wish.wanted();
        List<Reason> reasons = reasons(subject, wanted);
        if (!reasons.isEmpty()) {
            throw Problem.invalid(Reason.texts(reasons));
        }
        if (!wish.texts().fit(subject)) {
            throw Problem.conflict(
                    "The variables of release " + subject.release().value().version()
                            + " were taken anew at the same moment, so nothing was queued. Deploy it again.");
        }
        long number = tx.next(DeploymentKind.KIND.idPrefix());
        String id = DeploymentKind.KIND.idPrefix() + "-" + number;
        Instant now = engine.clock().instant();
        String task = queue.enqueue(tx, task(id, subject, wish, now));
        subjects.record(tx, task, about(id, subject));
        ObjectNode json = draft(subject, wanted, wish.texts());
        json.put("TaskId", task);
        json.set("ExecutionPlanLogContext", engine.mapper().valueToTree(Map.of("Steps", logContext(subject, task))));
        json.put("DeployedBy", who.username());
        json.put("DeployedById", who.userId());
        json.set("Created", engine.mapper().valueToTree(now));
        Stored<Deployment> deployment =
                keeping(tx, documents.insert(tx, who, subject.release().space(), id, json), wish.kept());
        Delivery delivery = delivery(deployment, number, now);
        Deliveries.insert(tx, delivery);
        mirror.changed(tx, delivery);
        return deployment;
    }

    /** Secrets never change, so that two deployments may hold the same one; a client cannot name one. */
    private Stored<Deployment> keeping(Tx tx, Stored<Deployment> stored, Map<String, PropertyValue.Sensitive> kept) {
        if (kept.isEmpty()) {
            return stored;
        }
        ObjectNode json = stored.json().deepCopy();
        ObjectNode answers = json.withObject("FormValues");
        kept.forEach((variable, secret) -> {
            if (answers.has(variable)) {
                answers.set(variable, engine.mapper().valueToTree(secret));
            }
        });
        return documents.observe(tx, stored, json);
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

    private NewTask task(String id, Subject subject, Wish wish, Instant now) {
        ObjectNode payload = engine.mapper().createObjectNode().put(PAYLOAD_ID, id);
        Deployment wanted = wish.wanted();
        return new NewTask(
                TASK_KIND,
                subject.release().space(),
                PAYLOAD_FORMAT,
                payload.toString(),
                priority(subject, wanted),
                Optional.ofNullable(wanted.queueTime()).orElse(now),
                Optional.ofNullable(wanted.queueTimeExpiry()),
                wish.texts().locks());
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
    ObjectNode draft(Subject subject, Deployment wanted, DeploymentTexts texts) {
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
        json.set("Changes", engine.mapper().valueToTree(texts.changes()));
        json.put("ChangesMarkdown", texts.changesMarkdown());
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
