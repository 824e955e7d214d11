package tako.server.delivery.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.octostache.Evaluation;
import tako.octostache.Variables;
import tako.platform.database.View;
import tako.server.delivery.release.Deliveries;
import tako.server.delivery.release.DeliveryTask;
import tako.server.delivery.release.Release;
import tako.server.delivery.release.ReleaseSources.Named;
import tako.server.library.packages.Version;
import tako.server.resource.Absent;
import tako.server.resource.ListQuery;
import tako.server.resource.PropertyValue;
import tako.server.resource.Stored;

/** What a deployment brings to its environment, told when it is made: the releases since the last success there. */
final class DeploymentChanges {
    private final DeploymentSources sources;

    DeploymentChanges(DeploymentSources sources) {
        this.sources = sources;
    }

    /** Whether the project words them by a template of its own. */
    static boolean isTemplated(Subject subject) {
        return !template(subject).isBlank();
    }

    /** The releases as Markdown. Evaluates the project's template: outside of transactions, unless there is none. */
    static String markdown(Subject subject, List<Change> changes) {
        return isTemplated(subject) ? rendered(template(subject), subject, changes) : usual(changes);
    }

    private static String template(Subject subject) {
        return Optional.ofNullable(subject.project().value().deploymentChangesTemplate())
                .orElse("");
    }

    /** The releases that a deployment brings. */
    List<Change> of(View view, Subject subject) {
        Optional<Version> deployed = version(subject.release().value().version());
        if (deployed.isEmpty()) {
            return List.of();
        }
        String channel = subject.project().value().discreteChannelRelease()
                ? subject.release().value().channelId()
                : "";
        Map<String, Version> all = new LinkedHashMap<>();
        for (Named release : sources.release().named(view, subject.project(), channel)) {
            version(release.version()).ifPresent(version -> all.put(release.id(), version));
        }
        List<Version> brought = BroughtVersions.of(deployed.get(), standing(view, subject, channel), all.values());
        List<String> ids = all.entrySet().stream()
                .filter(entry -> brought.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return told(view, subject, ids, brought);
    }

    private Optional<Version> standing(View view, Subject subject, String channel) {
        return Deliveries.lastSucceeded(
                        view, subject.project().id(), subject.environment().id(), channel)
                .map(DeliveryTask::releaseVersion)
                .flatMap(DeploymentChanges::version);
    }

    private List<Change> told(View view, Subject subject, List<String> ids, List<Version> brought) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Release> releases =
                sources.releases().list(view, subject.release().space(), ListQuery.ALL.withIds(ids)).items().stream()
                        .map(Stored::value)
                        .collect(Collectors.toMap(Release::version, Function.identity()));
        return brought.stream()
                .flatMap(version -> Optional.ofNullable(releases.get(version.text())).stream())
                .map(release -> Change.of(release.version(), release.releaseNotes()))
                .toList();
    }

    private static String rendered(String template, Subject subject, List<Change> changes) {
        var known = new LinkedHashMap<String, String>();
        for (int index = 0; index < changes.size(); index++) {
            String path = "Octopus.Deployment.Changes[" + index + "].";
            known.put(path + "Version", changes.get(index).version());
            known.put(path + "ReleaseNotes", Absent.orEmpty(changes.get(index).releaseNotes()));
        }
        known.put("Octopus.Release.Id", subject.release().id());
        known.put("Octopus.Release.Number", subject.release().value().version());
        known.put("Octopus.Environment.Name", subject.environment().value().name());
        known.put("Octopus.Project.Name", subject.project().value().name());
        subject.targets().forEach(target -> {
            String path = "Octopus.Deployment.Targets[" + target.id() + "].";
            known.put(path + "Id", target.id());
            known.put(path + "Name", target.value().name());
        });
        Evaluation evaluation = Variables.of(unscoped(subject)).with(known).evaluate(template);
        return evaluation.failure().isPresent() ? template : evaluation.text();
    }

    private static Map<String, String> unscoped(Subject subject) {
        var values = new LinkedHashMap<String, String>();
        subject.variables().reversed().stream()
                .flatMap(set -> set.variables().stream())
                .filter(variable -> variable.scope().dimensions().isEmpty())
                .forEach(variable -> {
                    if (variable.value() instanceof PropertyValue.Plain(String text)) {
                        values.put(variable.name(), text);
                    }
                });
        return values;
    }

    private static String usual(List<Change> changes) {
        return changes.stream()
                .map(change -> Stream.of(
                                "**Release " + change.version() + "**",
                                Optional.ofNullable(change.releaseNotes()).orElse(""))
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining("\n\n")))
                .map(text -> text + "\n")
                .collect(Collectors.joining("\n"));
    }

    private static Optional<Version> version(String text) {
        return Version.parse(text);
    }
}
