package tako.server.delivery.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tako.octostache.Variables;
import tako.platform.database.View;
import tako.platform.log.Masking;
import tako.server.infrastructure.machine.Machine;
import tako.server.projects.variable.Candidate;
import tako.server.projects.variable.Candidates;
import tako.server.projects.variable.DeploymentScope;
import tako.server.projects.variable.Evaluated;
import tako.server.projects.variable.ItemResolution;
import tako.server.projects.variable.ItemScope;
import tako.server.projects.variable.VariableResolution;
import tako.server.projects.variable.VariableSource;
import tako.server.resource.PropertyValue;
import tako.server.resource.Stored;

/** The variables of a run: what is frozen is resolved once, what depends on the item or on what happened is weighed against that. */
final class RunVariables {
    private static final String QUIET = "OctopusSuppressDuplicateVariableWarning";

    private final VariableResolution resolution;
    private final RunSecrets secrets;
    private final List<Candidate> sharedSecrets;
    private final Set<String> sharedKeys;
    private final Variables shared;
    private final List<Candidate> notable;

    /** @param candidates what is known for the whole run */
    RunVariables(View view, RunSpec.Place place, List<Candidate> candidates, RunSecrets secrets) {
        this.resolution = VariableResolution.of(candidates, scope(place));
        this.secrets = secrets;
        secrets.open(view, resolution.possible().map(Candidate::value));
        this.sharedSecrets = resolution.shared().values().stream()
                .filter(Candidate::isSensitive)
                .toList();
        this.sharedKeys = Set.copyOf(keys(sharedSecrets));
        this.shared = Variables.of(texts(resolution.shared().values()));
        this.notable = sharedSecrets.stream().filter(this::isNotable).toList();
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
    Variables ofStep(PlannedStep step, Moment moment) {
        PlannedAction first = step.actions().getFirst();
        return of(resolved(step, first, Optional.empty(), moment)).variables();
    }

    /** The variables of an action for a target or on the server. */
    ItemVariables ofItem(PlannedStep step, PlannedAction action, Optional<Stored<Machine>> target, Moment moment) {
        return of(resolution(step, action, target, moment));
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

    /** What was resolved, in clear, ready for templates. Secrets that name other variables are masked as they will be used. */
    ItemVariables of(ItemResolution resolved) {
        Collection<Candidate> particular = resolved.particular();
        Set<String> laid = new HashSet<>(keys(particular));
        Variables variables = shared.with(texts(particular));
        Set<String> sensitive = sharedKeys;
        if (particular.stream().anyMatch(Candidate::isSensitive)
                || laid.stream().anyMatch(sharedKeys::contains)) {
            sensitive = new HashSet<>(sharedKeys);
            sensitive.removeAll(laid);
            sensitive.addAll(
                    keys(particular.stream().filter(Candidate::isSensitive).toList()));
        }
        Stream<Candidate> notables = Stream.concat(
                notable.stream().filter(candidate -> !laid.contains(Candidate.key(candidate.name()))),
                particular.stream().filter(Candidate::isSensitive).filter(this::isNotable));
        return new ItemVariables(variables, sensitive, tooShort(notables, variables));
    }

    /** Whether a secret is another text when it is used, or one that is too short to be hidden. */
    private boolean isNotable(Candidate secret) {
        String text = secrets.text(secret.value());
        return isTemplate(text) || Masking.isTooShort(text);
    }

    private static boolean isTemplate(String text) {
        return text.contains("#{");
    }

    private List<String> tooShort(Stream<Candidate> notables, Variables variables) {
        List<String> names = new ArrayList<>();
        notables.forEach(secret -> {
            String text = secrets.text(secret.value());
            String used = isTemplate(text) ? variables.get(secret.name()).orElse("") : text;
            secrets.hide(used);
            if (Masking.isTooShort(used) && secret.source() != VariableSource.OUTPUT) {
                names.add(secret.name());
            }
        });
        return names;
    }

    /** The names of variables that have several values in the whole run which nothing tells apart; none where nobody wants to know. */
    Set<String> duplicates() {
        return duplicates(resolution.item(ItemScope.NONE));
    }

    /** The same for a work item. */
    Set<String> duplicates(ItemResolution resolved) {
        return isOn(QUIET) ? Set.of() : resolved.duplicates();
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
    Map<String, String> properties(Map<String, PropertyValue> bag) {
        Map<String, String> texts = new LinkedHashMap<>();
        bag.forEach((key, value) -> texts.put(key, secrets.text(value)));
        return texts;
    }

    private Map<String, String> texts(Collection<Candidate> candidates) {
        Map<String, String> texts = LinkedHashMap.newLinkedHashMap(candidates.size());
        candidates.forEach(candidate -> texts.put(candidate.name(), secrets.text(candidate.value())));
        return texts;
    }

    private static List<String> keys(Collection<Candidate> candidates) {
        return candidates.stream().map(Candidate::name).map(Candidate::key).toList();
    }
}
