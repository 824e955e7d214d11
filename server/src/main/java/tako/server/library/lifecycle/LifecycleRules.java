package tako.server.library.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tako.server.resource.NameKey;

/** What must hold for a lifecycle when it is saved. */
public final class LifecycleRules {
    private LifecycleRules() {}

    /** The broken rules, each a sentence that names the phase; empty when all hold. */
    public static List<String> problems(Lifecycle lifecycle) {
        List<String> problems = new ArrayList<>();
        lifecycle.phases().forEach(phase -> problems.addAll(problems(phase)));
        problems.addAll(repeatedNames(lifecycle));
        problems.addAll(repeatedEnvironments(lifecycle));
        return List.copyOf(problems);
    }

    private static List<String> problems(Phase phase) {
        List<String> problems = new ArrayList<>();
        if (phase.label().isEmpty()) {
            problems.add("A phase has no name. Give each phase one.");
        }
        int named = phase.environments().size();
        int minimum = phase.minimumEnvironmentsBeforePromotion();
        if (minimum < 0 || (named > 0 && minimum > named)) {
            problems.add("Phase '" + phase.label() + "', MinimumEnvironmentsBeforePromotion: " + minimum
                    + " can never be met with " + named + " environments. Write 0 for all, or a number up to " + named
                    + ".");
        }
        return problems;
    }

    private static List<String> repeatedNames(Lifecycle lifecycle) {
        return lifecycle.phases().stream()
                .map(Phase::label)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.groupingBy(NameKey::of, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(same -> same.size() > 1)
                .map(same -> same.size() + " phases are named '" + same.getFirst() + "'. Give each a name of its own.")
                .toList();
    }

    private static List<String> repeatedEnvironments(Lifecycle lifecycle) {
        Map<String, List<String>> phasesOf = new LinkedHashMap<>();
        lifecycle
                .phases()
                .forEach(phase -> phase.environments()
                        .forEach(environment -> phasesOf.computeIfAbsent(environment, key -> new ArrayList<>())
                                .add("'" + phase.label() + "'")));
        return phasesOf.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> "The environment " + entry.getKey() + " stands in more than one place: "
                        + String.join(", ", entry.getValue())
                        + ". An environment belongs to one phase of a lifecycle, and there to one of its two lists.")
                .toList();
    }
}
