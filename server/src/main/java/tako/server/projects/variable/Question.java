package tako.server.projects.variable;

import java.util.Optional;

/**
 * For what somebody wants to know the values of variables; empty parts are not decided yet. Each is an id, a slug or a name.
 *
 * @param project the project
 * @param runbook one of its runbooks, instead of its deployments
 * @param release the version or id of a release, instead of the variables as they are now
 * @param place where and for what
 */
public record Question(String project, Optional<String> runbook, Optional<String> release, Place place) {
    /**
     * Where and for what.
     *
     * @param action an action of the process
     * @param machine a target
     * @param role a target tag, where no target is named
     */
    public record Place(
            Optional<String> environment,
            Optional<String> channel,
            Optional<String> tenant,
            Optional<String> action,
            Optional<String> machine,
            Optional<String> role) {}

    /** About a project, with nothing decided. */
    public static Question about(String project, Optional<String> runbook) {
        Optional<String> open = Optional.empty();
        return new Question(project, runbook, open, new Place(open, open, open, open, open, open));
    }
}
