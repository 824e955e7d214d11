package tako.server.delivery.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run carries out, frozen. Deployments and runs of runbooks are thin documents on it.
 *
 * @param owner the document it belongs to: {@code Deployments-1}
 * @param title for people and the log's root: {@code Deploy Random Quotes release 1.2.3 to Dev}
 * @param processSnapshot the id of the frozen process
 * @param variableSnapshots the ids of the frozen variable sets: the project's first, then those of library sets
 * @param packages the versions of the packages that its actions use
 * @param system the system variables that the owner knows ({@code Octopus.Release.Number}); those of the step, action and target come
 *     from the run itself
 */
public record RunSpec(
        String owner,
        String space,
        String title,
        String processSnapshot,
        List<String> variableSnapshots,
        Place place,
        Choices choices,
        List<ChosenPackage> packages,
        Map<String, String> system) {
    /** Where, and for whom. */
    public record Place(
            String projectId, String environmentId, Optional<String> channelId, Optional<String> tenantId) {}

    /**
     * What whoever started it chose.
     *
     * @param skippedActions ids of actions that do not run
     * @param onlyMachines ids of the only targets; empty for all
     * @param excludedMachines ids of targets left out
     * @param answers to prompted variables, by the variable's id; a secret's answer is the id of its row
     */
    public record Choices(
            Set<String> skippedActions,
            Set<String> onlyMachines,
            Set<String> excludedMachines,
            Map<String, String> answers,
            boolean allowNoTargets) {
        /** Everything, everywhere. */
        public static final Choices NONE = new Choices(Set.of(), Set.of(), Set.of(), Map.of(), false);
    }
}
