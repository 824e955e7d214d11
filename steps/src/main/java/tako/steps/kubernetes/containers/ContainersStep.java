package tako.steps.kubernetes.containers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.RunContext;
import tako.server.delivery.step.StepField;
import tako.server.delivery.step.StepHandler;
import tako.server.projects.process.ActionTypeRule;
import tako.steps.kubernetes.cluster.ClusterAccess;
import tako.steps.kubernetes.manifest.YamlTexts;

/** Deploys containers to a Kubernetes cluster, with their service, ingress, config map, secret and custom resources; or one of these alone. */
public final class ContainersStep implements StepHandler<ContainersRendering> {
    private final StepType type;
    private final Parts parts;

    /**
     * What the steps of this family are made of.
     *
     * @param access reads the way to the cluster from the variables, with the namespace that the step names; throws
     *     {@link tako.server.delivery.step.RenderingRefused}
     * @param yaml reads the YAML that users wrote
     * @param runner brings what was rendered into the cluster
     */
    public record Parts(
            BiFunction<RenderContext, Optional<String>, ClusterAccess> access,
            YamlTexts yaml,
            ContainersRunner runner) {}

    private ContainersStep(StepType type, Parts parts) {
        this.type = type;
        this.parts = parts;
    }

    /** All steps of the family: one that deploys containers, and one for each part alone. */
    public static List<ContainersStep> all(Parts parts) {
        return Arrays.stream(StepType.values())
                .map(type -> new ContainersStep(type, parts))
                .toList();
    }

    @Override
    public Set<String> actionTypes() {
        return Set.of(type.actionType());
    }

    @Override
    public ActionTypeRule.Place place() {
        return ActionTypeRule.Place.TARGET;
    }

    @Override
    public List<StepField> fields() {
        return type.fields();
    }

    /** Applying the same objects once more changes nothing. */
    @Override
    public AfterCrash afterCrash() {
        return AfterCrash.REPEAT;
    }

    @Override
    public ContainersRendering render(RenderContext context) {
        return new ContainersRenderer(context, type).render(parts.access(), parts.yaml());
    }

    @Override
    public Outcome run(ContainersRendering rendering, RunContext context) throws InterruptedException {
        return parts.runner().run(rendering, context);
    }
}
