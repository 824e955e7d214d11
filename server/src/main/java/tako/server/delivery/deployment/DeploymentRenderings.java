package tako.server.delivery.deployment;

import java.util.List;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.server.delivery.run.RunPreview;
import tako.server.delivery.run.RunPreview.RenderedAction;
import tako.server.resource.Engine;
import tools.jackson.databind.node.ObjectNode;

/** Shows what a deployment would apply, step by step and target by target, before it is made. */
public final class DeploymentRenderings {
    /** Stands for the id of a deployment that is not made yet. */
    private static final String NOT_MADE = "Deployments-0";

    private final Engine engine;
    private final Deployments deployments;
    private final DeploymentSpecs specs;
    private final RunPreview preview;

    public DeploymentRenderings(Engine engine, DeploymentSources sources, Deployments deployments, RunPreview preview) {
        this.engine = engine;
        this.deployments = deployments;
        this.specs = new DeploymentSpecs(engine, sources);
        this.preview = preview;
    }

    /**
     * What would be applied.
     *
     * @param environmentId where
     * @param actions each action in each place, in order
     */
    public record RenderedDeployment(String releaseId, String environmentId, List<RenderedAction> actions) {}

    /**
     * What a deployment of a release to an environment would apply now.
     *
     * @param environment by id, slug or name
     * @throws tako.platform.http.Problem 403 also for whoever may not see variables, 404 for a release, 400 for an environment
     */
    public RenderedDeployment of(Principal who, String space, String release, String environment) {
        engine.permissions().require(who, "DeploymentView", space);
        engine.permissions().require(who, "VariableView", space);
        Subject subject = engine.database().read(view -> subject(view, space, release, environment));
        DeploymentTemplates.Draft draft = engine.database()
                .read(view -> deployments
                        .templates()
                        .read(view, subject, deployments.templates().plain()));
        Deployment made = made(subject, DeploymentTemplates.texts(draft));
        List<RenderedAction> actions = preview.of(view -> specs.preview(view, subject, made));
        return new RenderedDeployment(
                subject.release().id(), subject.environment().id(), actions);
    }

    private Subject subject(View view, String space, String release, String environment) {
        var subjects = deployments.subjects();
        return subjects.of(
                view,
                space,
                release,
                subjects.environment(view, space, environment).id());
    }

    private Deployment made(Subject subject, DeploymentTexts texts) {
        ObjectNode draft =
                deployments.queueing().draft(subject, deployments.templates().plain(), texts);
        draft.put("Id", NOT_MADE);
        return deployments.wanted(draft);
    }
}
