package tako.server.delivery.run;

import java.util.List;
import java.util.stream.Collectors;
import tako.server.projects.process.Step;
import tako.server.projects.process.StepNumbers;

/**
 * A step of a plan.
 *
 * @param position in the process, from 0
 * @param group steps of one group run side by side, groups one after the other
 * @param step as frozen
 * @param actions all of its actions, those too that are left out
 */
record PlannedStep(int position, int group, Step step, List<PlannedAction> actions) {
    /** As people and the log know it: {@code Step 2: Deploy}. */
    String title() {
        return "Step " + StepNumbers.step(position) + ": " + step.label();
    }

    /** The actions that may run. */
    List<PlannedAction> applicable() {
        return actions.stream().filter(action -> action.leftOut().isEmpty()).toList();
    }

    /** Those that may run and ask for a sign-off that cannot be left out. */
    List<PlannedAction> signOffs() {
        return applicable().stream()
                .filter(action -> action.action().mustBeSignedOff())
                .toList();
    }

    /** Whether it runs on targets. As written: tags whose expression comes to nothing ask for targets all the same, and find none. */
    boolean asksForTargets() {
        return !step.roles().isEmpty();
    }

    /** Why nothing of it runs, if nothing does. */
    String whyLeftOut() {
        return actions.stream()
                .flatMap(action -> action.leftOut().stream())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
