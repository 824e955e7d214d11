package tako.server.infrastructure.worker;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Problem;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.infrastructure.machine.Connection;
import tako.server.infrastructure.machine.HealthMembers;
import tako.server.infrastructure.machine.HostFacts;
import tako.server.infrastructure.machine.MachinePolicy;
import tako.server.resource.Dimensions;
import tako.server.resource.DocumentLists;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.DocumentService;
import tako.server.resource.ListQuery;
import tako.server.resource.Stored;

/** Workers over HTTP. */
public final class WorkerRoutes {
    private static final String VIEW = "WorkerView";

    private final DocumentService<Worker> workers;
    private final DocumentService<WorkerPool> pools;
    private final DocumentService<MachinePolicy> policies;
    private final DocumentLists<Worker> lists;

    public WorkerRoutes(
            DocumentService<Worker> workers,
            DocumentService<WorkerPool> pools,
            DocumentService<MachinePolicy> policies) {
        this.workers = workers;
        this.pools = pools;
        this.policies = policies;
        this.lists = new DocumentLists<>(workers);
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return Stream.concat(
                        DocumentRoutes.of(workers).all().stream(),
                        Stream.of(discover(), operatingSystems(), shells(), connection(), ofPool(), ofPolicy()))
                .toList();
    }

    private static Route<?> discover() {
        return Endpoint.get("/workers/discover")
                .needs("WorkerEdit")
                .query("host", "port", "type", "proxyId")
                .summary("Asks a machine for its identity before it becomes a worker")
                .answers(Worker.class)
                .does(call -> {
                    throw Problem.invalid("This server does not look for machines. Create a worker with POST.");
                });
    }

    private Route<?> operatingSystems() {
        return get("/workers/operatingsystem/names/all", "Lists the operating systems of workers", String[].class)
                .does(call -> Response.ok(HostFacts.operatingSystems(all(call).map(Worker::unknown))));
    }

    private Route<?> shells() {
        return get("/workers/operatingsystem/shells/all", "Lists the shells of workers", String[].class)
                .does(call -> Response.ok(HostFacts.shells(all(call).map(Worker::unknown))));
    }

    private Route<?> connection() {
        return get("/workers/{id}/connection", "Whether a worker can be reached", Connection.class)
                .does(this::connection);
    }

    /** Nobody has asked it. */
    private Response connection(Call<Void> call) {
        Stored<Worker> worker = workers.get(call.principal(), call.space(), call.path("id"));
        String status =
                HealthMembers.status(worker.value().isDisabled(), worker.value().healthStatus());
        String self = "/api/" + worker.space() + "/workers/" + worker.id() + "/connection";
        return Response.ok(Connection.of(worker.id(), status, worker.modifiedAt(), List.of(), self));
    }

    private Route<?> ofPool() {
        return Endpoint.get("/workerpools/{id}/workers")
                .needs(VIEW)
                .query(lists.parameters())
                .summary("Lists the workers of a pool")
                .answersPage(Worker.class)
                .does(call -> lists.page(call, in(Workers.POOL, pools, call)));
    }

    private Route<?> ofPolicy() {
        return Endpoint.get("/machinepolicies/{id}/workers")
                .needs(VIEW)
                .query(lists.parameters())
                .summary("Lists the workers that follow a policy")
                .answersPage(Worker.class)
                .does(call -> lists.page(call, in(Dimensions.MACHINE_POLICY, policies, call)));
    }

    private static UnaryOperator<ListQuery> in(String dimension, DocumentService<?> owners, Call<Void> call) {
        String owner =
                owners.get(call.principal(), call.space(), call.path("id")).id();
        return query -> query.withScope(dimension, List.of(owner));
    }

    private static Endpoint get(String path, String summary, Class<?> answer) {
        return Endpoint.get(path).needs(VIEW).summary(summary).answers(answer);
    }

    private Stream<Worker> all(Call<Void> call) {
        return workers.list(call.principal(), call.space(), ListQuery.ALL).items().stream()
                .map(stored -> stored.value());
    }
}
