package tako.server.delivery.run;

import java.util.List;
import tako.server.infrastructure.machine.Machine;
import tako.server.projects.process.DeploymentProcess;
import tako.server.resource.Stored;

/** What a process would do, before it does it: pure, the same rules by which the plan is made when a step's turn comes. */
@FunctionalInterface
public interface Forecast {
    /**
     * The actions in order.
     *
     * @param machines every enabled target of the environment
     */
    List<ForecastAction> of(DeploymentProcess process, RunSpec.Place place, List<Stored<Machine>> machines);

    /**
     * One action.
     *
     * @param number as people read it: {@code 2}, {@code 2.1}
     * @param roles the tags by which it finds its targets; empty when it needs none
     * @param machines where it would run; empty when it runs once on the server, or finds no target
     * @param applies whether environment, channel and its own switch let it run
     * @param skippable whether whoever deploys may skip it
     */
    record ForecastAction(
            String actionId,
            String actionName,
            String number,
            List<String> roles,
            List<Stored<Machine>> machines,
            boolean applies,
            boolean skippable,
            boolean disabled) {
        /** Whether it needs targets and finds none; tags with an expression that only the run can evaluate may still find some. */
        public boolean lacksTargets() {
            return !roles.isEmpty() && machines.isEmpty() && roles.stream().noneMatch(role -> role.contains("#{"));
        }
    }
}
