package tako.server.delivery.deployment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tako.server.delivery.eligibility.ReleaseProgressions.Standing;
import tako.server.delivery.release.Release;
import tako.server.delivery.run.RunSpec;
import tako.server.infrastructure.environment.Environment;
import tako.server.infrastructure.machine.Machine;
import tako.server.library.variableset.VariableSet;
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.project.Project;
import tako.server.resource.Stored;

/**
 * A release and where it may go, with all that is to be known to judge, show or queue a deployment.
 *
 * @param process frozen
 * @param variables frozen, the project's first
 * @param targets the enabled targets of the environment
 * @param taskQueueStopped whether the space runs no tasks
 */
record Subject(
        Stored<Project> project,
        Stored<Release> release,
        Stored<Environment> environment,
        DeploymentProcess process,
        List<VariableSet> variables,
        Standing standing,
        List<Stored<Machine>> targets,
        boolean taskQueueStopped) {

    /** Where its run happens. */
    RunSpec.Place place() {
        return new RunSpec.Place(
                project.id(), environment.id(), Optional.of(release.value().channelId()), Optional.empty());
    }

    /** The targets that are left by a choice. */
    Stream<Stored<Machine>> chosen(Deployment deployment) {
        return targets.stream()
                .filter(target -> deployment.specificMachineIds().isEmpty()
                        || holds(deployment.specificMachineIds(), target.id()))
                .filter(target -> !holds(deployment.excludedMachineIds(), target.id()));
    }

    /** For people and the log. */
    String title() {
        return "Deploy " + project.value().name() + " release "
                + release.value().version() + " to " + environment.value().name();
    }

    /** Whether a failing step asks a person unless whoever deploys says otherwise. */
    boolean guidedFailureByDefault() {
        return switch (project.value().defaultGuidedFailureMode()) {
            case "On" -> true;
            case "Off" -> false;
            default -> environment.value().useGuidedFailure();
        };
    }

    static boolean holds(List<String> ids, String id) {
        return ids.stream().anyMatch(id::equalsIgnoreCase);
    }
}
