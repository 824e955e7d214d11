package tako.server.delivery.deployment;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tako.server.library.lifecycle.RetentionPeriod;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tako.server.resource.PropertyValue;
import tools.jackson.databind.JsonNode;

/**
 * A deployment of a release to an environment.
 *
 * @param name {@code Deploy to Production}
 * @param taskId what carries it out
 * @param deploymentProcessId the frozen process it runs
 * @param skipActions ids of actions that do not run
 * @param specificMachineIds the only targets; empty for all
 * @param formValues answers to prompted variables, by the variable's id
 * @param queueTime not before; null for at once
 * @param queueTimeExpiry given up if not started by then; null for never
 * @param failureEncountered whether it failed; known from its task, not kept
 */
public record Deployment(
        String id,
        String spaceId,
        String name,
        String releaseId,
        String environmentId,
        @Nullable String tenantId,
        String projectId,
        String channelId,
        String taskId,
        String deploymentProcessId,
        @Nullable String manifestVariableSetId,
        @Nullable String comments,
        @Nullable Instant created,
        String deployedBy,
        String deployedById,
        List<String> deployedToMachineIds,
        boolean forcePackageDownload,
        boolean forcePackageRedeployment,
        List<String> skipActions,
        List<String> specificMachineIds,
        List<String> excludedMachineIds,
        List<String> specificTargetTagIds,
        List<String> excludedTargetTagIds,
        @Nullable Boolean useGuidedFailure,
        boolean failureEncountered,
        Map<String, PropertyValue> formValues,
        @Nullable Instant queueTime,
        @Nullable Instant queueTimeExpiry,
        RetentionPeriod tentacleRetentionPeriod,
        List<JsonNode> changes,
        String changesMarkdown,
        String priority,
        String debugMode,
        LogContext executionPlanLogContext,
        @Nullable JsonNode changeRequestSettings,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
        implements Document {

    public Deployment {
        id = Absent.orEmpty(id);
        spaceId = Absent.orEmpty(spaceId);
        name = Absent.orEmpty(name);
        releaseId = Absent.orEmpty(releaseId);
        environmentId = Absent.orEmpty(environmentId);
        tenantId = tenantId == null || tenantId.isBlank() ? null : tenantId;
        projectId = Absent.orEmpty(projectId);
        channelId = Absent.orEmpty(channelId);
        taskId = Absent.orEmpty(taskId);
        deploymentProcessId = Absent.orEmpty(deploymentProcessId);
        deployedBy = Absent.orEmpty(deployedBy);
        deployedById = Absent.orEmpty(deployedById);
        deployedToMachineIds = Absent.orEmpty(deployedToMachineIds);
        skipActions = Absent.orEmpty(skipActions);
        specificMachineIds = Absent.orEmpty(specificMachineIds);
        excludedMachineIds = Absent.orEmpty(excludedMachineIds);
        specificTargetTagIds = Absent.orEmpty(specificTargetTagIds);
        excludedTargetTagIds = Absent.orEmpty(excludedTargetTagIds);
        formValues = PropertyValue.bag(formValues);
        tentacleRetentionPeriod = Absent.or(tentacleRetentionPeriod, RetentionPeriod.DEFAULT);
        changes = Absent.orEmpty(changes);
        changesMarkdown = Absent.orEmpty(changesMarkdown);
        priority = Absent.or(priority, "LifecycleDefault");
        debugMode = Absent.or(debugMode, "None");
        executionPlanLogContext = Absent.or(executionPlanLogContext, LogContext.NONE);
        unknown = Absent.orEmpty(unknown);
    }

    /** Where the log of each step is found. */
    public record LogContext(List<JsonNode> steps) {
        static final LogContext NONE = new LogContext(List.of());

        public LogContext {
            steps = Absent.orEmpty(steps);
        }
    }
}
