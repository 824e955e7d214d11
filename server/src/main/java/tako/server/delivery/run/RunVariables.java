package tako.server.delivery.run;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.octostache.Variables;
import tako.platform.database.View;
import tako.server.infrastructure.machine.Machine;
import tako.server.projects.variable.Candidate;
import tako.server.projects.variable.Candidates;
import tako.server.projects.variable.DeploymentScope;
import tako.server.projects.variable.Duplicates;
import tako.server.projects.variable.Evaluated;
import tako.server.projects.variable.ItemResolution;
import tako.server.projects.variable.ItemScope;
import tako.server.projects.variable.VariableResolution;
import tako.server.resource.PropertyValue;
import tako.server.resource.Stored;

/** The variables of a run: what is frozen is resolved once, what depends on the item or on what happened is weighed against that. */
final class RunVariables {
    private final VariableResolution resolution;
    private final Set<String> duplicates;
    private final RunSecrets secrets;
    private final Set<String> sharedSecrets;
    private final Variables shared;

    /** @param candidates what is known for the whole run */
    RunVariables(View view, RunSpec.Place place, List<Candidate> candidates, RunSecrets secrets) {
        DeploymentScope scope = scope(place);
        this.resolution = VariableResolution.of(candidates, scope);
        this.duplicates = Duplicates.names(candidates, scope);
        this.secrets = secrets;
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
     * @param system what the run knows: {@link RunStateVariables}
     * @param outputs what actions have set
     */
    record Moment(Map<String, String> system, List<RunOutput> outputs) {}

    /** The variables of a step before it has targets: those scoped to its first action count. */
    Variables ofStep(View view, PlannedStep step, Moment moment) {
        PlannedAction first = step.actions().getFirst();
        return of(view, resolved(step, first, Optional.empty(), moment)).variables();
    }

    /** The variables of an action for a target or on the server. */
    ItemVariables ofItem(
            View view, PlannedStep step, PlannedAction action, Optional<Stored<Machine>> target, Moment moment) {
        return of(view, resolution(step, action, target, moment));
    }

    /** What each variable takes in an action for a target or on the server, before the target itself was asked. */
    ItemResolution resolution(PlannedStep step, PlannedAction action, Optional<Stored<Machine>> target, Moment moment) {
        return resolved(step, action, target, moment)
                .with(Candidates.system(Map.of(StepTurns.MAX_PARALLELISM, StepTurns.USUAL)))
                .with(Candidates.properties(step.step(), action.action()));
    }

    private ItemResolution resolved(
            PlannedStep step, PlannedAction action, Optional<Stored<Machine>> target, Moment moment) {
        return resolution
                .item(item(step, action, target))
                .with(OutputCandidates.of(moment.outputs()))
                .with(Candidates.system(moment.system()))
                .with(Candidates.system(RunStateVariables.ofItem(step, action, target)));
    }

    private static ItemScope item(PlannedStep step, PlannedAction action, Optional<Stored<Machine>> target) {
        return target.map(machine -> ItemScope.on(
                        action.action().key(),
                        machine.id(),
                        Set.copyOf(machine.value().roles()),
                        Set.copyOf(step.step().roles())))
                .orElseGet(() -> ItemScope.onServer(action.action().key()));
    }

    /** What was resolved, in clear, ready for templates. */
    ItemVariables of(View view, ItemResolution resolved) {
        Collection<Candidate> particular = resolved.particular();
        Map<String, String> values = texts(view, particular);
        Set<String> sensitive = sharedSecrets;
        if (particular.stream().anyMatch(candidate -> candidate.isSensitive() || hides(candidate))) {
            sensitive = new HashSet<>(sharedSecrets);
            sensitive.removeAll(keys(particular));
            sensitive.addAll(sensitive(particular));
        }
        return new ItemVariables(shared.with(values), sensitive);
    }

    /** Whether a value stands in the place of a secret one. */
    private boolean hides(Candidate candidate) {
        return sharedSecrets.contains(Candidate.key(candidate.name()));
    }

    /** The names of variables that have several values which nothing tells apart. */
    Set<String> duplicates() {
        return duplicates;
    }

    /** Whether a switch is on for the whole run. */
    boolean isOn(String name) {
        return shared.evaluate("#{" + name + "}").isTrue();
    }

    /**
     * The variables of the whole run as lines for its log, sorted by name, each secret masked.
     *
     * @param evaluated whether their expressions are evaluated
     */
    List<String> lines(boolean evaluated) {
        ItemResolution whole = resolution.item(ItemScope.NONE);
        Evaluated values = Evaluated.of(whole);
        return whole.winners().stream()
                .sorted(Comparator.comparing(candidate -> Candidate.key(candidate.name())))
                .map(candidate -> candidate.name() + " = "
                        + (evaluated ? values.text(candidate.name()) : Evaluated.shown(candidate)))
                .toList();
    }

    /** A bag of properties in clear, not evaluated. */
    Map<String, String> properties(View view, Map<String, PropertyValue> bag) {
        Map<String, String> texts = new LinkedHashMap<>();
        bag.forEach((key, value) -> texts.put(key, secrets.text(view, value)));
        return texts;
    }

    private Map<String, String> texts(View view, Collection<Candidate> candidates) {
        Map<String, String> texts = LinkedHashMap.newLinkedHashMap(candidates.size());
        candidates.forEach(candidate -> texts.put(candidate.name(), text(view, candidate.value())));
        return texts;
    }

    /** A secret that came opened was masked where it was opened. */
    private String text(View view, PropertyValue value) {
        return value instanceof PropertyValue.Sensitive(boolean _, Optional<String> _, Optional<String> opened)
                        && opened.isPresent()
                ? opened.get()
                : secrets.text(view, value);
    }

    private static Set<String> sensitive(Collection<Candidate> candidates) {
        Set<String> names = new HashSet<>();
        candidates.stream()
                .filter(Candidate::isSensitive)
                .forEach(candidate -> names.add(Candidate.key(candidate.name())));
        return names;
    }

    private static Set<String> keys(Collection<Candidate> candidates) {
        Set<String> keys = new HashSet<>();
        candidates.forEach(candidate -> keys.add(Candidate.key(candidate.name())));
        return keys;
    }
}
