package tako.server.library.feed;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.DocumentService;
import tools.jackson.databind.node.ObjectNode;

/** Feeds over HTTP: read only, as long as each space has the built-in one alone. */
public final class FeedRoutes {
    private final DocumentService<Feed> feeds;

    public FeedRoutes(DocumentService<Feed> feeds) {
        this.feeds = feeds;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return Stream.concat(DocumentRoutes.of(feeds).readOnly().stream(), Stream.of(stats()))
                .toList();
    }

    private static Route<?> stats() {
        return Endpoint.get("/feeds/stats")
                .needs("FeedView")
                .summary("Counts the packages of the built-in feed: it takes none yet")
                .answers(ObjectNode.class)
                .does(call -> Response.ok(Map.of("TotalPackages", 0)));
    }
}
