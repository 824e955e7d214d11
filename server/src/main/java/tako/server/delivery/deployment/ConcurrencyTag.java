package tako.server.delivery.deployment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.octostache.Evaluation;
import tako.octostache.Variables;
import tako.server.delivery.run.RunSpec;
import tako.server.delivery.task.LockNames;
import tako.server.library.variableset.VariableSet;
import tako.server.projects.variable.Candidate;
import tako.server.projects.variable.Candidates;
import tako.server.projects.variable.DeploymentScope;
import tako.server.projects.variable.OfferedSet;
import tako.server.projects.variable.VariableResolution;
import tako.server.resource.PropertyValue;

/**
 * Which deployments wait for each other: those with the same tag run one after the other. Without a word of the project that is those of
 * one project to one environment; a variable may say otherwise, and nothing at all lets a deployment wait for none.
 */
final class ConcurrencyTag {
    /** The variable that says otherwise; it may be scoped like any other. */
    static final String VARIABLE = "Octopus.Task.ConcurrencyTag";

    /** Longer ones are no names: the usual tag counts. */
    static final int LONGEST = 200;

    /** Stands for whatever no other deployment has: a tag that holds it is nobody else's, so there is nothing to wait for. */
    private static final String UNIQUE = "\uE000";

    private static final List<String> OWN = List.of(
            "Octopus.Deployment.Id",
            "Octopus.Task.Id",
            "Octopus.Task.Argument[DeploymentId]",
            "Octopus.Web.DeploymentLink");

    /** What is known only when the deployment is made begins like one of these. */
    private static final List<String> LATER =
            List.of("Octopus.Deployment.Created", "Octopus.Deployment.ChangesMarkdown");

    private ConcurrencyTag() {}

    /** Whether variables say otherwise, so that a template must be evaluated. */
    static boolean isSet(List<VariableSet> sets) {
        return sets.stream()
                .flatMap(set -> set.variables().stream())
                .anyMatch(variable -> variable.name().equalsIgnoreCase(VARIABLE));
    }

    /** The locks of deployments of a project to an environment when no variable says otherwise. */
    static List<String> usual(String space, String project, String environment) {
        return List.of(LockNames.tag(space, project + "/" + environment));
    }

    /**
     * The locks that a deployment takes, none for an empty tag and one that is its own. What is no name counts as the usual tag, so that a
     * mistake never lets run together what should not: a template that cannot be evaluated, or names something unknown or secret, and a text
     * that is too long. Deployments of other spaces have other locks, whatever their tags are.
     *
     * @param spec what the deployment would run
     */
    static List<String> locks(List<VariableSet> sets, RunSpec spec) {
        Map<String, Candidate> winners = VariableResolution.of(candidates(sets, spec), scope(spec.place()))
                .shared();
        return Optional.ofNullable(winners.get(Candidate.key(VARIABLE)))
                .flatMap(candidate -> candidate.value() instanceof PropertyValue.Plain(String text)
                        ? tag(text, winners)
                        : Optional.empty())
                .map(tag -> locks(spec.space(), tag))
                .orElseGet(() -> usual(
                        spec.space(), spec.place().projectId(), spec.place().environmentId()));
    }

    private static Optional<String> tag(String template, Map<String, Candidate> winners) {
        Map<String, String> known = new HashMap<>();
        winners.values().forEach(winner -> {
            if (winner.value() instanceof PropertyValue.Plain(String text)) {
                known.put(winner.name(), text);
            }
        });
        Evaluation evaluation = Variables.of(known).evaluate(template);
        return Optional.of(evaluation.text().strip())
                .filter(text -> evaluation.complaint().isEmpty() && text.length() <= LONGEST);
    }

    private static List<String> locks(String space, String tag) {
        return tag.isEmpty() || tag.contains(UNIQUE) ? List.of() : List.of(LockNames.tag(space, tag));
    }

    private static List<Candidate> candidates(List<VariableSet> sets, RunSpec spec) {
        String project = spec.place().projectId();
        List<Candidate> candidates = OfferedSet.candidates(
                sets.stream().map(set -> OfferedSet.owned(set, project)).toList(),
                spec.choices().answers());
        Map<String, String> system = new HashMap<>(spec.system());
        OWN.forEach(name -> system.put(name, UNIQUE));
        system.keySet().removeIf(name -> LATER.stream().anyMatch(name::startsWith));
        system.put("Octopus.Deployment.Name", "Deploy to " + system.getOrDefault("Octopus.Environment.Name", ""));
        candidates.addAll(Candidates.system(system));
        return candidates;
    }

    private static DeploymentScope scope(RunSpec.Place place) {
        return new DeploymentScope(
                Optional.of(place.environmentId()),
                place.tenantId(),
                Set.of(),
                place.channelId(),
                Optional.of(place.projectId()));
    }
}
