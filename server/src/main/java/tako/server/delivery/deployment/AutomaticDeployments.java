package tako.server.delivery.deployment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.task.NewTask;
import tako.platform.task.TaskQueue;
import tako.server.delivery.deployment.DeploymentQueueing.Wish;
import tako.server.delivery.eligibility.Reason;
import tako.server.delivery.release.Release;
import tako.server.delivery.release.ReleaseFollowers;
import tako.server.delivery.task.TaskSubject;
import tako.server.delivery.task.TaskSubjects;
import tako.server.resource.AuditLog;
import tako.server.resource.Engine;
import tako.server.resource.ListQuery;
import tako.server.resource.Stored;

/**
 * The deployments that the server makes by itself: into automatic environments of phases that a release has reached. They are queued in the
 * transaction of their cause. Where a project wrote a template for its deployments, which is never evaluated in a transaction, that
 * transaction queues the task {@link #TASK_KIND} instead, which evaluates it and queues what is due then.
 */
public final class AutomaticDeployments implements ReleaseFollowers {
    /** The kind of the tasks that queue deployments whose templates must be evaluated first. */
    public static final String TASK_KIND = "AutoDeploy";

    static final String RELEASE = "ReleaseId";
    static final String USER_ID = "UserId";
    static final String USERNAME = "Username";
    static final int PAYLOAD_FORMAT = 1;

    private final Engine engine;
    private final DeploymentSources sources;
    private final Deployments deployments;
    private final TaskQueue queue;
    private final TaskSubjects subjects;

    /** @param queue only enqueues, so it needs no listeners */
    public AutomaticDeployments(Engine engine, DeploymentSources sources, Deployments deployments, TaskQueue queue) {
        this.engine = engine;
        this.sources = sources;
        this.deployments = deployments;
        this.queue = queue;
        this.subjects = new TaskSubjects(engine.mapper());
    }

    @Override
    public void created(Tx tx, Principal who, Stored<Release> release) {
        queueDue(tx, who, release);
    }

    @Override
    public void unblocked(Tx tx, Principal who, Stored<Release> release) {
        queueDue(tx, who, release);
    }

    @Override
    public void removing(Tx tx, Principal who, Stored<Release> release) {
        deployments
                .documents()
                .list(tx, release.space(), ListQuery.ofOwner(release.id()))
                .items()
                .forEach(deployment -> deployments.remove(tx, who, deployment));
    }

    /** Where a release is to be deployed to by the server now. */
    List<Subject> due(View view, Stored<Release> release) {
        return sources.progressions().of(view, release).progression().due().stream()
                .map(due -> deployments.subjects().of(view, release.space(), release.id(), due.id()))
                .toList();
    }

    /** Queues what is due now, as whoever caused it, or the task that does. */
    void queueDue(Tx tx, Principal who, Stored<Release> release) {
        List<Subject> due = due(tx, release);
        if (due.stream().anyMatch(DeploymentTemplates::isTemplated)) {
            evaluateLater(tx, who, due.getFirst());
            return;
        }
        Deployment plain = deployments.templates().plain();
        due.forEach(subject -> queue(
                tx,
                who,
                subject,
                DeploymentTemplates.texts(deployments.templates().read(tx, subject, plain))));
    }

    /** Queues one that is due; what may not be deployed is told by an event and does not fail the rest. */
    void queue(Tx tx, Principal who, Subject subject, DeploymentTexts texts) {
        Deployment plain = deployments.templates().plain();
        List<Reason> reasons = deployments.queueing().reasons(subject, plain);
        if (reasons.isEmpty()) {
            deployments.queueing().queue(tx, who, subject, Wish.of(plain, texts));
        } else {
            engine.audit().record(tx, who, blocked(subject, reasons));
        }
    }

    /** Queues the task that evaluates the templates of what is due. */
    void evaluateLater(Tx tx, Principal who, Subject subject) {
        Stored<Release> release = subject.release();
        String payload = engine.mapper()
                .createObjectNode()
                .put(RELEASE, release.id())
                .put(USER_ID, who.userId())
                .put(USERNAME, who.username())
                .toString();
        String task = queue.enqueue(
                tx,
                new NewTask(
                        TASK_KIND,
                        release.space(),
                        PAYLOAD_FORMAT,
                        payload,
                        0,
                        engine.clock().instant(),
                        Optional.empty(),
                        List.of()));
        subjects.record(tx, task, about(subject));
    }

    private static TaskSubject about(Subject subject) {
        String release = subject.release().id();
        String project = subject.project().id();
        return new TaskSubject(
                "Queue the automatic deployments of "
                        + subject.project().value().name() + " release "
                        + subject.release().value().version(),
                Map.of(RELEASE, release),
                new TaskSubject.About(project, "", "", ""),
                List.of(release, project));
    }

    private static AuditLog.Entry blocked(Subject subject, List<Reason> reasons) {
        return AuditLog.Entry.of(
                "AutoDeployBlocked",
                subject.release().space(),
                subject.title() + " was due and could not be queued: " + String.join(" ", Reason.texts(reasons)),
                List.of(
                        subject.project().id(),
                        subject.release().id(),
                        subject.environment().id()));
    }
}
