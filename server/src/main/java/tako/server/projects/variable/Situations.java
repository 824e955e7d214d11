package tako.server.projects.variable;

import java.util.List;
import java.util.Optional;
import tako.platform.database.View;
import tako.platform.http.Problem;
import tako.server.infrastructure.environment.Environment;
import tako.server.infrastructure.machine.Machine;
import tako.server.projects.channel.Channel;
import tako.server.projects.channel.Channels;
import tako.server.projects.process.Action;
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.process.DeploymentProcesses;
import tako.server.projects.process.Step;
import tako.server.projects.project.Project;
import tako.server.projects.variable.ReleasedVariables.Released;
import tako.server.projects.variable.Situation.ChosenAction;
import tako.server.resource.Document;
import tako.server.resource.Documents;
import tako.server.resource.Stored;

/** Looks up what questions name. */
public final class Situations {
    private final Documents<Project> projects;
    private final Documents<Environment> environments;
    private final Documents<Machine> machines;
    private final Processes processes;
    private final ReleasedVariables releases;

    /** What belongs to a project. */
    public record Processes(DeploymentProcesses processes, Channels channels) {}

    public Situations(
            Documents<Project> projects,
            Documents<Environment> environments,
            Documents<Machine> machines,
            Processes processes,
            ReleasedVariables releases) {
        this.projects = projects;
        this.environments = environments;
        this.machines = machines;
        this.processes = processes;
        this.releases = releases;
    }

    /** @throws Problem 404 for a project that is not there, 400 naming any other part that is not */
    Situation of(View view, String space, Question question) {
        Stored<Project> project =
                projects.named(view, space, question.project()).orElseThrow(() -> Problem.notFound(question.project()));
        Optional<Released> released = question.release()
                .map(release -> releases.of(view, project, release)
                        .orElseThrow(() -> missing("release", release, "Send the version of one of the project's.")));
        DeploymentProcess process = released.map(Released::process)
                .orElseGet(() ->
                        processes.processes().of(view, space, project.id()).value());
        return new Situation(
                project,
                process,
                question.runbook(),
                released,
                new Situation.Place(
                        question.place()
                                .environment()
                                .map(text -> named(view, space, environments, "environment", text)),
                        channel(view, project, question, released),
                        question.place().tenant(),
                        question.place().action().map(text -> action(process, text)),
                        question.place().machine().map(text -> named(view, space, machines, "machine", text)),
                        question.place().role()));
    }

    private static <D extends Document> Stored<D> named(
            View view, String space, Documents<D> documents, String what, String text) {
        return documents
                .named(view, space, text)
                .orElseThrow(() -> missing(what, text, "Send the id, name or slug of one that is in this space."));
    }

    /** The one that is asked for, else the release's; runs of runbooks have none. */
    private Optional<Stored<Channel>> channel(
            View view, Stored<Project> project, Question question, Optional<Released> released) {
        if (question.runbook().isPresent()) {
            return Optional.empty();
        }
        Optional<String> wanted = question.place().channel();
        if (wanted.isEmpty() && released.isEmpty()) {
            return Optional.empty();
        }
        List<Stored<Channel>> known = processes.channels().of(view, project.space(), project.id());
        String text = wanted.orElseGet(() -> released.orElseThrow().channel());
        Optional<Stored<Channel>> found = known.stream()
                .filter(channel -> channel.id().equalsIgnoreCase(text)
                        || channel.value().slug().equalsIgnoreCase(text)
                        || channel.value().name().equalsIgnoreCase(text.strip()))
                .findFirst();
        if (found.isEmpty() && wanted.isPresent()) {
            throw missing("channel", text, "Send the id, name or slug of one of the project's.");
        }
        return found;
    }

    private static ChosenAction action(DeploymentProcess process, String text) {
        for (int position = 0; position < process.steps().size(); position++) {
            Step step = process.steps().get(position);
            for (int child = 0; child < step.actions().size(); child++) {
                if (isNamed(step.actions().get(child), text)) {
                    return new ChosenAction(step, position, child);
                }
            }
        }
        throw missing("action", text, "Send the id, name or slug of one of the process's.");
    }

    private static boolean isNamed(Action action, String text) {
        return action.key().equalsIgnoreCase(text)
                || action.label().equalsIgnoreCase(text.strip())
                || text.equalsIgnoreCase(action.slug());
    }

    private static Problem missing(String what, String text, String next) {
        return Problem.invalid(what + ": there is no '" + text + "'. " + next);
    }
}
