package tako.app.wiring;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tako.platform.http.Route;
import tako.server.delivery.step.StepHandler;
import tako.server.library.variableset.LibraryVariableSetRoutes;
import tako.server.library.variableset.LibraryVariableSetUsages;
import tako.server.library.variableset.LibraryVariableSets;
import tako.server.library.variableset.SinglyScoped;
import tako.server.library.variableset.VariableScopes;
import tako.server.library.variableset.VariableSetRoutes;
import tako.server.library.variableset.VariableSets;
import tako.server.projects.channel.ChannelRoutes;
import tako.server.projects.channel.Channels;
import tako.server.projects.group.ProjectGroupRoutes;
import tako.server.projects.playground.PlaygroundRoutes;
import tako.server.projects.process.ActionCheck;
import tako.server.projects.process.DeploymentProcessRoutes;
import tako.server.projects.process.DeploymentProcesses;
import tako.server.projects.process.ProcessRules;
import tako.server.projects.project.DeploymentSettings;
import tako.server.projects.project.Project;
import tako.server.projects.project.ProjectFollowers;
import tako.server.projects.project.ProjectKind;
import tako.server.projects.project.ProjectListRoutes;
import tako.server.projects.project.ProjectRoutes;
import tako.server.projects.project.Projects;
import tako.server.projects.variable.ProjectCandidates;
import tako.server.projects.variable.ProjectScopes;
import tako.server.projects.variable.ProjectVariableRoutes;
import tako.server.projects.variable.ProjectVariables;
import tako.server.projects.variable.ReleasedVariables;
import tako.server.projects.variable.Situations;
import tako.server.resource.Documents;
import tako.server.resource.Usages;

/** Projects with their processes, channels and variables. */
final class ProjectParts {
    final Documents<Project> projects;
    final Channels channels;
    final DeploymentProcesses processes;
    final VariableSets variables;

    ProjectParts(
            Foundation foundation,
            LibraryParts library,
            Collection<StepHandler<?>> handlers,
            List<ActionCheck> checks) {
        var engine = foundation.engine;
        this.projects = new Documents<>(ProjectKind.KIND, engine);
        this.channels = new Channels(engine);
        var rules = new ProcessRules(
                handlers.stream().flatMap(handler -> handler.rules().stream()).toList(), checks);
        this.processes = new DeploymentProcesses(engine, rules, foundation.snapshots, foundation.ids);
        var scopes = new VariableScopes(
                library.environments.documents(), library.machines, new ProjectScopes(projects, channels, processes));
        this.variables = new VariableSets(engine, foundation.snapshots, scopes, foundation.ids);
    }

    /**
     * What is wired after projects and takes part in them.
     *
     * @param followers removes what was made of a project that is deleted
     * @param releases what releases have frozen
     */
    record Later(ProjectFollowers followers, ReleasedVariables releases) {}

    List<Route<?>> routes(Foundation foundation, LibraryParts library, CredentialParts credentials, Later later) {
        var engine = foundation.engine;
        var service = new Projects(engine, channels, processes, variables, later.followers());
        var situations = new Situations(
                projects,
                library.environments.documents(),
                library.machines,
                new Situations.Processes(processes, channels),
                later.releases());
        var candidates = new ProjectCandidates(engine, situations, variables, credentials.targets, credentials.members);
        var librarySets =
                new LibraryVariableSets(engine, new Documents<>(foundation.librarySetKind, engine), variables);
        return Stream.of(
                        new ProjectGroupRoutes(library.groups).routes(),
                        new ProjectRoutes(service, new DeploymentSettings(engine, projects)).routes(),
                        new ProjectListRoutes(service, library.groups, library.lifecycles).routes(),
                        new ChannelRoutes(channels, service).routes(),
                        new DeploymentProcessRoutes(processes, service).routes(),
                        new VariableSetRoutes(variables, new SinglyScoped(engine, variables)).routes(),
                        PlaygroundRoutes.routes(),
                        new LibraryVariableSetRoutes(
                                        librarySets, new LibraryVariableSetUsages(librarySets, new Usages(engine)))
                                .routes(),
                        new ProjectVariableRoutes(
                                        variables, new ProjectVariables(engine, variables, candidates), service)
                                .routes())
                .<Route<?>>flatMap(List::stream)
                .toList();
    }
}
