package tako.server.delivery.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tako.server.resource.PropertyValue;

/**
 * A release to be deployed to environments, by names: what build servers send.
 *
 * @param projectName name, id or slug, as are environments, targets and steps
 * @param environmentName of the tenanted form
 * @param runAt not before; absent for at once
 * @param noRunAfter given up if not started by then; absent for never
 * @param updateVariableSnapshot whether the release takes its variables anew first
 * @param variables answers to prompted variables, by name or label
 */
public record CreateDeploymentCommand(
        String projectName,
        String releaseVersion,
        List<String> environmentNames,
        @Nullable String environmentName,
        List<String> tenants,
        List<String> tenantTags,
        boolean forcePackageDownload,
        boolean forcePackageRedeployment,
        boolean updateVariableSnapshot,
        List<String> specificMachineNames,
        List<String> excludedMachineNames,
        List<String> skipStepNames,
        @Nullable Boolean useGuidedFailure,
        @Nullable String priority,
        @Nullable String debugMode,
        @Nullable Instant runAt,
        @Nullable Instant noRunAfter,
        Map<String, PropertyValue> variables) {
    public CreateDeploymentCommand {
        projectName = Absent.orEmpty(projectName);
        releaseVersion = Absent.orEmpty(releaseVersion);
        environmentNames = Absent.orEmpty(environmentNames);
        tenants = Absent.orEmpty(tenants);
        tenantTags = Absent.orEmpty(tenantTags);
        specificMachineNames = Absent.orEmpty(specificMachineNames);
        excludedMachineNames = Absent.orEmpty(excludedMachineNames);
        skipStepNames = Absent.orEmpty(skipStepNames);
        variables = PropertyValue.bag(variables);
    }

    /** What was queued, in the order of the environments. */
    public record Answer(List<Queued> deploymentServerTasks) {}

    /** A deployment and its task. */
    public record Queued(String deploymentId, String serverTaskId) {}
}
