package tako.server.infrastructure.machine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.resource.Dimensions;
import tako.server.resource.DocumentLists;
import tako.server.resource.DocumentService;
import tako.server.resource.Kind;
import tako.server.resource.ListQuery;
import tools.jackson.databind.node.ObjectNode;

/** What environments show of their targets. */
public final class EnvironmentMachineRoutes {
    private final EnvironmentMachines service;
    private final DocumentLists<Machine> lists;

    public EnvironmentMachineRoutes(EnvironmentMachines service, DocumentService<Machine> machines) {
        this.service = service;
        this.lists = new DocumentLists<>(machines);
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                Endpoint.get("/environments/{id}/machines")
                        .needs("MachineView")
                        .query(lists.parameters())
                        .summary("Lists the targets of an environment")
                        .answersPage(Machine.class)
                        .does(this::machines),
                Endpoint.get("/environments/summary")
                        .needs("EnvironmentView")
                        .query(
                                "ids",
                                "partialName",
                                "machinePartialName",
                                "roles",
                                "isDisabled",
                                "healthStatuses",
                                "commStyles",
                                "tenantIds",
                                "tenantTags",
                                "hideEmptyEnvironments")
                        .summary("Counts the targets of each environment by health and style")
                        .answers(ObjectNode.class)
                        .does(this::summary),
                Endpoint.get("/machineroles/all")
                        .needs("MachineView")
                        .summary("Lists the target tags in use")
                        .answers(String[].class)
                        .does(call -> Response.ok(service.roles(call.principal(), call.space()))));
    }

    private Response machines(Call<Void> call) {
        String environment = service.environmentId(call.principal(), call.space(), call.path("id"));
        return lists.page(call, query -> query.withScope(Dimensions.ENVIRONMENT, List.of(environment)));
    }

    private Response summary(Call<Void> call) {
        Map<String, List<String>> scopes = new HashMap<>();
        for (Kind.Filter filter : Machines.KIND.listing().filters()) {
            scopes.put(filter.dimension(), call.queryList(filter.parameter()));
        }
        var choice = new EnvironmentMachines.Choice(
                query(call.queryList("ids"), call.query("partialName"), Map.of()),
                query(List.of(), call.query("machinePartialName"), scopes),
                call.query("hideEmptyEnvironments")
                        .filter("true"::equalsIgnoreCase)
                        .isPresent());
        return Response.ok(service.summary(call.principal(), call.space(), choice));
    }

    private static ListQuery query(List<String> ids, Optional<String> name, Map<String, List<String>> scopes) {
        return new ListQuery(ids, name, Optional.empty(), scopes, 0, Integer.MAX_VALUE);
    }
}
