package tako.server.projects.project;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tools.jackson.databind.JsonNode;

/**
 * A project.
 *
 * @param deploymentProcessId {@code deploymentprocess-Projects-1}
 * @param variableSetId {@code variableset-Projects-1}
 * @param projectConnectivityPolicy what deployments do about targets that are missing or cannot be reached
 * @param versioningStrategy how the next release is numbered
 */
public record Project(
        String id,
        String spaceId,
        String name,
        String slug,
        String description,
        String projectGroupId,
        String lifecycleId,
        boolean isDisabled,
        boolean isVersionControlled,
        String variableSetId,
        String deploymentProcessId,
        @Nullable String clonedFromProjectId,
        List<String> includedLibraryVariableSetIds,
        boolean discreteChannelRelease,
        boolean autoCreateRelease,
        boolean defaultToSkipIfAlreadyInstalled,
        boolean forcePackageDownload,
        String tenantedDeploymentMode,
        String defaultGuidedFailureMode,
        VersioningStrategy versioningStrategy,
        ConnectivityPolicy projectConnectivityPolicy,
        @Nullable String releaseNotesTemplate,
        @Nullable String deploymentChangesTemplate,
        List<JsonNode> templates,
        List<JsonNode> autoDeployReleaseOverrides,
        List<JsonNode> extensionSettings,
        PersistenceSettings persistenceSettings,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
        implements Document {

    /** The template of a project that names none: the patch number is counted up, the first release is 0.0.1. */
    public static final String DEFAULT_VERSION_TEMPLATE =
            "#{Octopus.Version.LastMajor}.#{Octopus.Version.LastMinor}.#{Octopus.Version.NextPatch}";

    public Project {
        id = Absent.orEmpty(id);
        spaceId = Absent.orEmpty(spaceId);
        name = Absent.orEmpty(name);
        slug = Absent.orEmpty(slug);
        description = Absent.orEmpty(description);
        projectGroupId = Absent.orEmpty(projectGroupId);
        lifecycleId = Absent.orEmpty(lifecycleId);
        isVersionControlled = false;
        variableSetId = "variableset-" + id;
        deploymentProcessId = "deploymentprocess-" + id;
        includedLibraryVariableSetIds = Absent.orEmpty(includedLibraryVariableSetIds);
        tenantedDeploymentMode = Absent.or(tenantedDeploymentMode, "Untenanted");
        defaultGuidedFailureMode = Absent.or(defaultGuidedFailureMode, "EnvironmentDefault");
        versioningStrategy =
                Absent.or(versioningStrategy, new VersioningStrategy(DEFAULT_VERSION_TEMPLATE, null, null, Map.of()));
        projectConnectivityPolicy = Absent.or(projectConnectivityPolicy, ConnectivityPolicy.STRICT);
        templates = Absent.orEmpty(templates);
        autoDeployReleaseOverrides = Absent.orEmpty(autoDeployReleaseOverrides);
        extensionSettings = Absent.orEmpty(extensionSettings);
        persistenceSettings = Absent.or(persistenceSettings, new PersistenceSettings("Database", Map.of()));
        unknown = Absent.orEmpty(unknown);
    }

    /** How the next release is numbered: by a template, or as a package. */
    public record VersioningStrategy(
            @Nullable String template,
            @Nullable JsonNode donorPackage,
            @Nullable String donorPackageStepId,
            @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {
        public VersioningStrategy {
            unknown = Absent.orEmpty(unknown);
            if (donorPackage == null || donorPackage.isNull()) {
                template = Absent.or(template, DEFAULT_VERSION_TEMPLATE);
            }
        }
    }

    /**
     * What deployments do about targets.
     *
     * @param allowDeploymentsToNoTargets whether a deployment may start in which no step finds a target
     */
    public record ConnectivityPolicy(
            String skipMachineBehavior,
            List<String> targetRoles,
            boolean allowDeploymentsToNoTargets,
            boolean excludeUnhealthyTargets,
            @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {
        static final ConnectivityPolicy STRICT = new ConnectivityPolicy("None", List.of(), false, false, Map.of());

        public ConnectivityPolicy {
            skipMachineBehavior = Absent.or(skipMachineBehavior, "None");
            targetRoles = Absent.orEmpty(targetRoles);
            unknown = Absent.orEmpty(unknown);
        }
    }

    /** Where process and variables are kept. */
    public record PersistenceSettings(
            String type, @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {
        public PersistenceSettings {
            type = Absent.or(type, "Database");
            unknown = Absent.orEmpty(unknown);
        }
    }
}
