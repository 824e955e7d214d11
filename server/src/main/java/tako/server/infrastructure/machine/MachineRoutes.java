package tako.server.infrastructure.machine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Problem;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.DocumentService;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** Deployment targets over HTTP. */
public final class MachineRoutes {
    private final DocumentService<Machine> machines;

    public MachineRoutes(DocumentService<Machine> machines) {
        this.machines = machines;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return Stream.concat(DocumentRoutes.of(machines).all().stream(), Stream.of(discover(), connection()))
                .toList();
    }

    private static Route<?> discover() {
        return Endpoint.get("/machines/discover")
                .needs("MachineCreate")
                .query("host", "port", "type", "proxyId")
                .summary("Asks a machine for its identity before it becomes a target")
                .answers(Machine.class)
                .does(call -> {
                    throw Problem.invalid(
                            "This server does not look for machines. Create a target of the style \"None\""
                                    + " with POST; steps for it run on the server.");
                });
    }

    private Route<?> connection() {
        return Endpoint.get("/machines/{id}/connection")
                .needs("MachineView")
                .summary("Whether a target can be reached")
                .answers(ObjectNode.class)
                .does(this::connection);
    }

    private Response connection(Call<Void> call) {
        Stored<Machine> machine = machines.get(call.principal(), call.space(), call.path("id"));
        return Response.ok(new Connection(
                machine.id(),
                machine.value().isDisabled() ? "Disabled" : "Online",
                machine.modifiedAt(),
                "",
                List.of(),
                Map.of("Self", "/api/" + machine.space() + "/machines/" + machine.id() + "/connection")));
    }

    /** Whether a target can be reached: one that is only named always can. */
    record Connection(
            String machineId,
            String status,
            Instant lastChecked,
            String currentTentacleVersion,
            List<Object> logs,
            Map<String, String> links) {}
}
