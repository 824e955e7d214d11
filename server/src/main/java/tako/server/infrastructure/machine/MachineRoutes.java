package tako.server.infrastructure.machine;

import java.util.List;
import java.util.stream.Stream;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Problem;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.DocumentService;
import tako.server.resource.ListQuery;

/** Deployment targets over HTTP. */
public final class MachineRoutes {
    private static final String VIEW = "MachineView";

    private final DocumentService<Machine> machines;

    public MachineRoutes(DocumentService<Machine> machines) {
        this.machines = machines;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return Stream.concat(
                        DocumentRoutes.of(machines).all().stream(), Stream.of(discover(), operatingSystems(), shells()))
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
                            "This server does not look for machines. Create a target of the style \"Kubernetes\" or"
                                    + " \"None\" with POST.");
                });
    }

    private Route<?> operatingSystems() {
        return Endpoint.get("/machines/operatingsystem/names/all")
                .needs(VIEW)
                .summary("Lists the operating systems of targets")
                .answers(String[].class)
                .does(call -> Response.ok(HostFacts.operatingSystems(all(call).map(Machine::unknown))));
    }

    private Route<?> shells() {
        return Endpoint.get("/machines/operatingsystem/shells/all")
                .needs(VIEW)
                .summary("Lists the shells of targets")
                .answers(String[].class)
                .does(call -> Response.ok(HostFacts.shells(all(call).map(Machine::unknown))));
    }

    private Stream<Machine> all(Call<Void> call) {
        return machines.list(call.principal(), call.space(), ListQuery.ALL).items().stream()
                .map(stored -> stored.value());
    }
}
