package tako.server.projects.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tako.server.resource.Dimensions;
import tako.server.resource.Kind;
import tako.server.resource.Reference;
import tako.server.resource.Scoping;
import tools.jackson.databind.node.ObjectNode;

/** The descriptor of projects. */
public final class ProjectKind {
    private static final Set<String> GUIDED_FAILURE_MODES = Set.of("EnvironmentDefault", "Off", "On");
    private static final Set<String> TENANTED_MODES = Set.of("Untenanted", "TenantedOrUntenanted", "Tenanted");

    /** The descriptor. */
    public static final Kind<Project> KIND = Kind.of(Project.class, "Project", "Projects", "project")
            .references(project -> Stream.of(
                            Reference.from("ProjectGroupId", "ProjectGroups", project.projectGroupId()),
                            Reference.from("LifecycleId", "Lifecycles", project.lifecycleId()),
                            Reference.from(
                                    "IncludedLibraryVariableSetIds",
                                    "LibraryVariableSets",
                                    project.includedLibraryVariableSetIds()))
                    .flatMap(references -> references))
            .scopings(project -> Stream.of(
                    new Scoping(Dimensions.PROJECT_GROUP, project.projectGroupId()),
                    new Scoping(Dimensions.LIFECYCLE, project.lifecycleId()),
                    new Scoping(Dimensions.IS_DISABLED, String.valueOf(project.isDisabled()))))
            .rules(draft -> problems(draft.after()))
            .completion((view, space, json) -> identifyParts(json))
            .links(ProjectKind::links)
            .example(Map.of("Name", "Web", "ProjectGroupId", "ProjectGroups-1", "LifecycleId", "Lifecycles-1"))
            .build();

    private ProjectKind() {}

    /** The ids of what belongs to a project are made of its own. */
    private static void identifyParts(ObjectNode json) {
        String id = json.path("Id").asString();
        json.put("VariableSetId", "variableset-" + id);
        json.put("DeploymentProcessId", "deploymentprocess-" + id);
    }

    private static List<String> problems(Project project) {
        var problems = new ArrayList<String>();
        if (project.projectGroupId().isBlank()) {
            problems.add(
                    "ProjectGroupId: a project lies in a project group. Send the id of one, e.g. \"ProjectGroups-1\".");
        }
        if (project.lifecycleId().isBlank()) {
            problems.add("LifecycleId: a project follows a lifecycle. Send the id of one, e.g. \"Lifecycles-1\".");
        }
        if (!GUIDED_FAILURE_MODES.contains(project.defaultGuidedFailureMode())) {
            problems.add("DefaultGuidedFailureMode: '" + project.defaultGuidedFailureMode()
                    + "' is not known. Send EnvironmentDefault, Off or On.");
        }
        if (!TENANTED_MODES.contains(project.tenantedDeploymentMode())) {
            problems.add("TenantedDeploymentMode: '" + project.tenantedDeploymentMode()
                    + "' is not known. Send Untenanted, TenantedOrUntenanted or Tenanted.");
        }
        if (!project.persistenceSettings().type().equals("Database")) {
            problems.add(
                    "PersistenceSettings.Type: projects kept in Git are not offered by this server. Send \"Database\".");
        }
        return problems;
    }

    private static Map<String, String> links(Project project) {
        var links = new LinkedHashMap<String, String>();
        links.put("Releases", "{self}/releases{/version}{?skip,take,searchByVersion}");
        links.put("Channels", "{self}/channels{/id}{?skip,take,partialName}");
        links.put("OrderChannels", "{self}/channels/order");
        links.put("Triggers", "{self}/triggers{?skip,take,partialName,triggerActionType}");
        links.put("DeploymentProcess", "{self}/deploymentprocesses");
        links.put("DeploymentSettings", "{self}/deploymentsettings");
        links.put("Variables", "{self}/variables");
        links.put("Progression", "{self}/progression{?releaseHistoryCount}");
        links.put("Runbooks", "{self}/runbooks{/id}{?skip,take,partialName}");
        links.put("RunbookSnapshots", "{self}/runbookSnapshots{/name}{?skip,take,searchByName}");
        links.put("RunbookTaskRunDashboardItemsTemplate", "{space}/progression/runbooks/taskRuns{?skip,take}");
        links.put("Summary", "{self}/summary");
        links.put("Metadata", "{self}/metadata");
        links.put("Logo", "{self}/logo");
        links.put("Web", "/app#/" + project.spaceId() + "/projects/" + project.slug());
        return links;
    }
}
