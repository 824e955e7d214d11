package tako.server.delivery.run;

import tako.server.projects.process.Action;
import tako.server.projects.process.RunCondition;

/** Actions with another condition. */
final class WithCondition {
    private WithCondition() {}

    static Action variable(Action action) {
        return of(action, RunCondition.VARIABLE);
    }

    static Action of(Action action, RunCondition condition) {
        return new Action(
                action.id(),
                action.name(),
                action.slug(),
                action.actionType(),
                action.notes(),
                action.isDisabled(),
                action.canBeUsedForProjectVersioning(),
                action.isRequired(),
                action.workerPoolId(),
                action.workerPoolVariable(),
                action.container(),
                action.environments(),
                action.excludedEnvironments(),
                action.channels(),
                action.tenantTags(),
                action.packages(),
                action.gitDependencies(),
                condition,
                action.properties(),
                action.unknown());
    }
}
