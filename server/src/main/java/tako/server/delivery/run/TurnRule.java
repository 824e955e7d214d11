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
        if (needsTargets(step) && facts.targets().isEmpty()) {
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
            for (PlannedAction action : step.applicable()) {
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
        return needsTargets(step) ? facts.targets().stream().map(Optional::of).toList() : List.of(Optional.empty());
    }

    /** As written: tags whose expression comes to nothing ask for targets all the same, and find none. */
    private static boolean needsTargets(PlannedStep step) {
        return !step.step().roles().isEmpty();
    }
}
