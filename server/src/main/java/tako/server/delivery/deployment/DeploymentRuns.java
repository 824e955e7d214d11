package tako.server.delivery.deployment;

import java.util.List;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.task.TaskRow;
import tako.server.delivery.eligibility.Eligibility;
import tako.server.delivery.eligibility.Reason;
import tako.server.delivery.release.Deliveries;
import tako.server.delivery.release.Delivery;
import tako.server.delivery.release.DeliveryTask;
import tako.server.delivery.run.RunSource;
import tako.server.delivery.run.RunSpec;
import tako.server.resource.Engine;
import tako.server.resource.Stored;

/** Says what the tasks of deployments run. */
public final class DeploymentRuns implements RunSource {
    /** The kind of the tasks of deployments. */
    public static final String TASK_KIND = DeploymentQueueing.TASK_KIND;

    private final Engine engine;
    private final Deployments deployments;
    private final DeploymentSpecs specs;
    private final Judgement judgement;

    public DeploymentRuns(Engine engine, DeploymentSources sources, Deployments deployments) {
        this.engine = engine;
        this.deployments = deployments;
        this.judgement = new Judgement(sources.forecast());
        this.specs = new DeploymentSpecs(engine, sources);
    }

    @Override
    public String taskKind() {
        return DeploymentQueueing.TASK_KIND;
    }

    @Override
    public RunSpec spec(View view, TaskRow task) {
        Stored<Deployment> deployment = deployment(view, task);
        Subject subject = subject(view, deployment);
        Optional<Delivery> own = Deliveries.ofTask(view, task.id()).map(DeliveryTask::delivery);
        return specs.of(view, subject, deployment.value(), DeploymentVariables.QueuedAs.of(task), own);
    }

    @Override
    public List<String> refusals(View view, TaskRow task) {
        Stored<Deployment> deployment = deployment(view, task);
        var facts = judgement.facts(
                subject(view, deployment), deployment.value(), engine.clock().instant());
        return Reason.texts(Eligibility.reasonsAtStart(facts));
    }

    @Override
    public void started(Tx tx, TaskRow task) {
        Deliveries.ofTask(tx, task.id())
                .ifPresent(delivery -> DeploymentEvents.record(
                        engine.audit(),
                        tx,
                        "DeploymentStarted",
                        delivery.delivery(),
                        subject(tx, deployment(tx, task)).title() + " started"));
    }

    private Stored<Deployment> deployment(View view, TaskRow task) {
        String id = engine.mapper()
                .readTree(task.payload())
                .path(DeploymentQueueing.PAYLOAD_ID)
                .asString("");
        return deployments.documents().require(view, task.space(), id);
    }

    private Subject subject(View view, Stored<Deployment> deployment) {
        return deployments
                .subjects()
                .of(
                        view,
                        deployment.space(),
                        deployment.value().releaseId(),
                        deployment.value().environmentId());
    }
}
