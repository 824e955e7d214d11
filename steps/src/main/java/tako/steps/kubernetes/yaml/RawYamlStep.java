package tako.steps.kubernetes.yaml;

import java.util.List;
import java.util.Set;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.RunContext;
import tako.server.delivery.step.StepField;
import tako.server.delivery.step.StepHandler;
import tako.server.projects.process.ActionTypeRule;
import tako.steps.kubernetes.cluster.ClusterException;
import tako.steps.kubernetes.cluster.Clusters;

/** Applies the objects of a YAML text that stands in the step, and waits until they are up. */
public final class RawYamlStep implements StepHandler<RawYamlRendering> {
    private final Clusters clusters;

    /** The step, by these connections. */
    public RawYamlStep(Clusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public Set<String> actionTypes() {
        return Set.of("Octopus.KubernetesDeployRawYaml");
    }

    @Override
    public ActionTypeRule.Place place() {
        return ActionTypeRule.Place.TARGET;
    }

    @Override
    public List<StepField> fields() {
        return RawYamlProperties.FIELDS;
    }

    /** Applying the same objects again changes nothing. */
    @Override
    public AfterCrash afterCrash() {
        return AfterCrash.REPEAT;
    }

    @Override
    public RawYamlRendering render(RenderContext context) {
        return new RawYamlRenderer(context).render();
    }

    @Override
    public Outcome run(RawYamlRendering rendering, RunContext context) throws InterruptedException {
        rendering.notes().forEach(context.log()::warning);
        try (var session = clusters.open(rendering.access())) {
            return new RawYamlRun(session.cluster(), rendering, context).run();
        } catch (ClusterException e) {
            context.log().error(e.failure().sentence());
            return new Outcome.Failed(e.failure().sentence());
        }
    }
}
