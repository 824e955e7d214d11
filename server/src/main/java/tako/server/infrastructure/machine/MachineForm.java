package tako.server.infrastructure.machine;

import java.util.Optional;
import java.util.function.Function;
import tako.platform.database.View;
import tools.jackson.databind.node.ObjectNode;

/** What the server fills in of a target or worker. */
public final class MachineForm {
    private MachineForm() {}

    /**
     * Gives it its space's default policy when it names none, its endpoint the wire's letter case, and a health.
     *
     * @param json the document about to be stored, changed in place
     * @param known what is known of an endpoint without asking
     */
    public static void complete(
            View view, String space, ObjectNode json, Function<Machine.Endpoint, Optional<TargetProbe.Finding>> known) {
        if (json.path("MachinePolicyId").asString("").isBlank()) {
            MachinePolicies.defaultIn(view, space).ifPresent(id -> json.put("MachinePolicyId", id));
        }
        Machine.Endpoint endpoint = EndpointForm.complete((ObjectNode) json.get("Endpoint"));
        HealthMembers.complete(json, known.apply(endpoint));
    }
}
