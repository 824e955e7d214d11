package tako.server.delivery.deployment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.task.TaskRow;
import tako.server.delivery.eligibility.Eligibility;
import tako.server.delivery.eligibility.Reason;
import tako.server.delivery.release.Deliveries;
import tako.server.delivery.release.DeliveryTask;
import tako.server.delivery.run.ChosenPackage;
import tako.server.delivery.run.RunSource;
import tako.server.delivery.run.RunSpec;
import tako.server.projects.channel.Channels;
import tako.server.projects.group.ProjectGroups;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tako.server.resource.PropertyValue;
import tako.server.resource.Stored;

/** Says what the tasks of deployments run. */
public final class DeploymentRuns implements RunSource {
    /** The kind of the tasks of deployments. */
    public static final String TASK_KIND = DeploymentQueueing.TASK_KIND;

    private final Engine engine;
    private final DeploymentSources sources;
    private final Deployments deployments;
    private final Judgement judgement;

    public DeploymentRuns(Engine engine, DeploymentSources sources, Deployments deployments) {
        this.engine = engine;
        this.sources = sources;
        this.deployments = deployments;
        this.judgement = new Judgement(sources.forecast());
    }

    @Override
    public String taskKind() {
        return DeploymentQueueing.TASK_KIND;
    }

    @Override
    public RunSpec spec(View view, TaskRow task) {
        Stored<Deployment> deployment = deployment(view, task);
        Subject subject = subject(view, deployment);
        return new RunSpec(
                deployment.id(),
                deployment.space(),
                subject.title(),
                deployment.value().deploymentProcessId(),
                subject.release().value().variableSnapshots(),
                subject.place(),
                choices(subject, deployment.value()),
                packages(subject),
                SystemVariables.of(subject, deployment, task, previous(view, subject, task), names(view, subject)));
    }

    @Override
    public List<String> refusals(View view, TaskRow task) {
        Stored<Deployment> deployment = deployment(view, task);
        var facts = judgement.facts(
                subject(view, deployment), deployment.value(), engine.clock().instant());
        return Reason.texts(Eligibility.reasonsAtStart(facts));
    }

    @Override
    public void started(Tx tx, TaskRow task) {
        Deliveries.ofTask(tx, task.id())
                .ifPresent(delivery -> DeploymentEvents.record(
                        engine.audit(),
                        tx,
                        "DeploymentStarted",
                        delivery.delivery(),
                        subject(tx, deployment(tx, task)).title() + " started"));
    }

    private Stored<Deployment> deployment(View view, TaskRow task) {
        String id = engine.mapper()
                .readTree(task.payload())
                .path(DeploymentQueueing.PAYLOAD_ID)
                .asString("");
        return deployments.documents().require(view, task.space(), id);
    }

    private Subject subject(View view, Stored<Deployment> deployment) {
        return deployments
                .subjects()
                .of(
                        view,
                        deployment.space(),
                        deployment.value().releaseId(),
                        deployment.value().environmentId());
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

    private SystemVariables.Previous previous(View view, Subject subject, TaskRow task) {
        Optional<DeliveryTask> own = Deliveries.ofTask(view, task.id());
        return new SystemVariables.Previous(
                sources.release().before(view, subject.release()),
                own.flatMap(one -> Deliveries.before(view, one.delivery())),
                own.flatMap(one -> Deliveries.succeededBefore(view, one.delivery())));
    }

    private SystemVariables.Names names(View view, Subject subject) {
        String space = subject.release().space();
        return new SystemVariables.Names(
                name(view, Optional.of(Channels.KIND), subject.release().value().channelId()),
                name(
                        view,
                        Optional.of(ProjectGroups.KIND),
                        subject.project().value().projectGroupId()),
                name(view, engine.catalogue().kindOf(space), space));
    }

    private String name(View view, Optional<? extends Kind<?>> kind, String id) {
        return kind.flatMap(known -> engine.catalogue().names(view, known, List.of(id)).values().stream()
                        .findFirst())
                .orElse("");
    }
}
