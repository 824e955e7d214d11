package tako.steps.kubernetes.containers;

import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RunContext;
import tako.steps.kubernetes.cluster.ClusterException;
import tako.steps.kubernetes.cluster.Clusters;

/** Brings a rendering into its cluster. Running it again does no harm: every object is applied, never made anew. */
public final class ContainersRun implements ContainersRunner {
    private final Clusters clusters;

    /** Runs by these connections. */
    public ContainersRun(Clusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public Outcome run(ContainersRendering rendering, RunContext context) throws InterruptedException {
        rendering.notes().forEach(context.log()::verbose);
        try (var session = clusters.open(rendering.access())) {
            return new ContainersRunStages(session.cluster(), rendering, context).run();
        } catch (ClusterException e) {
            context.log().error(e.sentence());
            return new Outcome.Failed(e.sentence());
        }
    }
}
