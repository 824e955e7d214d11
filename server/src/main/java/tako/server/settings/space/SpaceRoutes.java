package tako.server.settings.space;

import java.util.List;
import java.util.stream.Stream;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.Stored;

/** The routes of spaces. */
public final class SpaceRoutes {
    private static final int OK = 200;

    private final Spaces spaces;
    private final SpaceSearch search;

    public SpaceRoutes(Spaces spaces, SpaceSearch search) {
        this.spaces = spaces;
        this.search = search;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return Stream.concat(DocumentRoutes.of(spaces).all().stream(), own().stream())
                .toList();
    }

    private List<Route<?>> own() {
        return List.of(
                get("/spaces/{id}/logo").summary("The logo of a space").does(this::logo),
                get("/spaces/{id}/search")
                        .query("keyword")
                        .summary("Documents of a space by a part of their names")
                        .answers(SpaceSearch.Hit[].class)
                        .does(call -> Response.ok(search.find(
                                call.principal(),
                                call.path("id"),
                                call.query("keyword").orElse("")))));
    }

    private static Endpoint get(String path) {
        return Endpoint.get(path).in(Scope.SYSTEM).needs("SpaceView");
    }

    private Response logo(Call<Void> call) {
        Stored<Space> space = spaces.get(call.principal(), "", call.path("id"));
        return new Response.Text(
                OK, "image/svg+xml", SpaceLogo.svg(space.value().name()), List.of());
    }
}
