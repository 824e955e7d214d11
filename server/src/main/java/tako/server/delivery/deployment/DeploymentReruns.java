package tako.server.delivery.deployment;

import tako.platform.http.Principal;
import tako.platform.task.TaskRow;
import tako.server.delivery.task.TaskRerun;
import tako.server.resource.Engine;

/** Runs the task of a deployment again: as a new deployment of the same release to the same environment, with the same choices. */
public final class DeploymentReruns implements TaskRerun {
    private final Engine engine;
    private final Deployments deployments;

    public DeploymentReruns(Engine engine, Deployments deployments) {
        this.engine = engine;
        this.deployments = deployments;
    }

    @Override
    public String again(Principal who, TaskRow ended) {
        String deployment = engine.mapper()
                .readTree(ended.payload())
                .path(DeploymentQueueing.PAYLOAD_ID)
                .asString("");
        return deployments.again(who, ended.space(), deployment).value().taskId();
    }
}
