package tako.server.delivery.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tako.server.infrastructure.machine.Machine;
import tako.server.projects.process.RunCondition;
import tako.server.resource.Stored;

/** What becomes of a step when its turn comes. Pure. */
final class TurnRule {
    /** Why a sign-off fails that would be asked for on targets of which there is none. */
    static final String NO_PLACE =
            "No enabled deployment target of this environment has a target tag of this step, and its sign-off"
                    + " cannot be left out for that. Add a target with the tag, or remove the tags from the step and create a new release.";

    private TurnRule() {}

    /**
     * What is known at that moment.
     *
     * @param failed whether something before it has failed
     * @param roles the tags it asks for, evaluated
     * @param targets those it finds, in order
     * @param window how many of them are worked on at once
     * @param condition what its expression says for a target, or for the server
     */
    record Facts(
            boolean failed,
            List<String> roles,
            List<Stored<Machine>> targets,
            int window,
            Predicate<Optional<Stored<Machine>>> condition) {}

    static StepTurn turn(PlannedStep step, Facts facts) {
        return refusal(step, facts)
                .map(reason -> StepTurn.skipped(step.position(), reason))
                .orElseGet(() -> opened(step, facts));
    }

    private static Optional<String> refusal(PlannedStep step, Facts facts) {
        RunCondition condition = step.step().condition();
        if (step.applicable().isEmpty()) {
            return Optional.of("Skipped: " + step.whyLeftOut() + ".");
        }
        if (condition == RunCondition.SUCCESS && facts.failed()) {
            return Optional.of("Skipped: it runs only while nothing has failed, and a step before it failed.");
        }
        if (condition == RunCondition.FAILURE && !facts.failed()) {
            return Optional.of("Skipped: it runs only after a failure, and nothing has failed.");
        }
        if (findsNone(step, facts) && step.signOffs().isEmpty()) {
            return Optional.of("Skipped: no enabled deployment target of this environment has the target tag "
                    + (facts.roles().isEmpty() ? "that the step asks for" : String.join(" or ", facts.roles())) + ".");
        }
        return Optional.empty();
    }

    private static StepTurn opened(PlannedStep step, Facts facts) {
        List<Item> items = new ArrayList<>();
        int position = 0;
        for (Optional<Stored<Machine>> target : places(step, facts)) {
            if (step.step().condition() == RunCondition.VARIABLE
                    && !facts.condition().test(target)) {
                continue;
            }
            for (PlannedAction action : actions(step, target)) {
                String id = target.map(Stored::id).orElse("");
                String name = target.map(machine -> machine.value().name()).orElse("");
                items.add(Item.pending(new ItemId(step.position(), action.position(), id), name, position));
            }
            position++;
        }
        return items.isEmpty()
                ? StepTurn.skipped(step.position(), ConditionTexts.SAID_NO)
                : new StepTurn(step.position(), Optional.empty(), Math.max(1, facts.window()), List.copyOf(items));
    }

    private static List<Optional<Stored<Machine>>> places(PlannedStep step, Facts facts) {
        return !step.asksForTargets() || findsNone(step, facts)
                ? List.of(Optional.empty())
                : facts.targets().stream().map(Optional::of).toList();
    }

    private static boolean findsNone(PlannedStep step, Facts facts) {
        return step.asksForTargets() && facts.targets().isEmpty();
    }

    /** What runs in a place. Of a step that finds no target only the sign-offs are left, which fail there: see {@link #NO_PLACE}. */
    private static List<PlannedAction> actions(PlannedStep step, Optional<Stored<Machine>> target) {
        return step.asksForTargets() && target.isEmpty() ? step.signOffs() : step.applicable();
    }
}
