package tako.server.delivery.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tako.octostache.Variables;
import tako.platform.log.Masking;
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

    /**
     * What was decided.
     *
     * @param warnings what whoever wrote the process should know, each a sentence
     */
    record Decided(StepTurn turn, List<String> warnings) {
        /** As it may be kept and shown. */
        Decided shownBy(Masking mask) {
            return new Decided(
                    turn.shownBy(mask), warnings.stream().map(mask::mask).toList());
        }
    }

    /** What becomes of a step at a moment, at which these targets were there. Evaluates what users wrote: not to be done in a transaction. */
    Decided decide(PlannedStep step, boolean failed, RunVariables.Moment moment, List<Stored<Machine>> targets) {
        Set<String> warnings = new LinkedHashSet<>();
        Variables variables = loaded.variables().ofStep(step, moment);
        List<String> roles = StepTargets.roles(step.step(), variables);
        TurnRule.Facts facts = new TurnRule.Facts(
                failed,
                roles,
                StepTargets.holding(targets, roles),
                window(step, variables, warnings),
                target -> condition(step, target, moment, warnings));
        return new Decided(TurnRule.turn(step, facts), List.copyOf(warnings));
    }

    private boolean condition(
            PlannedStep step, Optional<Stored<Machine>> target, RunVariables.Moment moment, Set<String> warnings) {
        Variables variables = loaded.variables()
                .ofItem(step, step.actions().getFirst(), target, moment)
                .variables();
        return step.step()
                .text(PropertyKey.STEP_CONDITION)
                .map(variables::evaluate)
                .filter(said -> {
                    said.error().map(ConditionTexts::unreadable).ifPresent(warnings::add);
                    return said.isTrue();
                })
                .isPresent();
    }

    /** A variable of that name overrides the step's own window. */
    private static int window(PlannedStep step, Variables variables, Set<String> warnings) {
        Optional<Integer> override = variables.get(PropertyKey.MAX_PARALLELISM).flatMap(StepTurns::number);
        override.ifPresent(window -> warnings.add("The variable " + PropertyKey.MAX_PARALLELISM
                + " says how many targets are worked on at once: " + window + ", whatever the step says."));
        return override.or(() -> step.step()
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
