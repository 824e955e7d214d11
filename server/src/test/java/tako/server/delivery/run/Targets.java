package tako.server.delivery.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tako.server.infrastructure.machine.Machine;
import tako.server.resource.Stored;
import tools.jackson.databind.node.JsonNodeFactory;

/** Small targets for tests. */
final class Targets {
    private Targets() {}

    /** A target of the environment Dev with these tags. */
    static Stored<Machine> target(String name, String... roles) {
        return stored(name, false, roles);
    }

    /** One that is switched off. */
    static Stored<Machine> disabled(String name, String... roles) {
        return stored(name, true, roles);
    }

    private static Stored<Machine> stored(String name, boolean disabled, String... roles) {
        Machine machine = new Machine(
                "Machines-" + name,
                "Spaces-1",
                name,
                name,
                disabled,
                "",
                List.of("Environments-1"),
                List.of(roles),
                List.of(),
                List.of(),
                "",
                new Machine.Endpoint("None", "", Map.of()),
                "",
                "",
                false,
                false,
                Map.of());
        return new Stored<>(
                machine.id(), "Spaces-1", 1, Instant.EPOCH, "ada", machine, JsonNodeFactory.instance.objectNode());
    }
}
