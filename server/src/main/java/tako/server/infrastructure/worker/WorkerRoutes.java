package tako.server.infrastructure.worker;

import java.util.List;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Paging;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tools.jackson.databind.node.ObjectNode;

/** Workers over HTTP: none can be registered, all work runs on the server, so every list is empty. */
public final class WorkerRoutes {
    private WorkerRoutes() {}

    /** The routes. */
    public static List<Route<?>> routes() {
        return List.of(
                page("/workers"),
                page("/workerpools/{id}/workers"),
                page("/machinepolicies/{id}/workers"),
                Endpoint.get("/workers/all")
                        .needs("WorkerView")
                        .summary("Lists all workers")
                        .answers(ObjectNode[].class)
                        .does(call -> Response.ok(List.of())));
    }

    private static Route<?> page(String path) {
        return Endpoint.get(path)
                .needs("WorkerView")
                .query("skip", "take", "ids", "partialName")
                .summary("Lists workers")
                .answersPage(ObjectNode.class)
                .does(WorkerRoutes::none);
    }

    private static Response none(Call<Void> call) {
        Paging paging = Paging.of(call, Paging.USUAL_TAKE, "ids", "partialName");
        return Response.ok(paging.page("Worker", List.of(), 0));
    }
}
