package tako.server.projects.variable;

import java.util.Optional;

/**
 * For what somebody wants to know the values of variables; empty parts are not decided yet.
 *
 * @param project id or slug
 * @param environment id
 * @param channel id
 * @param tenant id
 * @param action id of an action of the project's process
 * @param machine id of a target
 * @param role a target tag, where no target is named
 */
public record Question(
        String project,
        Optional<String> environment,
        Optional<String> channel,
        Optional<String> tenant,
        Optional<String> action,
        Optional<String> machine,
        Optional<String> role) {}
