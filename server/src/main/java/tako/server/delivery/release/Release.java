package tako.server.delivery.release;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tools.jackson.databind.JsonNode;

/**
 * A release: versions of packages with the process and the variables as they were when it was made.
 *
 * @param version unique among those of its project, ignoring case
 * @param releaseNotes Markdown
 * @param assembled when it was made
 * @param projectDeploymentProcessSnapshotId the frozen process
 * @param projectVariableSetSnapshotId the frozen variables of the project
 * @param libraryVariableSetSnapshotIds the frozen variables of each library set that the project included
 */
public record Release(
        String id,
        String spaceId,
        String projectId,
        String channelId,
        String version,
        @Nullable String releaseNotes,
        @Nullable Instant assembled,
        boolean ignoreChannelRules,
        List<SelectedPackage> selectedPackages,
        List<JsonNode> selectedGitResources,
        @Nullable JsonNode versionControlReference,
        Map<String, JsonNode> customFields,
        List<JsonNode> buildInformation,
        String projectDeploymentProcessSnapshotId,
        String projectVariableSetSnapshotId,
        List<String> libraryVariableSetSnapshotIds,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
        implements Document {

    public Release {
        id = Absent.orEmpty(id);
        spaceId = Absent.orEmpty(spaceId);
        projectId = Absent.orEmpty(projectId);
        channelId = Absent.orEmpty(channelId);
        version = Absent.orEmpty(version).strip();
        selectedPackages = Absent.orEmpty(selectedPackages);
        selectedGitResources = Absent.orEmpty(selectedGitResources);
        customFields = Absent.orEmpty(customFields);
        buildInformation = Absent.orEmpty(buildInformation);
        projectDeploymentProcessSnapshotId = Absent.orEmpty(projectDeploymentProcessSnapshotId);
        projectVariableSetSnapshotId = Absent.orEmpty(projectVariableSetSnapshotId);
        libraryVariableSetSnapshotIds = Absent.orEmpty(libraryVariableSetSnapshotIds);
        unknown = Absent.orEmpty(unknown);
    }

    /** Its version: releases are found by it as other documents by their names. */
    @Override
    public String name() {
        return version;
    }

    /** The frozen variable sets: the project's, then those of library sets. */
    public List<String> variableSnapshots() {
        return Stream.concat(Stream.of(projectVariableSetSnapshotId), libraryVariableSetSnapshotIds.stream())
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** The same release with other frozen variables. */
    Release withVariables(String project, List<String> librarySets) {
        return new Release(
                id,
                spaceId,
                projectId,
                channelId,
                version,
                releaseNotes,
                assembled,
                ignoreChannelRules,
                selectedPackages,
                selectedGitResources,
                versionControlReference,
                customFields,
                buildInformation,
                projectDeploymentProcessSnapshotId,
                project,
                librarySets,
                unknown);
    }

    /** The same release with what may be edited. */
    Release edited(
            String newVersion, @Nullable String notes, List<SelectedPackage> packages, Map<String, JsonNode> fields) {
        return new Release(
                id,
                spaceId,
                projectId,
                channelId,
                newVersion,
                notes,
                assembled,
                ignoreChannelRules,
                packages,
                selectedGitResources,
                versionControlReference,
                fields,
                buildInformation,
                projectDeploymentProcessSnapshotId,
                projectVariableSetSnapshotId,
                libraryVariableSetSnapshotIds,
                unknown);
    }
}
