package tako.server.delivery.deployment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.delivery.deployment.DeploymentQueueing.Wish;
import tako.server.delivery.release.Release;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.PropertyValue;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes deployments that people ask for. What templates say is worked out between a read and the write: the read finds what they name,
 * the write judges everything anew and takes what they said, unless the release took its variables anew meanwhile.
 */
final class DeploymentCreation {
    /** What a deployment that is made again takes over: everything that was chosen, but for its time. */
    private static final Set<String> CHOSEN = Set.of(
            "Comments",
            "ForcePackageDownload",
            "ForcePackageRedeployment",
            "SkipActions",
            "SpecificMachineIds",
            "ExcludedMachineIds",
            "SpecificTargetTagIds",
            "ExcludedTargetTagIds",
            "UseGuidedFailure",
            "FormValues",
            "Priority",
            "DebugMode");

    private final Engine engine;
    private final DeploymentSources sources;
    private final Documents<Deployment> documents;
    private final Subjects subjects;
    private final DeploymentTemplates templates;
    private final DeploymentQueueing queueing;
    private final NamedDeployments named;

    DeploymentCreation(
            Engine engine,
            DeploymentSources sources,
            Documents<Deployment> documents,
            Subjects subjects,
            DeploymentTemplates templates,
            DeploymentQueueing queueing) {
        this.engine = engine;
        this.sources = sources;
        this.documents = documents;
        this.subjects = subjects;
        this.templates = templates;
        this.queueing = queueing;
        this.named = new NamedDeployments(engine.mapper());
    }

    /** A deployment to an environment, with what its templates are evaluated with. */
    private record Asked(String environment, Deployment wanted, DeploymentTemplates.Draft draft) {}

    /** A deployment to an environment, ready to be queued. */
    private record Ready(String release, String environment, Wish wish) {}

    /** Queues a deployment that a client wrote as a document. */
    Stored<Deployment> create(Principal who, String space, Deployment sent) {
        refuseTenant(sent.tenantId() != null);
        Deployment wanted = withAnswers(sent);
        Asked asked = engine.database().read(view -> {
            Stored<Release> release = subjects.release(view, space, wanted.releaseId());
            var environment = subjects.environment(view, space, wanted.environmentId());
            return asked(view, subjects.of(view, release, environment), wanted);
        });
        return queue(who, space, List.of(ready(asked, Map.of()))).getFirst();
    }

    /** Queues a deployment for each environment of a command, all or none. */
    List<Stored<Deployment>> create(Principal who, String space, CreateDeploymentCommand command) {
        refuseTenant(!command.tenants().isEmpty() || !command.tenantTags().isEmpty());
        if (command.updateVariableSnapshot()) {
            engine.database()
                    .change(tx -> sources.release()
                            .refreshVariables(tx, who, sources.releases(), subjects.release(tx, space, command)));
        }
        List<Asked> asked = engine.database().read(view -> {
            Stored<Release> release = subjects.release(view, space, command);
            return command.environmentNames().stream()
                    .map(name -> subjects.of(view, release, subjects.environment(view, space, name)))
                    .map(subject -> asked(view, subject, withAnswers(named.of(command, subject))))
                    .toList();
        });
        return queue(who, space, asked.stream().map(one -> ready(one, Map.of())).toList());
    }

    /**
     * Queues a deployment of the same release to the same environment with the same choices, judged as any other.
     *
     * @throws Problem 400 for one that was deleted
     */
    Stored<Deployment> again(Principal who, String space, String id) {
        Map<String, PropertyValue.Sensitive> secrets = new HashMap<>();
        Asked asked = engine.database().read(view -> {
            Deployment before = documents
                    .byId(view, space, id)
                    .map(Stored::value)
                    .orElseThrow(() -> Problem.invalid("The deployment " + id
                            + " of this task was deleted, so it cannot be run again. Deploy the release again."));
            before.formValues().forEach((variable, answer) -> {
                if (answer instanceof PropertyValue.Sensitive secret) {
                    secrets.put(variable, secret);
                }
            });
            return asked(view, subjects.of(view, space, before.releaseId(), before.environmentId()), chosen(before));
        });
        return queue(who, space, List.of(ready(asked, secrets))).getFirst();
    }

    private Asked asked(View view, Subject subject, Deployment wanted) {
        return new Asked(subject.environment().id(), wanted, templates.read(view, subject, wanted));
    }

    private static Ready ready(Asked asked, Map<String, PropertyValue.Sensitive> secrets) {
        String release = asked.draft().subject().release().id();
        return new Ready(
                release,
                asked.environment(),
                new Wish(asked.wanted(), DeploymentTemplates.texts(asked.draft()), Map.copyOf(secrets)));
    }

    private List<Stored<Deployment>> queue(Principal who, String space, List<Ready> all) {
        return engine.database()
                .write(tx ->
                        all.stream().map(ready -> queue(tx, who, space, ready)).toList());
    }

    private Stored<Deployment> queue(Tx tx, Principal who, String space, Ready ready) {
        Subject subject = subjects.of(tx, space, ready.release(), ready.environment());
        return queueing.queue(tx, who, subject, ready.wish());
    }

    /** "There is a secret" without one is no answer: the value that stands by default counts. */
    private Deployment withAnswers(Deployment sent) {
        Map<String, PropertyValue> answers = new HashMap<>(sent.formValues());
        answers.values()
                .removeIf(answer -> answer instanceof PropertyValue.Sensitive secret
                        && secret.newValue().isEmpty());
        ObjectNode json = documents.json(sent);
        json.set("FormValues", engine.mapper().valueToTree(PropertyValue.bag(answers)));
        return engine.mapper().treeToValue(json, Deployment.class);
    }

    private Deployment chosen(Deployment before) {
        return engine.mapper().treeToValue(documents.json(before).retain(CHOSEN), Deployment.class);
    }

    private static void refuseTenant(boolean tenanted) {
        if (tenanted) {
            throw Problem.invalid(
                    "Deployments for tenants are not offered by this server yet. Deploy without tenants.");
        }
    }
}
