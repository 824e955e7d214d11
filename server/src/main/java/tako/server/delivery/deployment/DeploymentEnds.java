package tako.server.delivery.deployment;

import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.platform.task.TaskEndListener;
import tako.platform.task.TaskRow;
import tako.server.delivery.release.Deliveries;
import tako.server.delivery.release.DeliveryTask;
import tako.server.delivery.release.Release;
import tako.server.delivery.task.TaskSubjects;
import tako.server.resource.Engine;
import tako.server.resource.Stored;

/**
 * What follows when a deployment's task has ended, or its end was changed by a person: read models, event, next phases. Its environment may
 * be gone by then.
 */
public final class DeploymentEnds implements TaskEndListener {
    private final Engine engine;
    private final DeploymentSources sources;
    private final Deployments deployments;
    private final AutomaticDeployments automatic;
    private final DeploymentMirror mirror;

    public DeploymentEnds(
            Engine engine,
            DeploymentSources sources,
            Deployments deployments,
            AutomaticDeployments automatic,
            DeploymentMirror mirror) {
        this.engine = engine;
        this.sources = sources;
        this.deployments = deployments;
        this.automatic = automatic;
        this.mirror = mirror;
    }

    @Override
    public void ended(Tx tx, TaskRow task) {
        Deliveries.ofTask(tx, task.id()).ifPresent(delivery -> ended(tx, delivery));
    }

    private void ended(Tx tx, DeliveryTask ended) {
        mirror.changed(tx, ended.delivery());
        Stored<Release> release = sources.releases()
                .require(tx, ended.delivery().space(), ended.delivery().release());
        String task = ended.task().id();
        String title = TaskSubjects.description(tx, task).orElse(task);
        switch (ended.task().state()) {
            case SUCCESS -> {
                record(tx, "DeploymentSucceeded", ended, title + " succeeded");
                automatic.queueDue(tx, cause(tx, ended), release);
            }
            case FAILED ->
                record(
                        tx,
                        "DeploymentFailed",
                        ended,
                        title + " failed: " + ended.task().reason());
            case TIMED_OUT ->
                record(tx, "DeploymentFailed", ended, title + " was not started in time and was given up");
            case CANCELED, QUEUED, EXECUTING, PARKED, CANCELLING -> {}
        }
    }

    private void record(Tx tx, String category, DeliveryTask ended, String message) {
        DeploymentEvents.record(engine.audit(), tx, category, ended.delivery(), message);
    }

    /** Whoever made the deployment that ended: what follows from it is made as them. */
    private Principal cause(Tx tx, DeliveryTask ended) {
        return deployments
                .documents()
                .byId(tx, ended.delivery().space(), ended.delivery().deployment())
                .map(Stored::value)
                .map(by -> new Principal(by.deployedById(), by.deployedBy(), "Automatic deployment", "", "Server"))
                .orElse(DeploymentEvents.SYSTEM);
    }
}
