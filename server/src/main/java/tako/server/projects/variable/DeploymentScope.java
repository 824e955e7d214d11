package tako.server.projects.variable;

import java.util.Optional;
import java.util.Set;

/**
 * What is the same for a whole deployment or run. An empty part fits no value that is scoped by it.
 *
 * @param environmentId where
 * @param tenantId for whom
 * @param tenantTags that tenant's tags, {@code Set/Tag}
 * @param channelId the release's channel; empty in a runbook
 * @param processOwnerId the project whose process runs, or the runbook
 */
public record DeploymentScope(
        Optional<String> environmentId,
        Optional<String> tenantId,
        Set<String> tenantTags,
        Optional<String> channelId,
        Optional<String> processOwnerId) {
    /** Nothing is known: only values without a scope fit. */
    public static final DeploymentScope NONE =
            new DeploymentScope(Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), Optional.empty());

    /** An untenanted deployment of a project. */
    public static DeploymentScope of(String environmentId, String channelId, String projectId) {
        return new DeploymentScope(
                Optional.of(environmentId), Optional.empty(), Set.of(), Optional.of(channelId), Optional.of(projectId));
    }
}
