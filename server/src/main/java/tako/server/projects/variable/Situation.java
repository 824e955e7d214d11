package tako.server.projects.variable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.server.infrastructure.environment.Environment;
import tako.server.infrastructure.machine.Machine;
import tako.server.projects.channel.Channel;
import tako.server.projects.process.Action;
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.process.Step;
import tako.server.projects.project.Project;
import tako.server.projects.variable.ReleasedVariables.Released;
import tako.server.resource.Stored;

/**
 * A question with all that it names, looked up.
 *
 * @param process the project's, or as the release has frozen it
 * @param runbook the runbook's id
 */
record Situation(
        Stored<Project> project,
        DeploymentProcess process,
        Optional<String> runbook,
        Optional<Released> released,
        Place place) {

    /**
     * Where and for what.
     *
     * @param tenant an id
     * @param role a target tag, where no target is named
     */
    record Place(
            Optional<Stored<Environment>> environment,
            Optional<Stored<Channel>> channel,
            Optional<String> tenant,
            Optional<ChosenAction> action,
            Optional<Stored<Machine>> machine,
            Optional<String> role) {}

    /** An action by its places in the process. */
    record ChosenAction(Step step, int position, int child) {
        Action action() {
            return step.actions().get(child);
        }
    }

    DeploymentScope deployment() {
        return new DeploymentScope(
                place.environment().map(Stored::id),
                place.tenant(),
                Set.of(),
                place.channel().map(Stored::id),
                runbook.or(() -> Optional.of(project.id())));
    }

    ItemScope item() {
        Set<String> held = place.machine()
                .map(machine -> Set.copyOf(machine.value().roles()))
                .orElseGet(() -> place.role().map(Set::of).orElse(Set.of()));
        return new ItemScope(
                place.action().map(chosen -> chosen.action().key()),
                place.machine().map(Stored::id),
                held,
                place.action().map(chosen -> Set.copyOf(chosen.step().roles())).orElse(Set.of()));
    }

    /** The system variables that are known of it, but those of its project and process. */
    Map<String, String> system() {
        Map<String, String> known = new LinkedHashMap<>();
        released.ifPresent(release -> known.putAll(release.system()));
        place.environment().ifPresent(environment -> known.putAll(PlaceVariables.environment(environment)));
        place.channel()
                .ifPresent(channel -> known.putAll(
                        PlaceVariables.channel(channel.id(), channel.value().name())));
        place.machine().ifPresent(machine -> known.putAll(PlaceVariables.machine(machine)));
        return known;
    }

    /** The system variables that tell of its process. */
    Map<String, String> steps() {
        Map<String, String> known = new LinkedHashMap<>();
        for (int position = 0; position < process.steps().size(); position++) {
            known.putAll(PlaceVariables.named(process.steps().get(position), position));
        }
        place.action()
                .ifPresent(chosen ->
                        known.putAll(PlaceVariables.action(chosen.step(), chosen.position(), chosen.child())));
        return known;
    }
}
