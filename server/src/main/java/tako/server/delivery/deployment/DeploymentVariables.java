package tako.server.delivery.deployment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tako.platform.json.WireInstants;
import tako.platform.task.TaskRow;
import tako.server.delivery.release.DeliveryTask;
import tako.server.delivery.release.ReleaseSources;
import tako.server.delivery.release.ReleaseVariables;
import tako.server.people.user.User;
import tako.server.projects.variable.PlaceVariables;

/** The system variables that a deployment knows; those of steps, actions and targets come from its run. All values are texts. */
final class DeploymentVariables {
    private DeploymentVariables() {}

    /**
     * What came before.
     *
     * @param release the release before this one in the project
     * @param inEnvironment the deployment before this one there, ended or not
     * @param succeeded the last one there that succeeded
     */
    record Previous(
            Optional<ReleaseSources.Named> release,
            Optional<DeliveryTask> inEnvironment,
            Optional<DeliveryTask> succeeded) {}

    /** The task that carries it out. */
    record QueuedAs(String id, Instant from, Optional<Instant> until) {
        static QueuedAs of(TaskRow task) {
            return new QueuedAs(task.id(), task.runAfter(), task.expiresAt());
        }
    }

    /** Names of what documents hold only by id. */
    record Names(String channel, String projectGroup, String space, Optional<User> deployer) {}

    static Map<String, String> of(
            Subject subject, Deployment deployment, QueuedAs task, Previous previous, Names names) {
        var all = new LinkedHashMap<String, String>();
        all.putAll(ReleaseVariables.of(subject.release().value()));
        all.putAll(PlaceVariables.channel(subject.release().value().channelId(), names.channel()));
        previous(all, previous);
        deployment(all, deployment);
        deployer(all, deployment, names);
        all.putAll(PlaceVariables.environment(subject.environment()));
        all.putAll(PlaceVariables.project(subject.project(), names.projectGroup(), names.space()));
        task(all, task, subject, deployment);
        web(all, subject, deployment);
        return all;
    }

    private static void previous(Map<String, String> all, Previous previous) {
        previous.release().ifPresent(release -> {
            all.put("Octopus.Release.Previous.Id", release.id());
            all.put("Octopus.Release.Previous.Number", release.version());
        });
        previous.inEnvironment().ifPresent(before -> {
            all.put(
                    "Octopus.Release.PreviousForEnvironment.Id",
                    before.delivery().release());
            all.put("Octopus.Release.PreviousForEnvironment.Number", before.releaseVersion());
        });
        previous.succeeded().ifPresent(before -> {
            all.put(
                    "Octopus.Release.CurrentForEnvironment.Id",
                    before.delivery().release());
            all.put("Octopus.Release.CurrentForEnvironment.Number", before.releaseVersion());
            all.put(
                    "Octopus.Deployment.PreviousSuccessful.Id",
                    before.delivery().deployment());
        });
    }

    private static void deployment(Map<String, String> all, Deployment deployment) {
        all.put("Octopus.Deployment.Id", deployment.id());
        all.put("Octopus.Deployment.Name", deployment.name());
        all.put("Octopus.Deployment.Comments", orEmpty(deployment.comments()));
        all.put("Octopus.Deployment.Created", time(deployment.created()));
        all.put("Octopus.Deployment.ForcePackageDownload", deployment.forcePackageDownload() ? "True" : "False");
        all.put("Octopus.Deployment.SpecificMachines", ids(deployment.specificMachineIds()));
        all.put("Octopus.Deployment.ExcludedMachines", ids(deployment.excludedMachineIds()));
        all.put("Octopus.Deployment.ChangesMarkdown", deployment.changesMarkdown());
    }

    private static void deployer(Map<String, String> all, Deployment deployment, Names names) {
        String prefix = "Octopus.Deployment.CreatedBy.";
        String username = deployment.deployedBy();
        all.put(prefix + "Id", deployment.deployedById());
        all.put(prefix + "Username", username);
        all.put(prefix + "DisplayName", names.deployer().map(User::displayName).orElse(username));
        all.put(
                prefix + "EmailAddress",
                names.deployer().map(User::emailAddress).orElse(""));
    }

    private static void task(Map<String, String> all, QueuedAs task, Subject subject, Deployment deployment) {
        all.put("Octopus.Task.Id", task.id());
        all.put("Octopus.Task.Name", subject.title());
        all.put("Octopus.Task.QueueTime", time(task.from()));
        all.put("Octopus.Task.QueueTimeExpiry", time(task.until().orElse(null)));
        all.put("Octopus.Task.Argument[DeploymentId]", deployment.id());
    }

    private static void web(Map<String, String> all, Subject subject, Deployment deployment) {
        String space = "/app#/" + subject.release().space();
        all.put("Octopus.Web.DeploymentLink", space + "/deployments/" + deployment.id());
    }

    private static String ids(List<String> ids) {
        return String.join(",", ids);
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? "" : WireInstants.format(instant);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
