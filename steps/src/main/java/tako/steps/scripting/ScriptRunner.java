package tako.steps.scripting;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tako.platform.process.Command;
import tako.platform.process.Executor.Exit;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.RunContext;

/**
 * Renders scripts that stand in steps, and runs them. A script reads variables and sets outputs by functions that its bootstrap offers,
 * and ends with everything it started.
 */
public final class ScriptRunner {
    private static final Set<String> PROXIES =
            Set.of("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy");

    private final Map<String, String> surroundings;

    private ScriptRunner(Map<String, String> surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The runner.
     *
     * @param environment the server's; scripts get its proxy variables and nothing else of it
     */
    public static ScriptRunner withProxiesOf(Map<String, String> environment) {
        return new ScriptRunner(environment.entrySet().stream()
                .filter(entry -> PROXIES.contains(entry.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** A step's script by the properties of {@link ScriptProperties}. Throws {@code RenderingRefused}. */
    public ScriptRendering render(RenderContext context) {
        return new ScriptRenderer(context).render();
    }

    /** Runs a script. Interruption cancels it. */
    public Outcome run(ScriptRendering script, RunContext context) throws InterruptedException {
        return run(script, UnaryOperator.identity(), context);
    }

    /**
     * Runs a script in surroundings of its own.
     *
     * @param setting adds to the command what these surroundings need: files, environment, a program that runs before
     */
    public Outcome run(ScriptRendering script, UnaryOperator<Command> setting, RunContext context)
            throws InterruptedException {
        script.notes().forEach(context.log()::verbose);
        var bootstrap = script.language().bootstrap();
        return bootstrap.isPresent()
                ? run(script, setting.apply(ScriptCommand.of(script, bootstrap.get(), surroundings)), context)
                : failed(cannotRun(script.language()), context);
    }

    private static Outcome run(ScriptRendering script, Command command, RunContext context)
            throws InterruptedException {
        var output = new ScriptOutput(context);
        var execution = context.executor().start(context.executionKey(), command, output);
        try {
            var exit = execution.await();
            output.end();
            var artifacts = new ScriptArtifacts(execution.workingFolder(), context);
            output.artifacts().forEach(artifacts::keep);
            return outcome(script, exit, output, context);
        } catch (InterruptedException e) {
            execution.cancel();
            output.end();
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
