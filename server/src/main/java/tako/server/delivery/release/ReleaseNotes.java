package tako.server.delivery.release;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tako.octostache.Evaluation;
import tako.octostache.Variables;
import tako.server.projects.channel.Channel;
import tako.server.projects.project.Project;
import tako.server.resource.Stored;

/**
 * What is told about a release: Markdown in which expressions may stand, evaluated once, when the release is made. What
 * cannot be resolved stays as it was written.
 */
final class ReleaseNotes {
    private ReleaseNotes() {}

    /** The text that is evaluated: what was written, else the project's template; empty when there is neither. */
    static Optional<String> template(NewRelease wanted, Stored<Project> project) {
        return Optional.ofNullable(wanted.notes())
                .filter(notes -> !notes.isBlank())
                .or(() -> Optional.ofNullable(project.value().releaseNotesTemplate())
                        .filter(template -> !template.isBlank()));
    }

    /** A template with its expressions replaced by values of the project's variables and by what is known of the release. */
    static String evaluated(String template, Map<String, String> variables, Map<String, String> release) {
        Evaluation evaluation = Variables.of(variables).with(release).evaluate(template);
        return evaluation.failure().isPresent() ? template : evaluation.text();
    }

    /** What is known of a release before it is there. */
    static Map<String, String> known(Stored<Project> project, Stored<Channel> channel, String version) {
        var known = new LinkedHashMap<String, String>();
        known.put("Octopus.Release.Number", version);
        known.put("Octopus.Release.Channel.Id", channel.id());
        known.put("Octopus.Release.Channel.Name", channel.value().name());
        known.put("Octopus.Project.Id", project.id());
        known.put("Octopus.Project.Name", project.value().name());
        known.put("Octopus.Project.Slug", project.value().slug());
        known.put("Octopus.Space.Id", project.space());
        return known;
    }
}
