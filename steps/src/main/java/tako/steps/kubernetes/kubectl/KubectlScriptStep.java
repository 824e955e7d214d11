package tako.steps.kubernetes.kubectl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.RenderingRefused;
import tako.server.delivery.step.RunContext;
import tako.server.delivery.step.StepField;
import tako.server.delivery.step.StepField.Control;
import tako.server.delivery.step.StepHandler;
import tako.server.projects.process.ActionTypeRule;
import tako.steps.kubernetes.cluster.ClusterAccessReading;
import tako.steps.kubernetes.cluster.Clusters;
import tako.steps.scripting.ScriptProperties;
import tako.steps.scripting.ScriptRunner;

/** Runs a script whose kubectl reaches the target's cluster, in the namespace of the step. */
public final class KubectlScriptStep implements StepHandler<KubectlRendering> {
    static final String NAMESPACE = "Octopus.Action.KubernetesContainers.Namespace";
    static final String PROGRAM = "Octopus.Action.Kubernetes.CustomKubectlExecutable";

    private static final List<StepField> FIELDS = Stream.concat(
                    ScriptProperties.FIELDS.stream()
                            .filter(field -> !field.key().equals(ScriptProperties.ON_SERVER)),
                    Stream.of(
                            new StepField(NAMESPACE, "Namespace", Control.TEXT, false, "", List.of()),
                            new StepField(PROGRAM, "Path of kubectl", Control.TEXT, false, "", List.of())))
            .toList();

    private final ScriptRunner runner;
    private final Clusters clusters;

    /**
     * The step.
     *
     * @param environment the server's; scripts get its proxy variables and nothing else of it
     * @param clusters where the namespace is made if it is missing
     */
    public KubectlScriptStep(Map<String, String> environment, Clusters clusters) {
        this.runner = ScriptRunner.withProxiesOf(environment);
        this.clusters = clusters;
    }

    @Override
    public Set<String> actionTypes() {
        return Set.of("Octopus.KubernetesRunScript");
    }

    @Override
    public ActionTypeRule.Place place() {
        return ActionTypeRule.Place.TARGET;
    }

    @Override
    public List<StepField> fields() {
        return FIELDS;
    }

    /** A script may have done half of what it does; nobody but its author knows whether it may run twice. */
    @Override
    public AfterCrash afterCrash() {
        return AfterCrash.FAIL;
    }

    @Override
    public KubectlRendering render(RenderContext context) {
        var problems = new ArrayList<String>();
        var script = collecting(() -> runner.render(context), problems);
        var access = collecting(() -> ClusterAccessReading.of(context, context.property(NAMESPACE)), problems);
        if (script.isEmpty() || access.isEmpty()) {
            throw new RenderingRefused(problems);
        }
        var kubectl = context.property(PROGRAM).or(() -> context.variables().get(PROGRAM));
        return new KubectlRendering(
                script.get(),
                access.get(),
                kubectl.map(String::strip).filter(path -> !path.isEmpty()).orElse("kubectl"));
    }

    private static <T> Optional<T> collecting(Supplier<T> reading, List<String> problems) {
        try {
            return Optional.of(reading.get());
        } catch (RenderingRefused refused) {
            problems.addAll(refused.problems());
            return Optional.empty();
        }
    }

    @Override
    public Outcome run(KubectlRendering rendering, RunContext context) throws InterruptedException {
        Kubeconfig.secrets(rendering.access()).forEach(context::mask);
        new ScriptNamespace(clusters, context.log()).make(rendering.access());
        return runner.run(rendering.script(), KubectlSetting.of(rendering), context);
    }
}
