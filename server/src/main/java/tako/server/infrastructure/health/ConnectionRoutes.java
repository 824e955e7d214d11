package tako.server.infrastructure.health;

import java.util.List;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.infrastructure.machine.Connection;

/** Connections of targets over HTTP. */
public final class ConnectionRoutes {
    private final Connections connections;

    public ConnectionRoutes(Connections connections) {
        this.connections = connections;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(Endpoint.get("/machines/{id}/connection")
                .needs("MachineView")
                .summary("Whether a target can be reached, and what its last check found")
                .answers(Connection.class)
                .does(call -> Response.ok(connections.of(call.principal(), call.space(), call.path("id")))));
    }
}
