package tako.server.people.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Paging;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;
import tako.server.resource.ListQuery;
import tako.server.resource.Slice;
import tako.server.resource.Stored;

/** The routes of users. */
public final class UserRoutes {
    private static final String PATH = "/users";

    private final Users users;

    public UserRoutes(Users users) {
        this.users = users;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                get(PATH)
                        .needs("UserView")
                        .query("ids", "filter", "skip", "take")
                        .summary("Lists users by user name")
                        .answersPage(User.class)
                        .does(this::page),
                get(PATH + "/all")
                        .needs("UserView")
                        .summary("Lists all users")
                        .answers(User[].class)
                        .does(this::all),
                get(PATH + "/me").summary("Who I am").answers(User.class).does(call -> one(call, "me")),
                get(PATH + "/{id}")
                        .summary("Reads a user")
                        .answers(User.class)
                        .does(call -> one(call, call.path("id"))));
    }

    private static Endpoint get(String path) {
        return Endpoint.get(path).in(Scope.SYSTEM);
    }

    private Response page(Call<Void> call) {
        var paging = Paging.of(call, Paging.USUAL_TAKE, "ids", "filter");
        var query = new ListQuery(
                call.queryList("ids"),
                call.query("filter").or(() -> call.query("partialName")),
                Optional.empty(),
                Map.of(),
                paging.skip(),
                paging.take());
        Slice<Stored<User>> found = users.list(call.principal(), query);
        return Response.ok(paging.page("User", users.present(call.principal(), found.items()), found.total()));
    }

    private Response all(Call<Void> call) {
        List<Stored<User>> found = users.list(call.principal(), ListQuery.ALL).items();
        return Response.ok(users.present(call.principal(), found));
    }

    private Response one(Call<Void> call, String id) {
        return Response.ok(users.present(call.principal(), users.get(call.principal(), id)));
    }
}
