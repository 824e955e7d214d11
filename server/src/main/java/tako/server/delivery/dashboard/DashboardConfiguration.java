package tako.server.delivery.dashboard;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tools.jackson.databind.JsonNode;

/**
 * What a space's dashboard shows. An empty list means all.
 *
 * @param projectLimit how many projects at most; null for all
 */
@JsonIgnoreProperties({"Id", "Links"})
public record DashboardConfiguration(
        List<String> includedProjectIds,
        List<String> includedProjectGroupIds,
        List<String> includedEnvironmentIds,
        List<String> includedTenantIds,
        List<String> includedTenantTags,
        @Nullable Integer projectLimit,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {
    /** Everything. */
    public static final DashboardConfiguration ALL =
            new DashboardConfiguration(List.of(), List.of(), List.of(), List.of(), List.of(), null, Map.of());

    public DashboardConfiguration {
        includedProjectIds = Absent.orEmpty(includedProjectIds);
        includedProjectGroupIds = Absent.orEmpty(includedProjectGroupIds);
        includedEnvironmentIds = Absent.orEmpty(includedEnvironmentIds);
        includedTenantIds = Absent.orEmpty(includedTenantIds);
        includedTenantTags = Absent.orEmpty(includedTenantTags);
        unknown = Absent.orEmpty(unknown);
    }

    /** Whether a project is shown. */
    boolean shows(String project, String group) {
        return allows(includedProjectIds, project) && allows(includedProjectGroupIds, group);
    }

    /** Whether an environment is shown. */
    boolean showsEnvironment(String environment) {
        return allows(includedEnvironmentIds, environment);
    }

    /** Whether it leaves anything out. */
    boolean filters() {
        return !includedProjectIds.isEmpty() || !includedProjectGroupIds.isEmpty() || !includedEnvironmentIds.isEmpty();
    }

    /** How many projects are shown at most. */
    long limit() {
        return projectLimit == null || projectLimit <= 0 ? Long.MAX_VALUE : projectLimit;
    }

    private static boolean allows(List<String> included, String id) {
        return included.isEmpty() || included.stream().anyMatch(id::equalsIgnoreCase);
    }
}
