package tako.server.people.permission;

import java.util.List;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;
import tako.server.people.team.Team;
import tako.server.settings.space.Space;
import tako.server.settings.space.SpaceChoice;
import tools.jackson.databind.node.ObjectNode;

/** The routes of what a user may do. */
public final class UserAccessRoutes {
    private final UserAccess access;

    public UserAccessRoutes(UserAccess access) {
        this.access = access;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                Endpoint.get("/permissions/all")
                        .in(Scope.SYSTEM)
                        .summary("Every permission with what it is for and what it can be restricted to")
                        .answers(ObjectNode.class)
                        .does(call -> Response.ok(access.permissions())),
                Endpoint.get("/users/{id}/spaces")
                        .in(Scope.SYSTEM)
                        .summary("The spaces a user may enter")
                        .answers(Space[].class)
                        .does(call -> Response.ok(access.spaces(call.principal(), call.path("id")))),
                Endpoint.get("/users/{id}/teams")
                        .in(Scope.MIXED)
                        .query("spaces", "includeSystem")
                        .summary("The teams a user is in")
                        .answers(Team[].class)
                        .does(call ->
                                Response.ok(access.teams(call.principal(), call.path("id"), SpaceChoice.of(call)))),
                permissions("/users/{id}/permissions", "What a user may do"),
                permissions("/users/{id}/permissions/configuration", "What a user may do, for configuring it"));
    }

    private Route<?> permissions(String path, String summary) {
        return Endpoint.get(path)
                .in(Scope.MIXED)
                .query("spaces", "includeSystem")
                .summary(summary)
                .answers(UserPermissionSet.class)
                .does(this::permissions);
    }

    private Response permissions(Call<Void> call) {
        return Response.ok(access.permissions(call.principal(), call.path("id"), SpaceChoice.of(call)));
    }
}
