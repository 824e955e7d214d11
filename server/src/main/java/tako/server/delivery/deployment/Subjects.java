package tako.server.delivery.deployment;

import java.util.List;
import tako.platform.database.View;
import tako.platform.http.Problem;
import tako.server.delivery.release.Release;
import tako.server.infrastructure.environment.Environment;
import tako.server.infrastructure.machine.Machines;
import tako.server.library.variableset.VariableSet;
import tako.server.resource.Stored;

/** Looks up what is to be known of deployments. */
final class Subjects {
    private final DeploymentSources sources;

    Subjects(DeploymentSources sources) {
        this.sources = sources;
    }

    /** A release and an environment by their ids. @throws Problem 404 for a release, 400 for an environment that is not there */
    Subject of(View view, String space, String release, String environment) {
        return of(view, sources.releases().require(view, space, release), environment(view, space, environment));
    }

    Subject of(View view, Stored<Release> release, Stored<Environment> environment) {
        String space = release.space();
        List<VariableSet> variables = release.value().variableSnapshots().stream()
                .flatMap(id -> sources.release().variables().frozen(view, space, id).stream())
                .toList();
        return new Subject(
                sources.release().project(view, space, release.value().projectId()),
                release,
                environment,
                sources.release().process(view, release),
                variables,
                sources.progressions().of(view, release),
                Machines.enabledIn(view, sources.machines(), space, environment.id()),
                sources.taskQueue().stopped(view, space));
    }

    /** An environment by id, slug or name. @throws Problem 400 naming what was not found */
    Stored<Environment> environment(View view, String space, String text) {
        return sources.environments()
                .documents()
                .named(view, space, text)
                .orElseThrow(() -> Problem.invalid("There is no environment '" + text
                        + "' in this space. Send the id, name or slug of one, for example \"Environments-1\"."));
    }

    /** A release by its id. @throws Problem 400 naming what was not found */
    Stored<Release> release(View view, String space, String id) {
        return sources.releases()
                .byId(view, space, id)
                .orElseThrow(() -> Problem.invalid("ReleaseId: there is no release '" + id
                        + "' in this space. Send the id of one, for example \"Releases-1\"."));
    }

    /** A release by the names of a command. @throws Problem 400 naming what was not found */
    Stored<Release> release(View view, String space, CreateDeploymentCommand command) {
        var project = sources.release().namedProject(view, space, command.projectName());
        return sources.releases()
                .byName(view, space, project.id(), command.releaseVersion())
                .orElseThrow(
                        () -> Problem.invalid("The project '" + project.value().name() + "' has no release '"
                                + command.releaseVersion() + "'. Send the version of one, or create it first."));
    }
}
