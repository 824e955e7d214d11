package tako.app.wiring;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tako.platform.database.Database;
import tako.server.delivery.interruption.TeamLookup;
import tako.server.delivery.step.StepHandler;
import tako.server.infrastructure.machine.TargetProbe;
import tako.server.projects.variable.TargetVariables;
import tako.steps.kubernetes.cluster.ClusterAccessReading;
import tako.steps.kubernetes.cluster.ClusterBounds;
import tako.steps.kubernetes.cluster.Clusters;
import tako.steps.kubernetes.cluster.KubernetesProbe;
import tako.steps.kubernetes.cluster.KubernetesTargetProbe;
import tako.steps.kubernetes.containers.ContainersRun;
import tako.steps.kubernetes.containers.ContainersStep;
import tako.steps.kubernetes.kubectl.KubectlProgram;
import tako.steps.kubernetes.kubectl.KubectlScriptStep;
import tako.steps.kubernetes.manifest.CheckedYaml;
import tako.steps.kubernetes.yaml.RawYamlStep;
import tako.steps.mail.EmailStep;
import tako.steps.manual.ManualStep;
import tako.steps.script.ScriptStep;

/** The families of steps, and what they share. */
final class StepParts {
    final Clusters clusters = new Clusters(ClusterBounds.STANDARD);
    final List<StepHandler<?>> handlers;
    private final KubectlProgram kubectl;

    /**
     * The families.
     *
     * @param environment the server's, of which scripts get the proxy variables, and where programs are looked for
     * @param teams finds the teams that steps name
     * @param mail the step that sends mail
     * @param more what comes besides the product's
     */
    StepParts(Map<String, String> environment, TeamLookup teams, EmailStep mail, List<StepHandler<?>> more) {
        this.kubectl = new KubectlProgram(environment.getOrDefault("PATH", ""));
        var containers =
                new ContainersStep.Parts(ClusterAccessReading::of, new CheckedYaml(), new ContainersRun(clusters));
        List<StepHandler<?>> single = List.of(
                ScriptStep.withProxiesOf(environment),
                new ManualStep(teams),
                mail,
                new RawYamlStep(clusters),
                new KubectlScriptStep(environment, clusters));
        this.handlers = Stream.<List<? extends StepHandler<?>>>of(single, ContainersStep.all(containers), more)
                .<StepHandler<?>>flatMap(List::stream)
                .toList();
    }

    /** What health checks ask targets by. */
    List<TargetProbe> probes(Database database, TargetVariables targets) {
        return List.of(new KubernetesTargetProbe(database, targets, new KubernetesProbe(clusters, kubectl::isThere)));
    }
}
