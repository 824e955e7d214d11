package tako.steps.script;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.RunContext;
import tako.server.delivery.step.StepField;
import tako.server.delivery.step.StepHandler;
import tako.server.projects.process.ActionTypeRule;
import tako.steps.scripting.ScriptProperties;
import tako.steps.scripting.ScriptRendering;
import tako.steps.scripting.ScriptRunner;

/** Runs a script that stands in the step: on the server once, or once for each target. */
public final class ScriptStep implements StepHandler<ScriptRendering> {
    private final ScriptRunner runner;

    private ScriptStep(ScriptRunner runner) {
        this.runner = runner;
    }

    /**
     * The step.
     *
     * @param environment the server's; scripts get its proxy variables and nothing else of it
     */
    public static ScriptStep withProxiesOf(Map<String, String> environment) {
        return new ScriptStep(ScriptRunner.withProxiesOf(environment));
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
        return runner.render(context);
    }

    @Override
    public Outcome run(ScriptRendering script, RunContext context) throws InterruptedException {
        return runner.run(script, context);
    }
}
