package tako.server.delivery.run;

import java.util.ArrayList;
import java.util.List;
import tako.octostache.Variables;
import tako.server.infrastructure.machine.Machine;
import tako.server.projects.process.Action;
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.process.Step;
import tako.server.projects.process.StepNumbers;
import tako.server.resource.Stored;

/** The forecast of a process by the rules that also make the plan. Pure. */
public final class ProcessForecast implements Forecast {
    private final Variables variables;

    /** A forecast in which tags are read as they are written. */
    public ProcessForecast() {
        this(Variables.NONE);
    }

    /** @param variables with which tags that hold expressions are evaluated */
    public ProcessForecast(Variables variables) {
        this.variables = variables;
    }

    @Override
    public List<ForecastAction> of(DeploymentProcess process, RunSpec.Place place, List<Stored<Machine>> machines) {
        List<ForecastAction> actions = new ArrayList<>();
        for (int position = 0; position < process.steps().size(); position++) {
            Step step = process.steps().get(position);
            List<String> roles = StepTargets.roles(step, variables);
            List<Stored<Machine>> targets = StepTargets.holding(machines, roles);
            for (int child = 0; child < step.actions().size(); child++) {
                Action action = step.actions().get(child);
                String number = StepNumbers.action(step, position, child);
                actions.add(new ForecastAction(
                        action.key(),
                        action.label(),
                        number,
                        roles,
                        targets,
                        Applicability.of(action, place).isEmpty(),
                        !action.mustRun(),
                        action.isDisabled()));
            }
        }
        return actions;
    }
}
