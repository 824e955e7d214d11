package tako.server.projects.project;

import java.util.Map;
import tako.platform.database.Database;
import tako.platform.http.Principal;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Members;
import tako.server.resource.Permissions;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** The deployment settings of projects: some of a project's own data, read and changed as a document of its own. */
public final class DeploymentSettings {
    /** Settings under the name they have in their own document, and the one they have in the project. */
    private static final Map<String, String> NAMES = Map.of(
            "ConnectivityPolicy", "ProjectConnectivityPolicy",
            "DefaultGuidedFailureMode", "DefaultGuidedFailureMode",
            "VersioningStrategy", "VersioningStrategy",
            "ReleaseNotesTemplate", "ReleaseNotesTemplate",
            "DefaultToSkipIfAlreadyInstalled", "DefaultToSkipIfAlreadyInstalled",
            "DeploymentChangesTemplate", "DeploymentChangesTemplate",
            "ForcePackageDownload", "ForcePackageDownload");

    private final Database database;
    private final Permissions permissions;
    private final Documents<Project> projects;

    public DeploymentSettings(Engine engine, Documents<Project> projects) {
        this.database = engine.database();
        this.permissions = engine.permissions();
        this.projects = projects;
    }

    /** The settings of a project. @throws tako.platform.http.Problem 404 */
    public ObjectNode get(Principal principal, String space, String project) {
        return present(projects.get(principal, space, project));
    }

    /** Changes the settings; members that are absent stay as they are. @throws tako.platform.http.Problem 400, 404 */
    public ObjectNode update(Principal principal, String space, String project, ObjectNode body) {
        permissions.require(principal, ProjectKind.KIND.grants().edit(), space);
        return database.write(tx -> {
            Stored<Project> before = projects.require(tx, space, project);
            ObjectNode changed = before.json().deepCopy();
            NAMES.forEach(
                    (name, inProject) -> Members.find(body, name).ifPresent(value -> changed.set(inProject, value)));
            return present(projects.replace(tx, principal, before, changed));
        });
    }

    private ObjectNode present(Stored<Project> project) {
        ObjectNode all = projects.present(project);
        ObjectNode settings = all.objectNode();
        settings.put("Id", "deploymentsettings-" + project.id());
        settings.put("SpaceId", project.space());
        settings.put("ProjectId", project.id());
        NAMES.forEach((name, inProject) -> settings.set(name, all.get(inProject)));
        ObjectNode links = settings.putObject("Links");
        String self = "/api/" + project.space() + "/projects/" + project.id();
        links.put("Self", self + "/deploymentsettings");
        links.put("Project", self);
        return settings;
    }
}
