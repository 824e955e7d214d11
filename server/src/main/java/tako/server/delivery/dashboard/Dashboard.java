package tako.server.delivery.dashboard;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dashboard on the wire. Exactly these members: some clients refuse others. */
public record Dashboard(
        List<Project> projects,
        List<Group> projectGroups,
        List<Place> environments,
        List<Tenant> tenants,
        List<DashboardItem> items,
        @Nullable Integer projectLimit,
        boolean isFiltered) {

    /** A project with the environments that its releases pass. */
    public record Project(
            String id,
            String name,
            String slug,
            String projectGroupId,
            List<String> environmentIds,
            String tenantedDeploymentMode,
            boolean canPerformUntenantedDeployment,
            boolean isDisabled,
            Map<String, String> links) {}

    /** A project group with the environments of its projects. */
    public record Group(String id, String name, List<String> environmentIds, Map<String, String> links) {}

    /** An environment. */
    public record Place(String id, String name) {}

    /** A tenant; none while there are no tenants. */
    public record Tenant(
            String id,
            String name,
            Map<String, List<String>> projectEnvironments,
            List<String> tenantTags,
            boolean isDisabled) {}
}
