package tako.server.people.team;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Paging;
import tako.platform.http.Problem;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;
import tako.server.resource.ListQuery;
import tako.server.resource.Slice;
import tako.server.resource.Stored;
import tako.server.settings.space.SpaceChoice;
import tools.jackson.databind.node.ObjectNode;

/** The routes of teams, at the system and in each space. */
public final class TeamRoutes {
    private static final String PATH = "/teams";
    private static final String ROLES = "/scopeduserroles";
    private static final String[] FILTERS = {"ids", "partialName", "spaces", "includeSystem"};

    private final Teams teams;
    private final TeamEditing editing;

    public TeamRoutes(Teams teams, TeamEditing editing) {
        this.teams = teams;
        this.editing = editing;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return Stream.of(reading(), writing(), ofRoles()).flatMap(List::stream).toList();
    }

    private List<Route<?>> reading() {
        return List.of(
                get(PATH)
                        .query("skip", "take", "ids", "partialName", "spaces", "includeSystem")
                        .summary("Lists teams")
                        .answersPage(Team.class)
                        .does(this::page),
                get(PATH + "/all")
                        .query(FILTERS)
                        .summary("Lists all teams")
                        .answers(Team[].class)
                        .does(this::all),
                get(PATH + "/{id}").summary("Reads a team").answers(Team.class).does(this::one));
    }

    private List<Route<?>> writing() {
        return List.of(
                Endpoint.post(PATH)
                        .in(Scope.MIXED)
                        .needs(Teams.KIND.grants().create())
                        .summary("Creates a team")
                        .answers(Team.class)
                        .takes(ObjectNode.class, Teams.KIND.example(), this::create),
                Endpoint.put(PATH + "/{id}")
                        .in(Scope.MIXED)
                        .needs(Teams.KIND.grants().edit())
                        .summary("Replaces a team and its members")
                        .answers(Team.class)
                        .takes(ObjectNode.class, Teams.KIND.example(), this::update),
                Endpoint.delete(PATH + "/{id}")
                        .in(Scope.MIXED)
                        .needs(Teams.KIND.grants().delete())
                        .summary("Deletes a team")
                        .does(this::delete));
    }

    /** Roles come with the full model of permissions; until then no team has any, and none can be given. */
    private List<Route<?>> ofRoles() {
        return List.of(
                get(PATH + "/{id}/scopeduserroles")
                        .query("skip", "take")
                        .summary("Lists the roles of a team; none in this version")
                        .does(this::roles),
                get(ROLES)
                        .query("skip", "take")
                        .summary("Lists the roles of teams; none in this version")
                        .does(TeamRoutes::noRoles),
                Endpoint.post(ROLES)
                        .in(Scope.MIXED)
                        .needs(Teams.KIND.grants().edit())
                        .summary("Gives a team a role; not in this version")
                        .takes(ObjectNode.class, Map.of("TeamId", "teams-managers"), call -> {
                            throw Problem.invalid("This version has no roles yet, so a team cannot be given one."
                                    + " Members of 'Octopus Administrators' may do everything, every other active user"
                                    + " may read. Leave the roles out.");
                        }));
    }

    private static Endpoint get(String path) {
        return Endpoint.get(path).in(Scope.MIXED).needs("TeamView");
    }

    private Response page(Call<Void> call) {
        var paging = Paging.of(call, Paging.USUAL_TAKE, FILTERS);
        Slice<Stored<Team>> found = find(call, paging.skip(), paging.take());
        return Response.ok(paging.page("Team", teams.present(found.items()), found.total()));
    }

    private Response all(Call<Void> call) {
        return Response.ok(teams.present(find(call, 0, Integer.MAX_VALUE).items()));
    }

    private Response one(Call<Void> call) {
        return Response.ok(present(teams.get(call.principal(), call.space(), call.path("id"))));
    }

    private Response create(Call<ObjectNode> call) {
        return Response.created(present(editing.create(call.principal(), call.space(), call.body())));
    }

    private Response update(Call<ObjectNode> call) {
        return Response.ok(present(editing.update(call.principal(), call.space(), call.path("id"), call.body())));
    }

    private Response delete(Call<Void> call) {
        editing.delete(call.principal(), call.space(), call.path("id"));
        return Response.emptyObject();
    }

    private Response roles(Call<Void> call) {
        teams.get(call.principal(), call.space(), call.path("id"));
        return noRoles(call);
    }

    private static Response noRoles(Call<Void> call) {
        return Response.ok(Paging.of(call, Paging.USUAL_TAKE).page("ScopedUserRole", List.of(), 0));
    }

    private ObjectNode present(Stored<Team> team) {
        return teams.present(List.of(team)).getFirst();
    }

    private Slice<Stored<Team>> find(Call<Void> call, int skip, int take) {
        var query = new ListQuery(
                call.queryList("ids"),
                call.query("partialName").or(() -> call.query("name")),
                Optional.empty(),
                Map.of(),
                skip,
                take);
        return teams.list(call.principal(), call.space(), SpaceChoice.of(call), query);
    }
}
