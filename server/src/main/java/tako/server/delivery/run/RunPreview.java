package tako.server.delivery.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.platform.database.Database;
import tako.platform.database.View;
import tako.platform.log.Masking;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.Rendering.RenderedText;
import tako.server.delivery.step.RenderingRefused;
import tako.server.delivery.step.StepHandler;
import tako.server.infrastructure.machine.Machine;
import tako.server.resource.Stored;

/**
 * Renders what a run would apply, without running it: nothing is changed, and no secret is shown. What only a run can know, such as
 * the outputs of its earlier steps, stays in the texts as it is written.
 */
public final class RunPreview {
    private static final Logger LOG = LoggerFactory.getLogger(RunPreview.class);
    private static final String BROKEN =
            "The step broke while it was rendered. This is a defect of its implementation; the server's log says more.";

    private final RunParts parts;
    private final Handlers handlers;

    public RunPreview(RunParts parts) {
        this.parts = parts;
        this.handlers = new Handlers(parts.steps().handlers());
    }

    /**
     * What an action would apply in one place.
     *
     * @param target the target's name; "" for the server
     * @param texts what would be applied; empty when it cannot be rendered
     * @param problems why it cannot be rendered, each a sentence
     */
    public record RenderedAction(
            String step,
            String action,
            String actionType,
            String target,
            List<RenderedText> texts,
            List<String> problems) {}

    /** What a run would apply now, in order. Evaluates and renders outside of transactions. */
    public List<RenderedAction> of(RunSpecSource source) {
        Masking mask = new Masking();
        return items(parts.stores().database(), source, mask).stream()
                .map(item -> render(item, mask))
                .toList();
    }

    /** Says what would run. */
    @FunctionalInterface
    public interface RunSpecSource {
        /** What would run, read in the transaction in which everything else is. */
        RunSpec spec(View view);
    }

    /** An action in one place, with all that its rendering depends on, or the reasons why that cannot be known. */
    private record Place(
            PlannedStep step,
            PlannedAction action,
            Optional<Stored<Machine>> target,
            Optional<RenderContext> context,
            List<String> problems) {}

    private List<Place> items(Database database, RunSpecSource source, Masking mask) {
        RunSecrets secrets = new RunSecrets(parts.stores().secrets(), mask::add);
        LoadedRun loaded = database.read(view -> LoadedRun.of(view, source.spec(view), parts.stores(), secrets));
        List<Stored<Machine>> targets = database.read(view -> RunMoment.targets(view, loaded, parts.stores()));
        RunVariables.Moment moment = RunMoment.at(loaded, RunStates.NONE, List.of(), targets);
        ItemRendering rendering = new ItemRendering(database, loaded, parts.sources(), clear -> mask.add(clear));
        List<Place> items = new ArrayList<>();
        for (PlannedStep step : loaded.plan().steps()) {
            List<String> roles =
                    StepTargets.roles(step.step(), loaded.variables().ofStep(step, moment));
            List<Optional<Stored<Machine>>> places = roles.isEmpty()
                    ? List.of(Optional.empty())
                    : StepTargets.holding(targets, roles).stream()
                            .map(Optional::of)
                            .toList();
            places.forEach(place -> step.actions().stream()
                    .filter(action -> action.leftOut().isEmpty())
                    .forEach(action -> items.add(item(
                            step,
                            action,
                            place,
                            () -> rendering.of(step, action, place, moment).context()))));
        }
        return items;
    }

    private static Place item(
            PlannedStep step, PlannedAction action, Optional<Stored<Machine>> place, Supplier<RenderContext> context) {
        try {
            return new Place(step, action, place, Optional.of(context.get()), List.of());
        } catch (RenderingRefused refused) {
            return new Place(step, action, place, Optional.empty(), refused.problems());
        }
    }

    private RenderedAction render(Place item, Masking mask) {
        Optional<StepHandler<?>> handler = handlers.of(item.action());
        if (handler.isEmpty()) {
            return rendered(item, List.of(), List.of(Handlers.cannotCarryOut(item.action())));
        }
        if (item.context().isEmpty()) {
            return rendered(item, List.of(), masked(item.problems(), mask));
        }
        try {
            Stream<RenderedText> texts = handler.get().render(item.context().get()).texts().stream();
            return rendered(item, texts.map(text -> masked(text, mask)).toList(), List.of());
        } catch (RenderingRefused refused) {
            return rendered(item, List.of(), masked(refused.problems(), mask));
        } catch (RuntimeException broken) {
            LOG.error(
                    "The step {} could not be rendered: {}",
                    item.action().action().label(),
                    MaskedTrace.of(broken, mask));
            return rendered(item, List.of(), List.of(BROKEN));
        }
    }

    private static List<String> masked(List<String> problems, Masking mask) {
        return problems.stream().map(mask::mask).toList();
    }

    private static RenderedText masked(RenderedText text, Masking mask) {
        return new RenderedText(mask.mask(text.name()), text.language(), mask.mask(text.text()));
    }

    private static RenderedAction rendered(Place item, List<RenderedText> texts, List<String> problems) {
        return new RenderedAction(
                item.step().step().label(),
                item.action().action().label(),
                item.action().action().type(),
                item.target().map(target -> target.value().name()).orElse(""),
                texts,
                problems);
    }
}
