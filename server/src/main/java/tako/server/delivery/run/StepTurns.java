package tako.server.delivery.run;

import java.util.List;
import java.util.Optional;
import tako.octostache.Variables;
import tako.server.infrastructure.machine.Machine;
import tako.server.projects.process.PropertyKey;
import tako.server.resource.Stored;

/** Finds out what {@link TurnRule} needs to know when a step's turn comes. Pure. */
final class StepTurns {
    /** The switch for how many targets are worked on at once. */
    static final String MAX_PARALLELISM = PropertyKey.MAX_PARALLELISM;

    /** Its value where nobody says. */
    static final String USUAL = "10";

    private static final int USUAL_WINDOW = Integer.parseInt(USUAL);

    private final LoadedRun loaded;

    StepTurns(LoadedRun loaded) {
        this.loaded = loaded;
    }

    /** What becomes of a step at a moment, at which these targets were there. Evaluates what users wrote: not to be done in a transaction. */
    StepTurn decide(PlannedStep step, boolean failed, RunVariables.Moment moment, List<Stored<Machine>> targets) {
        Variables variables = loaded.variables().ofStep(step, moment);
        List<String> roles = StepTargets.roles(step.step(), variables);
        TurnRule.Facts facts = new TurnRule.Facts(
                failed,
                roles,
                StepTargets.holding(targets, roles),
                window(step, variables),
                target -> condition(step, target, moment));
        return TurnRule.turn(step, facts);
    }

    private boolean condition(PlannedStep step, Optional<Stored<Machine>> target, RunVariables.Moment moment) {
        Variables variables = loaded.variables()
                .ofItem(step, step.actions().getFirst(), target, moment)
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
