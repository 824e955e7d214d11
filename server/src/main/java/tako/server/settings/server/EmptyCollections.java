package tako.server.settings.server;

import java.util.List;
import java.util.stream.Stream;
import tako.platform.http.Endpoint;
import tako.platform.http.Paging;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;
import tools.jackson.databind.node.ObjectNode;

/**
 * Collections of kinds that this server does not have yet. Clients list them on their way to something else (a target asks for tenants), so
 * they are told that there are none instead of being refused. A kind that comes takes its line away.
 */
public final class EmptyCollections {
    private static final List<Empty> ALL = List.of(
            new Empty("/actiontemplates", "ActionTemplate", Scope.SPACE, "ActionTemplateView"),
            new Empty("/communityactiontemplates", "CommunityActionTemplate", Scope.SYSTEM, "ActionTemplateView"),
            new Empty("/projecttriggers", "ProjectTrigger", Scope.SPACE, "TriggerView"),
            new Empty("/runbooks", "Runbook", Scope.SPACE, "RunbookView"),
            new Empty("/tagsets", "TagSet", Scope.SPACE, "TenantView"),
            new Empty("/tenants", "Tenant", Scope.SPACE, "TenantView"),
            new Empty("/userroles", "UserRole", Scope.SYSTEM, "UserRoleView"));

    /** @param itemType what an item would be, as pages name it */
    private record Empty(String path, String itemType, Scope scope, String permission) {
        Stream<Route<?>> routes() {
            return Stream.of(
                    get(path)
                            .query("skip", "take", "ids", "partialName")
                            .answersPage(ObjectNode.class)
                            .summary("Lists: " + itemType + "; none in this version")
                            .does(call -> Response.ok(
                                    Paging.of(call, Paging.USUAL_TAKE).page(itemType, List.of(), 0))),
                    get(path + "/all")
                            .answers(ObjectNode[].class)
                            .summary("Lists all: " + itemType + "; none in this version")
                            .does(call -> Response.ok(List.of())));
        }

        private Endpoint get(String address) {
            return Endpoint.get(address).in(scope).needs(permission);
        }
    }

    private EmptyCollections() {}

    /** The routes. */
    public static List<Route<?>> routes() {
        return ALL.stream().flatMap(Empty::routes).toList();
    }
}
