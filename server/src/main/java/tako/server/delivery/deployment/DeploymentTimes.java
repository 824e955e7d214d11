package tako.server.delivery.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.task.TaskQueue;
import tako.server.delivery.eligibility.DeploymentFacts.Schedule;
import tako.server.delivery.eligibility.Eligibility;
import tako.server.delivery.eligibility.Reason;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** Gives deployments that have not started another time. */
final class DeploymentTimes {
    private final Engine engine;
    private final Documents<Deployment> documents;
    private final TaskQueue queue;

    DeploymentTimes(Engine engine, Documents<Deployment> documents, TaskQueue queue) {
        this.engine = engine;
        this.documents = documents;
        this.queue = queue;
    }

    /**
     * When.
     *
     * @param queueTime not before; absent for at once
     * @param queueTimeExpiry given up if not started by then; absent for never
     */
    record Times(@Nullable Instant queueTime, @Nullable Instant queueTimeExpiry) {}

    /** Gives a deployment another time, by the rules by which its first one was judged. */
    Stored<Deployment> change(Tx tx, Principal who, Stored<Deployment> deployment, Times times) {
        Instant now = engine.clock().instant();
        Optional<Instant> expiry = Optional.ofNullable(times.queueTimeExpiry());
        List<Reason> reasons = Eligibility.schedule(new Schedule(now, Optional.ofNullable(times.queueTime()), expiry));
        if (!reasons.isEmpty()) {
            throw Problem.invalid(Reason.texts(reasons));
        }
        String task = deployment.value().taskId();
        queue.reschedule(tx, task, Optional.ofNullable(times.queueTime()).orElse(now), expiry);
        tx.afterCommit(() -> engine.notices().changed("ServerTask", deployment.space(), task));
        ObjectNode json = deployment.json().deepCopy();
        json.set("QueueTime", engine.mapper().valueToTree(times.queueTime()));
        json.set("QueueTimeExpiry", engine.mapper().valueToTree(times.queueTimeExpiry()));
        return documents.replace(tx, who, deployment, json);
    }
}
