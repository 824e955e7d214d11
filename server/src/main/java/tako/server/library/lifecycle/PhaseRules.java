package tako.server.library.lifecycle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tako.server.resource.Absent;

/** Which environments the phases of a lifecycle stand for. */
public final class PhaseRules {
    private PhaseRules() {}

    /**
     * The phases of a lifecycle over the environments of its space. No phases: each environment is a required phase. A
     * phase without environments: all that no earlier phase names. Environments that are gone are left out.
     *
     * @param environments all of the space, in their order
     */
    public static List<ResolvedPhase> resolve(Lifecycle lifecycle, List<PhaseEnvironment> environments) {
        if (lifecycle.phases().isEmpty()) {
            return environments.stream().map(PhaseRules::implied).toList();
        }
        Map<String, PhaseEnvironment> byId =
                environments.stream().collect(Collectors.toMap(one -> key(one.id()), Function.identity()));
        Set<String> named = new HashSet<>();
        List<ResolvedPhase> resolved = new ArrayList<>();
        for (Phase phase : lifecycle.phases()) {
            List<PhaseEnvironment> manual = phase.environments().isEmpty()
                    ? environments.stream()
                            .filter(one -> !named.contains(key(one.id())))
                            .toList()
                    : known(phase.optionalDeploymentTargets(), byId);
            resolved.add(resolve(phase, known(phase.automaticDeploymentTargets(), byId), manual));
            phase.environments().forEach(id -> named.add(key(id)));
        }
        return List.copyOf(resolved);
    }

    private static ResolvedPhase implied(PhaseEnvironment environment) {
        return new ResolvedPhase(
                environment.id(), environment.name(), List.of(), List.of(environment), 0, ResolvedPhase.Options.NONE);
    }

    private static ResolvedPhase resolve(Phase phase, List<PhaseEnvironment> automatic, List<PhaseEnvironment> manual) {
        return new ResolvedPhase(
                Absent.orEmpty(phase.id()),
                phase.label(),
                automatic,
                manual,
                Math.max(0, phase.minimumEnvironmentsBeforePromotion()),
                new ResolvedPhase.Options(
                        phase.isOptionalPhase(), phase.isPriorityPhase(), phase.countsEarlierSuccess()));
    }

    private static List<PhaseEnvironment> known(List<String> ids, Map<String, PhaseEnvironment> byId) {
        return ids.stream()
                .map(PhaseRules::key)
                .filter(byId::containsKey)
                .map(byId::get)
                .toList();
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
