package tako.server.delivery.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.server.delivery.deployment.DeploymentPreview.PreviewStep;
import tako.server.delivery.deployment.DeploymentTemplate.Promotion;
import tako.server.delivery.deployment.PreviewRequest.WantedPreview;
import tako.server.delivery.eligibility.Reason;
import tako.server.delivery.release.Release;
import tako.server.delivery.run.Forecast.ForecastAction;
import tako.server.resource.Engine;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** Shows what a deployment would be before it is made: where a release may go, what would run, what is asked. */
public final class DeploymentPreviews {
    private final Engine engine;
    private final DeploymentSources sources;
    private final Deployments deployments;

    public DeploymentPreviews(Engine engine, DeploymentSources sources, Deployments deployments) {
        this.engine = engine;
        this.sources = sources;
        this.deployments = deployments;
    }

    /** Where a release may go now. @throws tako.platform.http.Problem 404 */
    public DeploymentTemplate template(Principal who, String space, String release) {
        engine.permissions().require(who, "DeploymentView", space);
        return engine.database().read(view -> template(view, sources.releases().require(view, space, release)));
    }

    /** What a deployment would do. @throws tako.platform.http.Problem 404 for a release, 400 for an environment */
    public DeploymentPreview preview(
            Principal who, String space, String release, String environment, boolean disabledToo) {
        return previews(who, space, release, PreviewRequest.of(environment, disabledToo))
                .getFirst();
    }

    /** What deployments to several environments would do, in their order. */
    public List<DeploymentPreview> previews(Principal who, String space, String release, PreviewRequest wanted) {
        engine.permissions().require(who, "DeploymentView", space);
        return engine.database().read(view -> {
            var previews = new ArrayList<DeploymentPreview>();
            for (WantedPreview one : wanted.deploymentPreviews()) {
                Subject subject = deployments.subjects().of(view, space, release, one.environmentId());
                previews.add(preview(view, subject, wanted.includeDisabledSteps()));
            }
            return previews;
        });
    }

    private DeploymentTemplate template(View view, Stored<Release> release) {
        String space = release.space();
        var base = "/api/" + space + "/releases/" + release.id() + "/deployments";
        List<Promotion> promotions = sources.progressions().of(view, release).progression().deployable().stream()
                .map(one -> new Promotion(one.id(), one.name(), Map.of("Preview", base + "/preview/" + one.id())))
                .toList();
        return new DeploymentTemplate(
                isProcessModified(view, release),
                isModified(view, space, release.value().projectVariableSetSnapshotId()),
                release.value().libraryVariableSetSnapshotIds().stream().anyMatch(id -> isModified(view, space, id)),
                false,
                null,
                promotions,
                List.of(),
                Map.of("Self", base + "/template"));
    }

    private boolean isProcessModified(View view, Stored<Release> release) {
        int live = sources.release()
                .processes()
                .of(view, release.space(), release.value().projectId())
                .version();
        return live != sources.release().process(view, release).version();
    }

    private boolean isModified(View view, String space, String snapshot) {
        var variables = sources.release().variables();
        return variables
                .frozen(view, space, snapshot)
                .map(frozen -> variables.of(view, space, List.of(frozen.ownerId())).stream()
                        .allMatch(live -> live.version() != frozen.version()))
                .orElse(false);
    }

    private DeploymentPreview preview(View view, Subject subject, boolean disabledToo) {
        DeploymentChanges.Told told = deployments.changes().of(view, subject);
        ObjectNode nothing = engine.mapper().createObjectNode();
        List<ForecastAction> actions = sources.forecast().of(subject.process(), subject.place(), subject.targets());
        return new DeploymentPreview(
                PreviewForm.of(Prompts.of(subject)),
                actions.stream()
                        .filter(ForecastAction::applies)
                        .filter(action -> disabledToo || !action.disabled())
                        .map(PreviewStep::of)
                        .toList(),
                subject.guidedFailureByDefault(),
                told.changes(),
                told.markdown(),
                Reason.texts(deployments.queueing().reasons(subject, deployments.wanted(nothing))),
                Map.of());
    }
}
