package tako.server.settings.server;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;
import tako.platform.http.SpaceResolver;

/** The documents every client reads first. */
public final class RootRoutes {
    private final RootLinks links;
    private final ServerFacts facts;
    private final SpaceResolver spaces;

    public RootRoutes(RootLinks links, ServerFacts facts, SpaceResolver spaces) {
        this.links = links;
        this.facts = facts;
        this.spaces = spaces;
    }

    /** The root document. */
    public record Root(
            String application,
            String version,
            String apiVersion,
            UUID installationId,
            boolean isEarlyAccessProgram,
            boolean hasLongTermSupport,
            Map<String, String> links) {}

    /** The root document of a space; a client makes sure that it shows no version. */
    public record SpaceRoot(String id, Map<String, String> links) {}

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                Endpoint.get("/")
                        .in(Scope.SYSTEM)
                        .anonymous()
                        .summary("What this server is, and where everything is")
                        .answers(Root.class)
                        .does(this::root),
                Endpoint.get("/")
                        .in(Scope.SPACE)
                        .summary("Where everything of a space is")
                        .answers(SpaceRoot.class)
                        .does(call -> Response.ok(new SpaceRoot(call.space(), links.ofSpace(call.space())))));
    }

    private Response root(Call<Void> call) {
        return Response.ok(new Root(
                OctopusLevel.APPLICATION,
                OctopusLevel.VERSION,
                OctopusLevel.API_VERSION,
                facts.installation(),
                false,
                true,
                links.ofRoot(spaces.defaultSpace())));
    }
}
