package tako.server.delivery.deployment;

import java.util.List;
import java.util.Optional;
import tako.platform.database.View;
import tako.server.delivery.run.RunSpec;
import tako.server.resource.Engine;

/** The templates of deployments: how a project words what a deployment brings, and with which others it is never together. */
final class DeploymentTemplates {
    private final Engine engine;
    private final DeploymentChanges changes;
    private final DeploymentSpecs specs;

    DeploymentTemplates(Engine engine, DeploymentSources sources) {
        this.engine = engine;
        this.changes = new DeploymentChanges(sources);
        this.specs = new DeploymentSpecs(engine, sources);
    }

    /**
     * What the templates of a deployment are evaluated with.
     *
     * @param tagged what would run, if a variable names the concurrency tag
     */
    record Draft(Subject subject, List<Change> changes, Optional<RunSpec> tagged) {}

    /** Whether somebody wrote a template: without one, {@link #texts} evaluates nothing and may be asked anywhere. */
    static boolean isTemplated(Subject subject) {
        return DeploymentChanges.isTemplated(subject) || ConcurrencyTag.isSet(subject.variables());
    }

    /** Reads what the templates of a deployment need. */
    Draft read(View view, Subject subject, Deployment wanted) {
        Optional<RunSpec> tagged = ConcurrencyTag.isSet(subject.variables())
                ? Optional.of(specs.preview(view, subject, wanted))
                : Optional.empty();
        return new Draft(subject, changes.of(view, subject), tagged);
    }

    /** Evaluates the templates: pure, outside of transactions. */
    static DeploymentTexts texts(Draft draft) {
        Subject subject = draft.subject();
        return new DeploymentTexts(
                subject.release().value().variableSnapshots(),
                draft.changes(),
                DeploymentChanges.markdown(subject, draft.changes()),
                draft.tagged()
                        .map(spec -> ConcurrencyTag.locks(subject.variables(), spec))
                        .orElseGet(() -> ConcurrencyTag.usual(
                                subject.release().space(),
                                subject.project().id(),
                                subject.environment().id())));
    }

    /** A deployment that nobody has chosen anything for. */
    Deployment plain() {
        return engine.mapper().treeToValue(engine.mapper().createObjectNode(), Deployment.class);
    }
}
