package tako.steps.script;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tako.platform.process.Executor.Exit;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.RunContext;
import tako.server.delivery.step.StepField;
import tako.server.delivery.step.StepHandler;
import tako.server.projects.process.ActionTypeRule;

/**
 * Runs a script that stands in the step: on the server once, or once for each target. The script reads variables and sets
 * outputs by functions that its bootstrap offers, and ends with everything it started.
 */
public final class ScriptStep implements StepHandler<ScriptRendering> {
    private static final Set<String> PROXIES =
            Set.of("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy");

    private final Map<String, String> surroundings;

    private ScriptStep(Map<String, String> surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The step.
     *
     * @param environment the server's; scripts get its proxy variables and nothing else of it
     */
    public static ScriptStep withProxiesOf(Map<String, String> environment) {
        return new ScriptStep(environment.entrySet().stream()
                .filter(entry -> PROXIES.contains(entry.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public Set<String> actionTypes() {
        return Set.of("Octopus.Script");
    }

    @Override
    public ActionTypeRule.Place place() {
        return ActionTypeRule.Place.ANY;
    }

    @Override
    public List<StepField> fields() {
        return ScriptProperties.FIELDS;
    }

    /** A script may have done half of what it does; nobody but its author knows whether it may run twice. */
    @Override
    public AfterCrash afterCrash() {
        return AfterCrash.FAIL;
    }

    @Override
    public ScriptRendering render(RenderContext context) {
        return new ScriptRenderer(context).render();
    }

    @Override
    public Outcome run(ScriptRendering script, RunContext context) throws InterruptedException {
        script.notes().forEach(context.log()::verbose);
        var bootstrap = script.language().bootstrap();
        return bootstrap.isPresent()
                ? run(script, bootstrap.get(), context)
                : failed(cannotRun(script.language()), context);
    }

    private Outcome run(ScriptRendering script, String bootstrap, RunContext context) throws InterruptedException {
        var output = new ScriptOutput(context);
        var execution = context.executor()
                .start(context.executionKey(), ScriptCommand.of(script, bootstrap, surroundings), output);
        try {
            var exit = execution.await();
            var artifacts = new ScriptArtifacts(execution.workingFolder(), context);
            output.artifacts().forEach(artifacts::keep);
            return outcome(script, exit, output, context);
        } catch (InterruptedException e) {
            execution.cancel();
            throw e;
        } finally {
            execution.close();
        }
    }

    private static Outcome outcome(ScriptRendering script, Exit exit, ScriptOutput output, RunContext context)
            throws InterruptedException {
        return switch (exit) {
            case Exit.Code(int code)
            when code != 0 -> failed(output.result().orElse("The script exited with code " + code + "."), context);
            case Exit.Code _
            when script.failOnErrorOutput() && output.hasErrors() ->
                failed(
                        "The script ended well but wrote to its error output, which this step takes for a failure.",
                        context);
            case Exit.Code _ -> new Outcome.Succeeded();
            case Exit.TimedOut _ ->
                failed(
                        "The script ran longer than its limit of " + inWords(script.limit()) + " and was ended.",
                        context);
            case Exit.NotStarted(String reason) -> failed(reason + wayOut(script.language()), context);
            case Exit.Cancelled _ -> throw new InterruptedException("The script was cancelled.");
        };
    }

    private static Outcome failed(String reason, RunContext context) {
        context.log().error(reason);
        return new Outcome.Failed(reason);
    }

    private static String cannotRun(ScriptLanguage language) {
        return language.wireName() + " scripts need the program " + language.program()
                + ", and this version of Tako does not run them yet. Write the script in Bash or Python and set the step's language (Syntax) to that.";
    }

    private static String wayOut(ScriptLanguage language) {
        return language == ScriptLanguage.BASH
                ? ""
                : " Install it, or write the script in Bash and set the step's language (Syntax) to that.";
    }

    private static String inWords(Optional<Duration> limit) {
        var seconds = limit.orElse(Duration.ZERO).toSeconds();
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
