package tako.server.infrastructure.worker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.DocumentService;
import tako.server.resource.Kind;
import tako.server.resource.ListQuery;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Worker pools over HTTP. */
public final class WorkerPoolRoutes {
    private static final String VIEW = "WorkerView";

    private final WorkerPools pools;
    private final DocumentService<WorkerPool> documents;
    private final DocumentService<Worker> workers;

    public WorkerPoolRoutes(WorkerPools pools, DocumentService<WorkerPool> documents, DocumentService<Worker> workers) {
        this.pools = pools;
        this.documents = documents;
        this.workers = workers;
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
                .query(
                        "ids",
                        "partialName",
                        "machinePartialName",
                        "isDisabled",
                        "healthStatuses",
                        "commStyles",
                        "shellNames",
                        "hideEmptyWorkerPools")
                .summary("Counts the workers of each pool")
                .answers(ObjectNode.class)
                .does(this::summary);
    }

    private Response summary(Call<Void> call) {
        Map<String, List<String>> scopes = new HashMap<>();
        for (Kind.Filter filter : Workers.KIND.listing().filters()) {
            scopes.put(filter.dimension(), call.queryList(filter.parameter()));
        }
        PoolsSummary summary = PoolsSummary.of(
                documents
                        .list(
                                call.principal(),
                                call.space(),
                                query(call.queryList("ids"), call.query("partialName"), Map.of()))
                        .items(),
                workers.list(call.principal(), call.space(), query(List.of(), call.query("machinePartialName"), scopes))
                        .items());
        boolean hideEmpty = call.query("hideEmptyWorkerPools")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        return Response.ok(present(hideEmpty ? summary.withoutEmpty() : summary));
    }

    private static ListQuery query(List<String> ids, Optional<String> name, Map<String, List<String>> scopes) {
        return new ListQuery(ids, name, Optional.empty(), scopes, 0, Integer.MAX_VALUE);
    }

    private ObjectNode present(PoolsSummary summary) {
        ObjectNode json = summary.all().into(JsonNodeFactory.instance.objectNode());
        ArrayNode each = json.putArray("WorkerPoolSummaries");
        for (PoolsSummary.OfPool one : summary.pools()) {
            ObjectNode item = each.addObject();
            item.set("WorkerPool", documents.present(one.pool()));
            one.workers().into(item);
        }
        return json;
    }

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
