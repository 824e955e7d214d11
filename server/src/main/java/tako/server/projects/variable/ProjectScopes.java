package tako.server.projects.variable;

import java.util.List;
import java.util.Optional;
import tako.platform.database.View;
import tako.server.library.variableset.OwnerScopes;
import tako.server.library.variableset.ScopeValues;
import tako.server.projects.channel.Channels;
import tako.server.projects.process.Action;
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.process.DeploymentProcesses;
import tako.server.projects.project.Project;
import tako.server.resource.Documents;
import tako.server.resource.Stored;

/** What the variables of a project can be scoped to of the project itself: its actions, channels and process. */
public final class ProjectScopes implements OwnerScopes {
    private final Documents<Project> projects;
    private final Channels channels;
    private final DeploymentProcesses processes;

    public ProjectScopes(Documents<Project> projects, Channels channels, DeploymentProcesses processes) {
        this.projects = projects;
        this.channels = channels;
        this.processes = processes;
    }

    @Override
    public Choices of(View view, String space, String owner) {
        Optional<Stored<Project>> project = projects.byId(view, space, owner);
        return project.map(found -> choices(view, found)).orElse(Choices.NONE);
    }

    private Choices choices(View view, Stored<Project> project) {
        DeploymentProcess process =
                processes.of(view, project.space(), project.id()).value();
        return new Choices(
                process.actions().map(ProjectScopes::named).toList(),
                channels.of(view, project.space(), project.id()).stream()
                        .map(channel -> new ScopeValues.Named(
                                channel.id(), channel.value().name()))
                        .toList(),
                List.of(),
                List.of(new ScopeValues.ScopeProcess(
                        project.id(), project.value().name(), "Deployment")));
    }

    private static ScopeValues.Named named(Action action) {
        return new ScopeValues.Named(action.key(), action.label());
    }
}
