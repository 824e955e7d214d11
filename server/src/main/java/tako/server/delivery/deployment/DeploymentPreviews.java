package tako.server.delivery.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.server.delivery.deployment.DeploymentPreview.PreviewStep;
import tako.server.delivery.deployment.DeploymentTemplate.Promotion;
import tako.server.delivery.deployment.DeploymentTemplate.Refusal;
import tako.server.delivery.deployment.PreviewRequest.WantedPreview;
import tako.server.delivery.eligibility.Reason;
import tako.server.delivery.release.Release;
import tako.server.delivery.run.Forecast.ForecastAction;
import tako.server.library.lifecycle.Progression;
import tako.server.resource.Engine;
import tako.server.resource.Stored;

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
        Deployment plain = deployments.templates().plain();
        List<DeploymentTemplates.Draft> drafts = engine.database().read(view -> {
            var all = new ArrayList<DeploymentTemplates.Draft>();
            for (WantedPreview one : wanted.deploymentPreviews()) {
                Subject subject = deployments.subjects().of(view, space, release, one.environmentId());
                all.add(deployments.templates().read(view, subject, plain));
            }
            return all;
        });
        return drafts.stream()
                .map(draft -> preview(draft, plain, wanted.includeDisabledSteps()))
                .toList();
    }

    private DeploymentTemplate template(View view, Stored<Release> release) {
        String space = release.space();
        var base = "/api/" + space + "/releases/" + release.id() + "/deployments";
        Progression progression = sources.progressions().of(view, release).progression();
        List<Promotion> promotions = progression.deployable().stream()
                .map(one -> new Promotion(one.id(), one.name(), Map.of("Preview", base + "/preview/" + one.id())))
                .toList();
        return new DeploymentTemplate(
                isProcessModified(view, release),
                isModified(view, space, release.value().projectVariableSetSnapshotId()),
                release.value().libraryVariableSetSnapshotIds().stream().anyMatch(id -> isModified(view, space, id)),
                false,
                null,
                promotions,
                refusals(progression),
                List.of(),
                Map.of("Self", base + "/template"));
    }

    private static List<Refusal> refusals(Progression progression) {
        return progression.phases().stream()
                .flatMap(phase -> phase.phase().environments().stream())
                .distinct()
                .flatMap(one -> progression
                        .obstacle(one)
                        .map(obstacle -> new Refusal(
                                one.id(),
                                one.name(),
                                List.of(Reason.of(obstacle).text())))
                        .stream())
                .toList();
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

    private DeploymentPreview preview(DeploymentTemplates.Draft draft, Deployment plain, boolean disabledToo) {
        Subject subject = draft.subject();
        List<ForecastAction> actions = sources.forecast().of(subject.process(), subject.place(), subject.targets());
        return new DeploymentPreview(
                PreviewForm.of(Prompts.of(subject)),
                actions.stream()
                        .filter(ForecastAction::applies)
                        .filter(action -> disabledToo || !action.disabled())
                        .map(PreviewStep::of)
                        .toList(),
                subject.guidedFailureByDefault(),
                draft.changes(),
                DeploymentChanges.markdown(subject, draft.changes()),
                Reason.texts(deployments.queueing().reasons(subject, plain)),
                Map.of());
    }
}
