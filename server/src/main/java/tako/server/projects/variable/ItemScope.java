package tako.server.projects.variable;

import java.util.Optional;
import java.util.Set;

/**
 * What differs between the work items of a deployment.
 *
 * @param actionId the action that runs
 * @param machineId the target it runs for; empty on the server
 * @param machineRoles that target's tags
 * @param stepRoles the tags the step asks for
 */
public record ItemScope(
        Optional<String> actionId, Optional<String> machineId, Set<String> machineRoles, Set<String> stepRoles) {
    /** The deployment as a whole: no action, no target. */
    public static final ItemScope NONE = new ItemScope(Optional.empty(), Optional.empty(), Set.of(), Set.of());

    /** An action on the server. */
    public static ItemScope onServer(String actionId) {
        return new ItemScope(Optional.of(actionId), Optional.empty(), Set.of(), Set.of());
    }

    /** An action for a target. */
    public static ItemScope on(String actionId, String machineId, Set<String> machineRoles, Set<String> stepRoles) {
        return new ItemScope(Optional.of(actionId), Optional.of(machineId), machineRoles, stepRoles);
    }
}
