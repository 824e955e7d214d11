package tako.server.delivery.deployment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.platform.database.View;
import tako.server.delivery.release.Deliveries;
import tako.server.delivery.release.Delivery;
import tako.server.delivery.run.ChosenPackage;
import tako.server.delivery.run.RunSpec;
import tako.server.people.user.User;
import tako.server.people.user.Users;
import tako.server.projects.channel.Channels;
import tako.server.projects.group.ProjectGroups;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tako.server.resource.PropertyValue;
import tako.server.resource.Stored;

/** What deployments run, made or not made yet. */
final class DeploymentSpecs {
    /** Stands for the id of a task that is not queued. */
    private static final String NOT_QUEUED = "ServerTasks-0";

    private final Engine engine;
    private final DeploymentSources sources;
    private final Documents<User> users;

    DeploymentSpecs(Engine engine, DeploymentSources sources) {
        this.engine = engine;
        this.sources = sources;
        this.users = new Documents<>(Users.KIND, engine);
    }

    /** What a deployment would run that is not made yet. */
    RunSpec preview(View view, Subject subject, Deployment draft) {
        Instant now = engine.clock().instant();
        DeploymentVariables.QueuedAs task = new DeploymentVariables.QueuedAs(NOT_QUEUED, now, Optional.empty());
        return of(view, subject, draft, task, Optional.of(next(subject, draft, now)));
    }

    /** The delivery that a draft would become: behind all others. */
    private static Delivery next(Subject subject, Deployment draft, Instant now) {
        return new Delivery(
                draft.id(),
                Long.MAX_VALUE,
                subject.release().space(),
                subject.project().id(),
                subject.release().id(),
                subject.release().value().channelId(),
                subject.environment().id(),
                "",
                NOT_QUEUED,
                now);
    }

    /** What a deployment runs. */
    RunSpec of(
            View view,
            Subject subject,
            Deployment deployment,
            DeploymentVariables.QueuedAs task,
            Optional<Delivery> own) {
        return new RunSpec(
                deployment.id(),
                subject.release().space(),
                subject.title(),
                deployment.deploymentProcessId(),
                subject.release().value().variableSnapshots(),
                subject.place(),
                choices(subject, deployment),
                packages(subject),
                DeploymentVariables.of(
                        subject, deployment, task, previous(view, subject, own), names(view, subject, deployment)));
    }

    private static RunSpec.Choices choices(Subject subject, Deployment deployment) {
        return new RunSpec.Choices(
                Set.copyOf(deployment.skipActions()),
                Set.copyOf(deployment.specificMachineIds()),
                Set.copyOf(deployment.excludedMachineIds()),
                answers(deployment),
                subject.project().value().projectConnectivityPolicy().allowDeploymentsToNoTargets());
    }

    private static List<ChosenPackage> packages(Subject subject) {
        return subject.release().value().selectedPackages().stream()
                .map(chosen -> new ChosenPackage(chosen.action(), chosen.reference(), chosen.chosenVersion()))
                .toList();
    }

    private static Map<String, String> answers(Deployment deployment) {
        Map<String, String> answers = new HashMap<>();
        deployment
                .formValues()
                .forEach((variable, answer) -> text(answer).ifPresent(text -> answers.put(variable, text)));
        return answers;
    }

    private static Optional<String> text(PropertyValue answer) {
        return switch (answer) {
            case PropertyValue.Plain(String text) -> Optional.of(text);
            case PropertyValue.Sensitive sensitive -> sensitive.secretId();
        };
    }

    private DeploymentVariables.Previous previous(View view, Subject subject, Optional<Delivery> own) {
        return new DeploymentVariables.Previous(
                sources.release().before(view, subject.release()),
                own.flatMap(one -> Deliveries.before(view, one)),
                own.flatMap(one -> Deliveries.succeededBefore(view, one)));
    }

    private DeploymentVariables.Names names(View view, Subject subject, Deployment deployment) {
        String space = subject.release().space();
        return new DeploymentVariables.Names(
                name(view, Optional.of(Channels.KIND), subject.release().value().channelId()),
                name(
                        view,
                        Optional.of(ProjectGroups.KIND),
                        subject.project().value().projectGroupId()),
                name(view, engine.catalogue().kindOf(space), space),
                users.anywhere(view, deployment.deployedById()).map(Stored::value));
    }

    private String name(View view, Optional<? extends Kind<?>> kind, String id) {
        return kind.flatMap(known -> engine.catalogue().names(view, known, List.of(id)).values().stream()
                        .findFirst())
                .orElse("");
    }
}
