package tako.server.settings.server;

import java.util.List;
import java.util.Map;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Paging;
import tako.platform.http.Problem;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;
import tako.server.settings.server.StatusDocuments.Node;
import tako.server.settings.server.StatusDocuments.NodeSummary;

/** The nodes of the installation; for now the one that answers. */
public final class NodeRoutes {
    private static final String PATH = "/octopusservernodes";

    private final Node node;

    public NodeRoutes(ServerFacts facts) {
        String id = "OctopusServerNodes-" + facts.node();
        this.node = new Node(id, facts.node(), facts.taskCap(), false, Map.of("Self", "/api" + PATH + "/" + id));
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                get(PATH).query("skip", "take").summary("Lists the nodes").does(this::page),
                get(PATH + "/all")
                        .summary("Lists all nodes")
                        .answers(Node[].class)
                        .does(call -> Response.ok(List.of(node))),
                get(PATH + "/summary")
                        .summary("The nodes in short")
                        .answers(NodeSummary.class)
                        .does(call -> Response.ok(
                                new NodeSummary(List.of(node), Map.of("Self", "/api" + PATH + "/summary")))),
                get(PATH + "/{id}").summary("Reads a node").answers(Node.class).does(this::one));
    }

    private static Endpoint get(String path) {
        return Endpoint.get(path).in(Scope.SYSTEM);
    }

    private Response page(Call<Void> call) {
        var paging = Paging.of(call, Paging.USUAL_TAKE);
        List<Node> items = paging.skip() == 0 && paging.take() > 0 ? List.of(node) : List.of();
        return Response.ok(paging.page("OctopusServerNode", items, 1));
    }

    private Response one(Call<Void> call) {
        if (!call.path("id").equalsIgnoreCase(node.id())) {
            throw Problem.notFound(call.path("id"));
        }
        return Response.ok(node);
    }
}
