package tako.server.delivery.deployment;

import java.util.List;
import java.util.Map;
import tako.server.delivery.run.Forecast.ForecastAction;
import tako.server.infrastructure.machine.Machine;
import tako.server.resource.Stored;

/**
 * What a deployment would do.
 *
 * @param changes the releases that it would bring
 * @param reasons why it may not be made now, each a sentence; a member of ours
 */
public record DeploymentPreview(
        PreviewForm form,
        List<PreviewStep> stepsToExecute,
        boolean useGuidedFailureModeByDefault,
        List<Change> changes,
        String changesMarkdown,
        List<String> reasons,
        Map<String, String> links) {

    /** An action that would run. */
    public record PreviewStep(
            String actionId,
            String actionName,
            String actionNumber,
            List<String> roles,
            List<PreviewMachine> machines,
            List<String> machineNames,
            List<PreviewMachine> excludedMachines,
            List<PreviewMachine> unavailableMachines,
            boolean canBeSkipped,
            boolean isDisabled,
            boolean hasNoApplicableMachines,
            List<Object> availableTagSets) {

        static PreviewStep of(ForecastAction action) {
            List<PreviewMachine> machines =
                    action.machines().stream().map(PreviewMachine::of).toList();
            return new PreviewStep(
                    action.actionId(),
                    action.actionName(),
                    action.number(),
                    action.roles(),
                    machines,
                    machines.stream().map(PreviewMachine::name).toList(),
                    List.of(),
                    List.of(),
                    action.skippable(),
                    action.disabled(),
                    action.lacksTargets(),
                    List.of());
        }
    }

    /** A target. */
    public record PreviewMachine(String id, String name, String healthStatus, boolean hasLatestCalamari) {
        static PreviewMachine of(Stored<Machine> machine) {
            return new PreviewMachine(
                    machine.id(),
                    machine.value().name(),
                    machine.value().healthStatus(),
                    machine.value().hasLatestCalamari());
        }
    }
}
