package tako.server.people.apikey;

import java.util.List;
import java.util.Map;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Paging;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;
import tako.server.people.apikey.ApiKeys.Made;
import tako.server.resource.Slice;
import tools.jackson.databind.node.ObjectNode;

/** The routes of API keys. */
public final class ApiKeyRoutes {
    private static final String PATH = "/users/{user}/apikeys";

    private final ApiKeys keys;

    public ApiKeyRoutes(ApiKeys keys) {
        this.keys = keys;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                Endpoint.get(PATH)
                        .in(Scope.SYSTEM)
                        .query("skip", "take")
                        .summary("Lists the API keys of a user, newest first")
                        .answersPage(ApiKeyDocument.class)
                        .does(this::page),
                Endpoint.get(PATH + "/{id}")
                        .in(Scope.SYSTEM)
                        .summary("Reads an API key, without the key")
                        .answers(ApiKeyDocument.class)
                        .does(call -> Response.ok(
                                ApiKeyDocument.of(keys.get(call.principal(), call.path("user"), call.path("id"))))),
                Endpoint.post(PATH)
                        .in(Scope.SYSTEM)
                        .summary("Makes an API key and shows it, this once")
                        .answers(ApiKeyDocument.class)
                        .takes(ObjectNode.class, Map.of("Purpose", "GitHub Actions"), this::create),
                Endpoint.delete(PATH + "/{id}")
                        .in(Scope.SYSTEM)
                        .summary("Revokes an API key")
                        .does(this::delete));
    }

    private Response page(Call<Void> call) {
        var paging = Paging.of(call, Paging.USUAL_TAKE);
        Slice<ApiKey> found = keys.list(call.principal(), call.path("user"), paging.skip(), paging.take());
        return Response.ok(paging.page("ApiKey", found.map(ApiKeyDocument::of).items(), found.total()));
    }

    private Response create(Call<ObjectNode> call) {
        Made made = keys.create(call.principal(), call.path("user"), call.body());
        return Response.created(ApiKeyDocument.withClearText(made.key(), made.clear()));
    }

    private Response delete(Call<Void> call) {
        keys.delete(call.principal(), call.path("user"), call.path("id"));
        return Response.emptyObject();
    }
}
