package tako.server.infrastructure.health;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.server.infrastructure.machine.EndpointUse;
import tako.server.infrastructure.machine.Machine;
import tako.server.infrastructure.machine.TargetProbe;
import tako.server.infrastructure.machine.TargetProbe.Finding;
import tako.server.infrastructure.machine.TargetProbe.Health;

/** What can ask targets, by their communication styles. */
public final class Probes {
    private final Map<String, TargetProbe> byStyle = new HashMap<>();

    /** @throws IllegalArgumentException when two ask targets of one style */
    public Probes(Collection<TargetProbe> probes) {
        for (TargetProbe probe : probes) {
            for (String style : probe.styles()) {
                if (byStyle.putIfAbsent(style, probe) != null) {
                    throw new IllegalArgumentException("Two probes ask targets of the style " + style);
                }
            }
        }
    }

    /** The styles of targets that can be asked. */
    public Set<String> styles() {
        return Set.copyOf(byStyle.keySet());
    }

    /** What asks a target. */
    Optional<TargetProbe> of(Machine target) {
        return Optional.ofNullable(byStyle.get(target.endpoint().communicationStyle()));
    }

    /** What is known of a target without asking it; empty for one that is asked. */
    Optional<Finding> known(Machine target) {
        return EndpointUse.known(target.endpoint())
                .or(() -> of(target).isPresent()
                        ? Optional.empty()
                        : Optional.of(new Finding(
                                Health.UNKNOWN,
                                "This server was started without what asks targets of the style '"
                                        + target.endpoint().communicationStyle() + "'. Its log says why.")));
    }
}
