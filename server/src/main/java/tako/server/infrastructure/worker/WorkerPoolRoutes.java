package tako.server.infrastructure.worker;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.DocumentService;
import tako.server.resource.ListQuery;
import tools.jackson.databind.node.ObjectNode;

/** Worker pools over HTTP. */
public final class WorkerPoolRoutes {
    private static final String VIEW = "WorkerView";

    private final WorkerPools pools;
    private final DocumentService<WorkerPool> documents;

    public WorkerPoolRoutes(WorkerPools pools, DocumentService<WorkerPool> documents) {
        this.pools = pools;
        this.documents = documents;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return Stream.concat(
                        DocumentRoutes.of(documents).all().stream(),
                        Stream.of(sort(), summary(), supportedTypes(), dynamicTypes()))
                .toList();
    }

    private Route<?> sort() {
        return Endpoint.put("/workerpools/sortorder")
                .needs("WorkerEdit")
                .summary("Puts worker pools in the order of their ids")
                .takes(String[].class, List.of(), call -> {
                    pools.sort(call.principal(), call.space(), List.of(call.body()));
                    return Response.emptyObject();
                });
    }

    private Route<?> summary() {
        return Endpoint.get("/workerpools/summary")
                .needs(VIEW)
                .summary("Counts the workers of each pool")
                .answers(ObjectNode.class)
                .does(this::summary);
    }

    /** There are no workers to count. */
    private Response summary(Call<Void> call) {
        List<Summary> each =
                documents
                        .present(documents
                                .list(call.principal(), call.space(), ListQuery.ALL)
                                .items())
                        .stream()
                        .map(pool -> new Summary(pool, 0, 0, false))
                        .toList();
        return Response.ok(Map.of(
                "TotalMachines",
                0,
                "TotalDisabledMachines",
                0,
                "TentacleUpgradesRequired",
                false,
                "MachineHealthStatusSummaries",
                Map.of(),
                "MachineEndpointSummaries",
                Map.of(),
                "WorkerPoolSummaries",
                each));
    }

    /** A pool and how many workers it has. */
    record Summary(
            ObjectNode workerPool, int totalMachines, int totalDisabledMachines, boolean tentacleUpgradesRequired) {}

    private static Route<?> supportedTypes() {
        return Endpoint.get("/workerpools/supportedtypes")
                .needs(VIEW)
                .summary("The types of pools that can be made")
                .answers(ObjectNode.class)
                .does(call -> Response.ok(Map.of("SupportedPoolTypes", List.of("StaticWorkerPool"))));
    }

    private static Route<?> dynamicTypes() {
        return Endpoint.get("/workerpools/dynamicworkertypes")
                .needs(VIEW)
                .summary("The types of workers that are made on demand: none")
                .answers(ObjectNode.class)
                .does(call -> Response.ok(Map.of("WorkerTypes", List.of())));
    }
}
