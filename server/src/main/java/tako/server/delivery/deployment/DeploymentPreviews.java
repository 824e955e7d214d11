package tako.server.delivery.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.server.delivery.eligibility.Reason;
import tako.server.delivery.release.Release;
import tako.server.delivery.run.Forecast.ForecastAction;
import tako.server.infrastructure.machine.Machine;
import tako.server.library.variableset.Variable;
import tako.server.library.variableset.VariablePrompt;
import tako.server.resource.Absent;
import tako.server.resource.Engine;
import tako.server.resource.PropertyValue;
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

    /**
     * Where a release may go now.
     *
     * @param promoteTo in the order of the lifecycle
     */
    public record Template(
            boolean isDeploymentProcessModified,
            boolean isVariableSetModified,
            boolean isLibraryVariableSetModified,
            boolean isGitResourceModified,
            @Nullable String deploymentNotes,
            List<Promotion> promoteTo,
            List<Object> tenantPromotions,
            Map<String, String> links) {}

    /** An environment that a release may go to, with the address of its preview. */
    public record Promotion(String id, String name, Map<String, String> links) {}

    /**
     * What a deployment would do.
     *
     * @param reasons why it may not be made now, each a sentence; a member of ours
     */
    public record Preview(
            Form form,
            List<PreviewStep> stepsToExecute,
            boolean useGuidedFailureModeByDefault,
            List<Object> changes,
            String changesMarkdown,
            List<String> reasons,
            Map<String, String> links) {}

    /** What is asked, and the answers that stand when nobody answers. */
    public record Form(Map<String, PropertyValue> values, List<Element> elements) {}

    /** A question; its name is the variable's id. */
    public record Element(String name, Control control, boolean isValueRequired) {}

    /** How it is asked. */
    public record Control(
            String type,
            String name,
            String label,
            String description,
            boolean required,
            boolean isSecure,
            Map<String, String> displaySettings) {}

    /** An action that would run. */
    public record PreviewStep(
            String actionId,
            String actionName,
            String actionNumber,
            List<String> roles,
            List<PreviewMachine> machines,
            List<String> machineNames,
            List<PreviewMachine> excludedMachines,
            List<PreviewMachine> unavailableMachines,
            boolean canBeSkipped,
            boolean isDisabled,
            boolean hasNoApplicableMachines,
            List<Object> availableTagSets) {}

    /** A target. */
    public record PreviewMachine(String id, String name, String healthStatus, boolean hasLatestCalamari) {
        static PreviewMachine of(Stored<Machine> machine) {
            return new PreviewMachine(
                    machine.id(),
                    machine.value().name(),
                    machine.value().healthStatus(),
                    machine.value().hasLatestCalamari());
        }
    }

    /** Several previews that are asked for at once. */
    public record Wanted(List<WantedPreview> deploymentPreviews, boolean includeDisabledSteps) {
        public Wanted {
            deploymentPreviews = Absent.orEmpty(deploymentPreviews);
        }
    }

    /** A preview that is asked for. */
    public record WantedPreview(
            String environmentId, @Nullable String tenantId) {
        public WantedPreview {
            environmentId = Absent.orEmpty(environmentId);
        }
    }

    /** Where a release may go now. @throws tako.platform.http.Problem 404 */
    public Template template(Principal who, String space, String release) {
        engine.permissions().require(who, "DeploymentView", space);
        return engine.database().read(view -> template(view, sources.releases().require(view, space, release)));
    }

    /** What a deployment would do. @throws tako.platform.http.Problem 404 for a release, 400 for an environment */
    public Preview preview(Principal who, String space, String release, String environment, boolean disabledToo) {
        return previews(who, space, release, new Wanted(List.of(new WantedPreview(environment, null)), disabledToo))
                .getFirst();
    }

    /** What deployments to several environments would do, in their order. */
    public List<Preview> previews(Principal who, String space, String release, Wanted wanted) {
        engine.permissions().require(who, "DeploymentView", space);
        return engine.database().read(view -> {
            var previews = new ArrayList<Preview>();
            for (WantedPreview one : wanted.deploymentPreviews()) {
                Subject subject = deployments.subjects().of(view, space, release, one.environmentId());
                previews.add(preview(subject, wanted.includeDisabledSteps()));
            }
            return previews;
        });
    }

    private Template template(View view, Stored<Release> release) {
        String space = release.space();
        var base = "/api/" + space + "/releases/" + release.id() + "/deployments";
        List<Promotion> promotions = sources.progressions().of(view, release).progression().deployable().stream()
                .map(one -> new Promotion(one.id(), one.name(), Map.of("Preview", base + "/preview/" + one.id())))
                .toList();
        return new Template(
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

    private Preview preview(Subject subject, boolean disabledToo) {
        ObjectNode nothing = engine.mapper().createObjectNode();
        List<ForecastAction> actions = sources.forecast().of(subject.process(), subject.place(), subject.targets());
        return new Preview(
                form(Prompts.of(subject)),
                actions.stream()
                        .filter(ForecastAction::applies)
                        .filter(action -> disabledToo || !action.disabled())
                        .map(DeploymentPreviews::step)
                        .toList(),
                subject.guidedFailureByDefault(),
                List.of(),
                "",
                Reason.texts(deployments.queueing().reasons(subject, deployments.wanted(nothing))),
                Map.of());
    }

    private static PreviewStep step(ForecastAction action) {
        List<PreviewMachine> machines =
                action.machines().stream().map(PreviewMachine::of).toList();
        return new PreviewStep(
                action.actionId(),
                action.actionName(),
                action.number(),
                action.roles(),
                machines,
                machines.stream().map(PreviewMachine::name).toList(),
                List.of(),
                List.of(),
                action.skippable(),
                action.disabled(),
                action.lacksTargets(),
                List.of());
    }

    private static Form form(List<Variable> prompts) {
        var values = new LinkedHashMap<String, PropertyValue>();
        var elements = new ArrayList<Element>();
        for (Variable variable : prompts) {
            if (variable.value() instanceof PropertyValue.Plain plain) {
                values.put(variable.key(), plain);
            }
            elements.add(element(variable));
        }
        return new Form(values, elements);
    }

    private static Element element(Variable variable) {
        Optional<VariablePrompt> prompt = Optional.ofNullable(variable.prompt());
        boolean required = prompt.map(VariablePrompt::required).orElse(false);
        var control = new Control(
                "VariableValue",
                variable.name(),
                Prompts.label(variable),
                prompt.flatMap(some -> Optional.ofNullable(some.description())).orElse(""),
                required,
                variable.isSensitive(),
                prompt.map(VariablePrompt::displaySettings).orElse(Map.of()));
        return new Element(variable.key(), control, required);
    }
}
