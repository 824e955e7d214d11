package tako.server.delivery.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tako.server.projects.process.Action;
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.process.StartTrigger;
import tako.server.projects.process.Step;
import tako.server.projects.process.StepNumbers;

/** What a run is to do, in order. The work items of a step are fixed only when its turn comes. */
record Plan(List<PlannedStep> steps) {
    /** The plan of a frozen process. */
    static Plan of(DeploymentProcess process, RunSpec spec) {
        List<PlannedStep> steps = new ArrayList<>();
        int group = 0;
        for (int position = 0; position < process.steps().size(); position++) {
            Step step = process.steps().get(position);
            if (position > 0 && step.startTrigger() == StartTrigger.START_AFTER_PREVIOUS) {
                group++;
            }
            steps.add(new PlannedStep(position, group, step, actions(step, position, spec)));
        }
        return new Plan(List.copyOf(steps));
    }

    private static List<PlannedAction> actions(Step step, int position, RunSpec spec) {
        List<PlannedAction> actions = new ArrayList<>();
        for (int child = 0; child < step.actions().size(); child++) {
            Action action = step.actions().get(child);
            actions.add(
                    new PlannedAction(child, StepNumbers.action(step, position, child), action, leftOut(action, spec)));
        }
        return List.copyOf(actions);
    }

    private static Optional<String> leftOut(Action action, RunSpec spec) {
        boolean skipped = spec.choices().skippedActions().stream().anyMatch(action.key()::equalsIgnoreCase);
        return Applicability.of(action, spec.place())
                .or(() -> skipped ? Optional.of("whoever started this chose to skip it") : Optional.empty());
    }

    /** The steps group by group. */
    List<List<PlannedStep>> groups() {
        List<List<PlannedStep>> groups = new ArrayList<>();
        for (PlannedStep step : steps) {
            if (groups.size() <= step.group()) {
                groups.add(new ArrayList<>());
            }
            groups.get(step.group()).add(step);
        }
        return groups;
    }

    /** A step by its position. */
    PlannedStep step(int position) {
        return steps.get(position);
    }

    /** The action of a work item. */
    PlannedAction action(ItemId item) {
        return step(item.step()).actions().get(item.action());
    }
}
