package tako.server.delivery.run;

import java.util.List;
import java.util.Optional;
import tako.octostache.Variables;
import tako.platform.database.View;
import tako.server.infrastructure.machine.Machine;
import tako.server.projects.process.PropertyKey;
import tako.server.resource.Stored;

/** Finds out what {@link TurnRule} needs to know when a step's turn comes. */
final class StepTurns {
    /** The switch for how many targets are worked on at once. */
    static final String MAX_PARALLELISM = PropertyKey.MAX_PARALLELISM;

    /** Its value where nobody says. */
    static final String USUAL = "10";

    private static final int USUAL_WINDOW = Integer.parseInt(USUAL);

    private final LoadedRun loaded;
    private final RunParts.Stores stores;

    StepTurns(LoadedRun loaded, RunParts.Stores stores) {
        this.loaded = loaded;
        this.stores = stores;
    }

    /** What becomes of a step now. */
    StepTurn decide(View view, PlannedStep step, boolean failed, RunStates states, List<RunOutput> outputs) {
        List<Stored<Machine>> targets = RunMoment.targets(view, loaded, stores);
        RunVariables.Moment moment = RunMoment.at(loaded, states, outputs, targets);
        Variables variables = loaded.variables().ofStep(view, step, moment);
        List<String> roles = StepTargets.roles(step.step(), variables);
        TurnRule.Facts facts = new TurnRule.Facts(
                failed,
                roles,
                StepTargets.holding(targets, roles),
                window(step, variables),
                target -> condition(view, step, target, moment));
        return TurnRule.turn(step, facts);
    }

    private boolean condition(
            View view, PlannedStep step, Optional<Stored<Machine>> target, RunVariables.Moment moment) {
        Variables variables = loaded.variables()
                .ofItem(view, step, step.actions().getFirst(), target, moment)
                .variables();
        return step.step()
                .text(PropertyKey.STEP_CONDITION)
                .map(expression -> variables.evaluate(expression).isTrue())
                .orElse(false);
    }

    /** A variable of that name overrides the step's own window. */
    private static int window(PlannedStep step, Variables variables) {
        return variables
                .get(PropertyKey.MAX_PARALLELISM)
                .flatMap(StepTurns::number)
                .or(() -> step.step()
                        .text(PropertyKey.MAX_PARALLELISM)
                        .map(text -> variables.evaluate(text).text())
                        .flatMap(StepTurns::number))
                .orElse(USUAL_WINDOW);
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.parseInt(text.strip())).filter(number -> number > 0);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
