package tako.server.delivery.dashboard;

import tako.platform.database.View;
import tako.server.infrastructure.environment.Environments;
import tako.server.library.lifecycle.Lifecycle;
import tako.server.projects.channel.Channels;
import tako.server.projects.group.ProjectGroup;
import tako.server.projects.project.Project;
import tako.server.resource.Documents;

/** What dashboards show beside deployments. */
public record DashboardSources(
        Documents<Project> projects,
        Documents<ProjectGroup> groups,
        Channels channels,
        Documents<Lifecycle> lifecycles,
        Environments environments) {

    /** The environments that releases pass, of everything in a space. */
    LifecycleEnvironments passed(View view, String space) {
        return new LifecycleEnvironments(
                environments.inOrder(view, space),
                lifecycles.all(view, space),
                channels.documents().all(view, space));
    }
}
