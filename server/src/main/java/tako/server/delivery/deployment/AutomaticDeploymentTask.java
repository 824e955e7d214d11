package tako.server.delivery.deployment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.task.TaskHandler;
import tako.platform.task.TaskResult;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskRun;
import tako.server.delivery.release.Release;
import tako.server.resource.Engine;
import tako.server.resource.Stored;
import tools.jackson.databind.JsonNode;

/**
 * Evaluates the templates of automatic deployments that are due, and queues them. What is due is asked again in the transaction that queues
 * it, so that doing it twice makes nothing twice.
 */
public final class AutomaticDeploymentTask implements TaskHandler {
    private final Engine engine;
    private final DeploymentSources sources;
    private final Deployments deployments;
    private final AutomaticDeployments automatic;

    public AutomaticDeploymentTask(
            Engine engine, DeploymentSources sources, Deployments deployments, AutomaticDeployments automatic) {
        this.engine = engine;
        this.sources = sources;
        this.deployments = deployments;
        this.automatic = automatic;
    }

    @Override
    public String kind() {
        return AutomaticDeployments.TASK_KIND;
    }

    @Override
    public Slot slot() {
        return Slot.CHORE;
    }

    @Override
    public Set<Integer> formats() {
        return Set.of(AutomaticDeployments.PAYLOAD_FORMAT);
    }

    @Override
    public TaskResult run(TaskRun run) {
        Map<String, DeploymentTexts> texts = new HashMap<>();
        drafts(run.task())
                .forEach(draft -> texts.put(draft.subject().environment().id(), DeploymentTemplates.texts(draft)));
        run.change(tx -> queue(tx, run.task(), texts));
        return new TaskResult.Succeeded();
    }

    private List<DeploymentTemplates.Draft> drafts(TaskRow task) {
        Deployment plain = deployments.templates().plain();
        return engine.database()
                .read(view -> release(view, task)
                        .map(release -> automatic.due(view, release).stream()
                                .map(subject -> deployments.templates().read(view, subject, plain))
                                .toList())
                        .orElse(List.of()));
    }

    private void queue(Tx tx, TaskRow task, Map<String, DeploymentTexts> texts) {
        Principal who = cause(task);
        List<Subject> due =
                release(tx, task).map(release -> automatic.due(tx, release)).orElse(List.of());
        for (Subject subject : due) {
            Optional.ofNullable(texts.get(subject.environment().id()))
                    .filter(known -> known.fit(subject))
                    .ifPresentOrElse(
                            known -> automatic.queue(tx, who, subject, known),
                            () -> automatic.evaluateLater(tx, who, subject));
        }
    }

    private Optional<Stored<Release>> release(View view, TaskRow task) {
        return sources.releases().byId(view, task.space(), member(task, AutomaticDeployments.RELEASE));
    }

    private Principal cause(TaskRow task) {
        return new Principal(
                member(task, AutomaticDeployments.USER_ID),
                member(task, AutomaticDeployments.USERNAME),
                "Automatic deployment",
                "",
                "Server");
    }

    private String member(TaskRow task, String name) {
        JsonNode payload = engine.mapper().readTree(task.payload());
        return payload.path(name).asString("");
    }
}
