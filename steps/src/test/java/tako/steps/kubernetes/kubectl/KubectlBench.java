package tako.steps.kubernetes.kubectl;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.octostache.Variables;
import tako.platform.process.Bounds;
import tako.platform.process.Isolation;
import tako.platform.process.LocalExecutor;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RenderContext;
import tako.steps.kubernetes.cluster.ClusterBounds;
import tako.steps.kubernetes.cluster.Clusters;
import tako.steps.scripting.RecordedRun;
import tako.steps.scripting.ScriptProperties;

/** Runs kubectl scripts on this machine for tests. */
final class KubectlBench implements AutoCloseable {
    private static final Bounds BOUNDS =
            new Bounds(Duration.ofMillis(200), Duration.ofSeconds(7), Duration.ofMillis(300), Duration.ofMillis(500));

    private final LocalExecutor executor;
    private final Clusters clusters = new Clusters(ClusterBounds.STANDARD);
    final KubectlScriptStep step = new KubectlScriptStep(Map.of(), clusters);
    final RecordedRun run;

    KubectlBench(Path folder) {
        executor = new LocalExecutor(folder, Isolation.probe(), BOUNDS);
        run = new RecordedRun(executor);
    }

    /** What a Bash script for a target depends on. */
    static RenderContext context(String body, Map<String, String> properties, Map<String, String> target) {
        var all = new HashMap<>(Map.of(ScriptProperties.SYNTAX, "Bash", ScriptProperties.BODY, body));
        all.putAll(properties);
        var variables = new HashMap<>(target);
        variables.put("Octopus.Action.Script.SuppressEnvironmentLogging", "True");
        return new RenderContext(
                "Ask",
                "Octopus.KubernetesRunScript",
                all,
                Variables.of(variables),
                Set.of("Octopus.Account.Token", "Client.PrivateKeyPem"),
                Optional.empty(),
                List.of());
    }

    Outcome run(RenderContext context) throws InterruptedException {
        return step.run(step.render(context), run);
    }

    @Override
    public void close() {
        executor.close();
        clusters.close();
    }
}
