package tako.platform.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Routes that answer what the gate understood. */
final class EchoRoutes {
    private EchoRoutes() {}

    record Understood(String route, String space, String principal, Map<String, String> parameters, List<String> ids) {}

    record Draft(String name, int sortOrder, boolean enabled, List<String> roles, Child child) {}

    record Child(int weight) {}

    static final Draft EXAMPLE = new Draft("Dev", 3, true, List.of("web"), new Child(7));

    static RouteTable table() {
        return new RouteTable(routes());
    }

    static List<Route<?>> routes() {
        var routes = new ArrayList<Route<?>>();
        routes.add(echo(Endpoint.get("/").in(Scope.SYSTEM).anonymous(), "root"));
        routes.add(echo(Endpoint.get("/").in(Scope.SPACE), "space root"));
        routes.add(echo(Endpoint.get("/spaces").in(Scope.SYSTEM), "spaces"));
        routes.add(echo(Endpoint.get("/spaces/{id}").in(Scope.SYSTEM), "space", "id"));
        routes.add(echo(Endpoint.get("/spaces/{id}/search").in(Scope.SYSTEM), "search", "id"));
        routes.add(echo(Endpoint.get("/users/me").in(Scope.SYSTEM), "me"));
        routes.add(echo(Endpoint.get("/projects").needs("ProjectView"), "projects"));
        routes.add(echo(Endpoint.get("/projects/all").needs("ProjectView"), "all projects"));
        routes.add(echo(Endpoint.get("/projects/{id}").needs("ProjectView"), "project", "id"));
        routes.add(echo(Endpoint.get("/projects/{id}/channels/{channel}"), "channel", "id", "channel"));
        routes.add(echo(Endpoint.put("/projects/{id}"), "put project", "id"));
        routes.add(echo(Endpoint.delete("/projects/{id}"), "delete project", "id"));
        routes.add(echo(Endpoint.get("/tasks/{id}").in(Scope.MIXED), "task", "id"));
        routes.add(Endpoint.post("/projects").takes(Draft.class, EXAMPLE, call -> Response.created(call.body())));
        routes.add(echo(Endpoint.get("/readyz").in(Scope.ROOT).anonymous(), "ready"));
        routes.add(echo(Endpoint.get("/app/{path*}").in(Scope.ROOT).anonymous(), "portal", "path"));
        return routes;
    }

    private static Route<?> echo(Endpoint endpoint, String route, String... parameters) {
        return endpoint.answers(Understood.class).does(call -> {
            var values = new java.util.TreeMap<String, String>();
            for (String name : parameters) {
                values.put(name, call.path(name));
            }
            return Response.ok(
                    new Understood(route, call.space(), call.principal().username(), values, call.queryList("ids")));
        });
    }
}
