package tako.server.delivery.deployment;

import java.util.List;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.server.delivery.eligibility.Reason;
import tako.server.delivery.release.Release;
import tako.server.delivery.release.ReleaseFollowers;
import tako.server.library.lifecycle.PhaseEnvironment;
import tako.server.resource.AuditLog;
import tako.server.resource.Engine;
import tako.server.resource.ListQuery;
import tako.server.resource.Stored;

/** The deployments that the server makes by itself: into automatic environments of phases that a release has reached. */
public final class AutomaticDeployments implements ReleaseFollowers {
    private final Engine engine;
    private final DeploymentSources sources;
    private final Deployments deployments;

    public AutomaticDeployments(Engine engine, DeploymentSources sources, Deployments deployments) {
        this.engine = engine;
        this.sources = sources;
        this.deployments = deployments;
    }

    @Override
    public void created(Tx tx, Principal who, Stored<Release> release) {
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

    /** Queues what is due now, as whoever caused it; what may not be deployed is told by an event and does not fail the rest. */
    void queueDue(Tx tx, Principal who, Stored<Release> release) {
        for (PhaseEnvironment due :
                sources.progressions().of(tx, release).progression().due()) {
            Subject subject = deployments.subjects().of(tx, release.space(), release.id(), due.id());
            Deployment plain = deployments.wanted(engine.mapper().createObjectNode());
            List<Reason> reasons = deployments.queueing().reasons(subject, plain);
            if (reasons.isEmpty()) {
                deployments.queueing().queue(tx, who, subject, plain);
            } else {
                engine.audit().record(tx, who, blocked(subject, reasons));
            }
        }
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
