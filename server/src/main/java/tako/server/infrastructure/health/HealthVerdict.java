package tako.server.infrastructure.health;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tako.server.infrastructure.machine.TargetProbe.Health;

/** Whether a health task has failed. */
final class HealthVerdict {
    private static final Set<String> BAD = Set.of(Health.UNHEALTHY.wireName(), Health.UNAVAILABLE.wireName());
    private static final int SHOWN = 10;

    private HealthVerdict() {}

    /**
     * Why a task has failed, one sentence; empty when every target that was asked can be deployed to.
     *
     * @param outcomes the wire names of what was found, by the targets' names in their order
     */
    static Optional<String> failure(Map<String, String> outcomes) {
        List<Map.Entry<String, String>> bad = outcomes.entrySet().stream()
                .filter(outcome -> BAD.contains(outcome.getValue()))
                .toList();
        if (bad.isEmpty()) {
            return Optional.empty();
        }
        String which = bad.stream()
                .limit(SHOWN)
                .map(outcome -> outcome.getKey() + " (" + outcome.getValue() + ")")
                .collect(Collectors.joining(", "));
        String more = bad.size() > SHOWN ? " and others" : "";
        return Optional.of(bad.size() + " of " + outcomes.size() + " deployment targets cannot be deployed to: " + which
                + more + ". The log says of each what is wrong.");
    }
}
