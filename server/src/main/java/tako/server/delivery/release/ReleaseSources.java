package tako.server.delivery.release;

import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Problem;
import tako.server.projects.channel.Channel;
import tako.server.projects.channel.Channels;
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.process.DeploymentProcesses;
import tako.server.projects.project.Project;
import tako.server.resource.Documents;
import tako.server.resource.Snapshots;
import tako.server.resource.Stored;
import tools.jackson.databind.json.JsonMapper;

/** What releases are made of: projects, their channels, processes and variables, and the frozen copies of those. */
public record ReleaseSources(
        Documents<Project> projects,
        Channels channels,
        DeploymentProcesses processes,
        VariableFreeze variables,
        Snapshots snapshots,
        JsonMapper mapper) {

    /** A project by id, slug or name. @throws Problem 404 */
    public Stored<Project> project(View view, String space, String text) {
        return projects.named(view, space, text).orElseThrow(() -> Problem.notFound(text));
    }

    /** A project that a client names in a body. @throws Problem 400 naming what was not found */
    Stored<Project> namedProject(View view, String space, String text) {
        return projects.named(view, space, text)
                .orElseThrow(() -> Problem.invalid("There is no project '" + text
                        + "' in this space. Send the id, name or slug of one, for example \"Projects-1\"."));
    }

    /** A channel of a project by id, slug or name, or its default one. @throws Problem 400 naming what was not found */
    Stored<Channel> channel(View view, Stored<Project> project, Optional<String> text) {
        if (text.isEmpty()) {
            return channels.defaultOf(view, project.space(), project.id());
        }
        return channels.of(view, project.space(), project.id()).stream()
                .filter(channel -> isNamed(channel, text.get()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("The project '" + project.value().name() + "' has no channel '"
                        + text.get() + "'. Send the id, name or slug of one, or none for its default channel."));
    }

    /** The frozen process of a release. */
    public DeploymentProcess process(View view, Stored<Release> release) {
        String id = release.value().projectDeploymentProcessSnapshotId();
        return snapshots
                .find(view, release.space(), id)
                .map(json -> mapper.treeToValue(json, DeploymentProcess.class))
                .orElseThrow(() -> Problem.notFound(id));
    }

    /** A release whose variables are frozen as they are now. */
    Release withVariables(Tx tx, Stored<Project> project, Release release) {
        String space = project.space();
        return release.withVariables(
                variables.freeze(tx, space, project.id()),
                project.value().includedLibraryVariableSetIds().stream()
                        .map(set -> variables.freeze(tx, space, set))
                        .toList());
    }

    private static boolean isNamed(Stored<Channel> channel, String text) {
        return channel.id().equalsIgnoreCase(text)
                || channel.value().slug().equalsIgnoreCase(text)
                || channel.value().name().equalsIgnoreCase(text.strip());
    }
}
