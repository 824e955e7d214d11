package tako.server.people.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Paging;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;
import tako.server.resource.ListQuery;
import tako.server.resource.Slice;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** The routes of users. */
public final class UserRoutes {
    private static final String PATH = "/users";
    private static final Map<String, ?> CHANGE = Map.of("DisplayName", "Grace", "EmailAddress", "grace@example.org");

    private final Users users;
    private final UserAccounts accounts;

    public UserRoutes(Users users, UserAccounts accounts) {
        this.users = users;
        this.accounts = accounts;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return Stream.concat(reading().stream(), writing().stream()).toList();
    }

    private List<Route<?>> reading() {
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

    private List<Route<?>> writing() {
        return List.of(
                Endpoint.post(PATH)
                        .in(Scope.SYSTEM)
                        .needs(Users.KIND.grants().create())
                        .summary("Creates a user")
                        .answers(User.class)
                        .takes(ObjectNode.class, Users.KIND.example(), this::create),
                Endpoint.put(PATH + "/{id}")
                        .in(Scope.SYSTEM)
                        .summary("Replaces a user; with Password, sets that too")
                        .answers(User.class)
                        .takes(ObjectNode.class, CHANGE, this::update),
                Endpoint.delete(PATH + "/{id}")
                        .in(Scope.SYSTEM)
                        .needs(Users.KIND.grants().delete())
                        .summary("Deletes a user")
                        .does(this::delete),
                Endpoint.post(PATH + "/{id}/revoke-sessions")
                        .in(Scope.SYSTEM)
                        .summary("Signs a user out everywhere")
                        .does(this::signOut));
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

    private Response create(Call<ObjectNode> call) {
        return Response.created(users.present(call.principal(), accounts.create(call.principal(), call.body())));
    }

    private Response update(Call<ObjectNode> call) {
        Stored<User> changed = accounts.update(call.principal(), call.path("id"), call.body());
        return Response.ok(users.present(call.principal(), changed));
    }

    private Response delete(Call<Void> call) {
        accounts.delete(call.principal(), call.path("id"));
        return Response.emptyObject();
    }

    private Response signOut(Call<Void> call) {
        accounts.signOut(call.principal(), call.path("id"));
        return Response.emptyObject();
    }
}
