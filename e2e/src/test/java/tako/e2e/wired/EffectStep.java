package tako.e2e.wired;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.Rendering;
import tako.server.delivery.step.RunContext;
import tako.server.delivery.step.StepField;
import tako.server.delivery.step.StepHandler;
import tako.server.projects.process.ActionTypeRule;

/** A step that deploys: its effects are kept outside of the server, and running it again does no harm. */
final class EffectStep implements StepHandler<EffectStep.Nothing> {
    static final String TYPE = "Test.Effect";

    /** The execution of each effect, in order. */
    final List<String> effects = new CopyOnWriteArrayList<>();

    record Nothing() implements Rendering {
        @Override
        public List<RenderedText> texts() {
            return List.of();
        }
    }

    @Override
    public Set<String> actionTypes() {
        return Set.of(TYPE);
    }

    @Override
    public List<StepField> fields() {
        return List.of();
    }

    @Override
    public ActionTypeRule.Place place() {
        return ActionTypeRule.Place.ANY;
    }

    @Override
    public AfterCrash afterCrash() {
        return AfterCrash.REPEAT;
    }

    @Override
    public Nothing render(RenderContext context) {
        return new Nothing();
    }

    @Override
    public Outcome run(Nothing rendering, RunContext context) {
        effects.add(context.executionKey());
        return new Outcome.Succeeded();
    }
}
