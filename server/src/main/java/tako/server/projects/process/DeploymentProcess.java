package tako.server.projects.process;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tools.jackson.databind.JsonNode;

/**
 * What a project does to deploy.
 *
 * @param id {@code deploymentprocess-Projects-1}, or that of a snapshot
 * @param spaceId the space
 * @param projectId the project
 * @param version raised by every change; a client sends the one it read
 * @param lastSnapshotId the newest frozen copy
 * @param steps in order
 * @param unknown members that this server does not know, kept
 */
public record DeploymentProcess(
        @Nullable String id,
        @Nullable String spaceId,
        @Nullable String projectId,
        int version,
        @Nullable String lastSnapshotId,
        List<Step> steps,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {
    public DeploymentProcess {
        steps = Absent.orEmpty(steps);
        unknown = Absent.orEmpty(unknown);
    }

    /** A project's process before anyone has added a step. */
    public static DeploymentProcess empty(String id, String spaceId, String projectId) {
        return new DeploymentProcess(id, spaceId, projectId, 0, null, List.of(), Map.of());
    }

    /** Every action of every step, in order. */
    public Stream<Action> actions() {
        return steps.stream().flatMap(step -> step.actions().stream());
    }

    /** The same process with other steps. */
    public DeploymentProcess withSteps(List<Step> changed) {
        return new DeploymentProcess(id, spaceId, projectId, version, lastSnapshotId, changed, unknown);
    }

    /** The same process with another version. */
    public DeploymentProcess withVersion(int changed) {
        return new DeploymentProcess(id, spaceId, projectId, changed, lastSnapshotId, steps, unknown);
    }
}
