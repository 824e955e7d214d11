package tako.server.people.team;

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
import tako.server.settings.space.SpaceChoice;

/** The routes of teams, at the system and in each space. */
public final class TeamRoutes {
    private static final String PATH = "/teams";
    private static final String[] FILTERS = {"ids", "partialName", "spaces", "includeSystem"};

    private final Teams teams;

    public TeamRoutes(Teams teams) {
        this.teams = teams;
    }

    /** The routes. */
    public List<Route<?>> routes() {
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
                get(PATH + "/{id}").summary("Reads a team").answers(Team.class).does(this::one),
                get(PATH + "/{id}/scopeduserroles")
                        .query("skip", "take")
                        .summary("Lists the roles of a team")
                        .does(this::roles));
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
        Stored<Team> team = teams.get(call.principal(), call.space(), call.path("id"));
        return Response.ok(teams.present(List.of(team)).getFirst());
    }

    /** Roles come with the full model of permissions; until then no team has any. */
    private Response roles(Call<Void> call) {
        teams.get(call.principal(), call.space(), call.path("id"));
        return Response.ok(Paging.of(call, Paging.USUAL_TAKE).page("ScopedUserRole", List.of(), 0));
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
