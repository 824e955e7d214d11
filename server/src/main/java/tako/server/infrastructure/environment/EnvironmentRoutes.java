package tako.server.infrastructure.environment;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Paging;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.resource.DocumentLists;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.ListQuery;
import tools.jackson.databind.node.ObjectNode;

/** Environments over HTTP. */
public final class EnvironmentRoutes {
    /** The only type of environment there is: one that people make and that stays. */
    private static final String STATIC = "Static";

    private final Environments environments;
    private final DocumentLists<Environment> lists;

    public EnvironmentRoutes(Environments environments) {
        this.environments = environments;
        this.lists = new DocumentLists<>(environments);
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return Stream.concat(DocumentRoutes.of(environments).all().stream(), Stream.of(sort(), typed(), metadata()))
                .toList();
    }

    private Route<?> sort() {
        return Endpoint.put("/environments/sortorder")
                .needs("EnvironmentEdit")
                .summary("Puts environments in the order of their ids")
                .takes(String[].class, List.of(), call -> {
                    environments.sort(call.principal(), call.space(), List.of(call.body()));
                    return Response.emptyObject();
                });
    }

    /** The newer list, whose items say what type they are. */
    private Route<?> typed() {
        return Endpoint.get("/environments/v2")
                .needs("EnvironmentView")
                .query("skip", "take", "ids", "partialName", "name", "type")
                .summary("Lists environments with their types")
                .answersPage(Environment.class)
                .does(this::typedPage);
    }

    private Response typedPage(Call<Void> call) {
        List<String> types = call.queryList("type");
        if (!types.isEmpty() && types.stream().noneMatch(STATIC::equalsIgnoreCase)) {
            return Response.ok(Paging.of(call, 10, "ids", "partialName", "type").page("Environment", List.of(), 0));
        }
        UnaryOperator<ListQuery> everything = query -> query;
        return lists.page(call, everything, EnvironmentRoutes::withType);
    }

    private static ObjectNode withType(ObjectNode environment) {
        environment.put("Type", STATIC);
        environment.putNull("ParentEnvironmentId");
        return environment;
    }

    /** Settings that extensions add to environments: there are none. */
    private Route<?> metadata() {
        return Endpoint.get("/environments/{id}/metadata")
                .needs("EnvironmentView")
                .summary("The settings that extensions add to an environment")
                .answers(ObjectNode[].class)
                .does(call -> {
                    environments.get(call.principal(), call.space(), call.path("id"));
                    return Response.ok(List.of());
                });
    }
}
