package tako.server.delivery.run;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tako.octostache.Variables;
import tako.platform.database.View;
import tako.server.infrastructure.machine.Machine;
import tako.server.projects.variable.Candidate;
import tako.server.projects.variable.DeploymentScope;
import tako.server.projects.variable.ItemScope;
import tako.server.projects.variable.VariableResolution;
import tako.server.resource.PropertyValue;
import tako.server.resource.Stored;

/** The variables of a run: what is frozen is resolved once, what depends on the item or on what happened is laid on top. */
final class RunVariables {
    private final Set<String> references;
    private final VariableResolution resolution;
    private final RunSecrets secrets;
    private final Map<String, String> system;
    private final Set<String> sharedSecrets;
    private final Variables shared;

    /** @param references the names of variables whose value is the id of a certificate or an account */
    RunVariables(View view, RunSpec spec, List<Candidate> candidates, Set<String> references, RunSecrets secrets) {
        this.references = Set.copyOf(references);
        this.resolution = VariableResolution.of(candidates, scope(spec.place()));
        this.secrets = secrets;
        this.system = spec.system();
        this.sharedSecrets = sensitive(resolution.shared().values());
        this.shared = Variables.of(texts(view, resolution.shared().values()));
    }

    private static DeploymentScope scope(RunSpec.Place place) {
        return new DeploymentScope(
                Optional.of(place.environmentId()),
                place.tenantId(),
                Set.of(),
                place.channelId(),
                Optional.of(place.projectId()));
    }

    /**
     * What happened in the run so far.
     *
     * @param system what the run knows: {@link SystemVariables}
     * @param outputs what actions have set
     */
    record Moment(Map<String, String> system, List<RunOutput> outputs) {}

    /** The variables of a step before it has targets: those scoped to its first action count. */
    Variables ofStep(View view, PlannedStep step, Moment moment) {
        PlannedAction first = step.actions().getFirst();
        return of(view, step, first, Optional.empty(), moment, Map.of()).variables();
    }

    /** The variables of an action for a target or on the server. */
    ItemVariables ofItem(
            View view, PlannedStep step, PlannedAction action, Optional<Stored<Machine>> target, Moment moment) {
        Map<String, PropertyValue> properties = new LinkedHashMap<>(step.step().properties());
        properties.putAll(action.action().properties());
        return of(view, step, action, target, moment, properties);
    }

    private ItemVariables of(
            View view,
            PlannedStep step,
            PlannedAction action,
            Optional<Stored<Machine>> target,
            Moment moment,
            Map<String, PropertyValue> properties) {
        Collection<Candidate> particular =
                resolution.particular(item(step, action, target)).values();
        Map<String, String> values = new LinkedHashMap<>(texts(view, particular));
        properties.forEach((key, value) -> values.put(key, secrets.text(view, value)));
        values.putAll(SystemVariables.ofOutputs(
                moment.outputs(), target.map(Stored::id).orElse("")));
        values.putAll(system);
        values.putAll(moment.system());
        values.putAll(SystemVariables.ofItem(step, action, target));
        Set<String> sensitive = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sensitive.addAll(sharedSecrets);
        particular.forEach(candidate -> sensitive.remove(candidate.name()));
        sensitive.addAll(sensitive(particular));
        properties.forEach((key, value) -> {
            if (value instanceof PropertyValue.Sensitive) {
                sensitive.add(key);
            }
        });
        sensitive.addAll(SystemVariables.secretOutputs(moment.outputs()));
        return new ItemVariables(shared.with(values), sensitive);
    }

    private static ItemScope item(PlannedStep step, PlannedAction action, Optional<Stored<Machine>> target) {
        return target.map(machine -> ItemScope.on(
                        action.action().key(),
                        machine.id(),
                        Set.copyOf(machine.value().roles()),
                        Set.copyOf(step.step().roles())))
                .orElseGet(() -> ItemScope.onServer(action.action().key()));
    }

    /** The names of variables whose value is the id of a certificate or an account. */
    Set<String> references() {
        return references;
    }

    /** Whether a switch is on for the whole run. */
    boolean isOn(String name) {
        return shared.evaluate("#{" + name + "}").isTrue();
    }

    /** A bag of properties in clear, not evaluated. */
    Map<String, String> properties(View view, Map<String, PropertyValue> bag) {
        Map<String, String> texts = new LinkedHashMap<>();
        bag.forEach((key, value) -> texts.put(key, secrets.text(view, value)));
        return texts;
    }

    private Map<String, String> texts(View view, Collection<Candidate> candidates) {
        Map<String, String> texts = new LinkedHashMap<>();
        candidates.forEach(candidate -> texts.put(candidate.name(), secrets.text(view, candidate.value())));
        return texts;
    }

    private static Set<String> sensitive(Collection<Candidate> candidates) {
        Set<String> names = new HashSet<>();
        candidates.stream()
                .filter(candidate -> candidate.value() instanceof PropertyValue.Sensitive)
                .forEach(candidate -> names.add(candidate.name()));
        return names;
    }
}
