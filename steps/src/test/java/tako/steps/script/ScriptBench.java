package tako.steps.script;

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
import tako.steps.scripting.RecordedRun;
import tako.steps.scripting.ScriptProperties;

/** Runs scripts on this machine for tests. */
final class ScriptBench implements AutoCloseable {
    static final ScriptStep STEP =
            ScriptStep.withProxiesOf(Map.of("http_proxy", "http://proxy.example.org", "SECRET", "s"));
    private static final Bounds BOUNDS =
            new Bounds(Duration.ofMillis(200), Duration.ofSeconds(7), Duration.ofMillis(300), Duration.ofMillis(500));

    private final LocalExecutor executor;
    final RecordedRun run;

    ScriptBench(Path folder) {
        executor = new LocalExecutor(folder, Isolation.probe(), BOUNDS);
        run = new RecordedRun(executor);
    }

    /** What a step of these properties, written in Bash unless they say otherwise, depends on. */
    static RenderContext context(Map<String, String> properties, Map<String, String> variables, Set<String> sensitive) {
        var all = new HashMap<>(Map.of(ScriptProperties.SYNTAX, "Bash"));
        all.putAll(properties);
        return new RenderContext(
                "Greet", "Octopus.Script", all, Variables.of(variables), sensitive, Optional.empty(), List.of());
    }

    /** What a Bash script without variables depends on. */
    static RenderContext script(String body) {
        return context(Map.of(ScriptProperties.BODY, body), Map.of(), Set.of());
    }

    Outcome run(RenderContext context) throws InterruptedException {
        return STEP.run(STEP.render(context), run);
    }

    /** Runs a Bash script that knows some variables, without the lines about its environment. */
    Outcome bash(String body, Map<String, String> variables) throws InterruptedException {
        var all = new HashMap<>(variables);
        all.put("Octopus.Action.Script.SuppressEnvironmentLogging", "True");
        return run(context(Map.of(ScriptProperties.BODY, body), all, Set.of()));
    }

    Outcome bash(String body) throws InterruptedException {
        return bash(body, Map.of());
    }

    @Override
    public void close() {
        executor.close();
    }
}
