package tako.server.infrastructure.worker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tako.server.infrastructure.machine.EndpointReferences;
import tako.server.infrastructure.machine.EndpointRules;
import tako.server.infrastructure.machine.HostFacts;
import tako.server.infrastructure.machine.MachineForm;
import tako.server.infrastructure.machine.TargetProbe.Finding;
import tako.server.infrastructure.machine.TargetProbe.Health;
import tako.server.resource.Dimensions;
import tako.server.resource.Grants;
import tako.server.resource.Kind;
import tako.server.resource.Reference;
import tako.server.resource.Scoping;

/** Workers: kept as clients write them, and used by nothing yet. */
public final class Workers {
    /** What every worker is found to be. */
    static final Finding UNUSED = new Finding(
            Health.UNKNOWN,
            "Workers are kept, but this version of the server runs all work itself. Remove the worker from what asks for it.");

    /** The dimension of worker pools. */
    static final String POOL = "workerPool";

    /** The descriptor. */
    public static final Kind<Worker> KIND = Kind.of(Worker.class, "Worker", "Workers", "worker")
            .grants(new Grants("WorkerView", "WorkerEdit", "WorkerEdit", "WorkerEdit"))
            .references(worker -> Stream.of(
                            Reference.from("WorkerPoolIds", "WorkerPools", worker.workerPoolIds()),
                            Reference.from("MachinePolicyId", "MachinePolicies", worker.machinePolicyId()),
                            EndpointReferences.of(worker.endpoint()))
                    .flatMap(references -> references))
            .scopings(Workers::scopings)
            .filters(
                    new Kind.Filter("workerPoolIds", POOL),
                    new Kind.Filter("isDisabled", Dimensions.IS_DISABLED),
                    new Kind.Filter("healthStatuses", Dimensions.HEALTH_STATUS),
                    new Kind.Filter("commStyles", Dimensions.COMMUNICATION_STYLE),
                    new Kind.Filter("shellNames", HostFacts.SHELL))
            .rules(draft -> problems(draft.after()))
            .completion((view, space, json) -> MachineForm.complete(view, space, json, endpoint -> Optional.of(UNUSED)))
            .links(worker -> Map.of("Connection", "{self}/connection"))
            .example(Map.of(
                    "Name",
                    "builder-1",
                    "WorkerPoolIds",
                    List.of("WorkerPools-1"),
                    "Endpoint",
                    Map.of(
                            "CommunicationStyle",
                            "TentaclePassive",
                            "Uri",
                            "https://builder-1.example.org:10933/",
                            "Thumbprint",
                            "8B7D3C0A")))
            .build();

    private Workers() {}

    static List<String> problems(Worker worker) {
        Stream<String> pools = worker.workerPoolIds().isEmpty()
                ? Stream.of("WorkerPoolIds: a worker belongs to at least one worker pool. Name one by its id.")
                : Stream.empty();
        return Stream.concat(pools, EndpointRules.problems(worker.endpoint()).stream())
                .toList();
    }

    private static Stream<Scoping> scopings(Worker worker) {
        return Stream.of(
                        worker.workerPoolIds().stream().map(id -> new Scoping(POOL, id)),
                        Stream.of(
                                new Scoping(Dimensions.IS_DISABLED, String.valueOf(worker.isDisabled())),
                                new Scoping(Dimensions.HEALTH_STATUS, worker.healthStatus()),
                                new Scoping(Dimensions.MACHINE_POLICY, worker.machinePolicyId()),
                                new Scoping(
                                        Dimensions.COMMUNICATION_STYLE,
                                        worker.endpoint().communicationStyle())),
                        HostFacts.scopings(worker.unknown()))
                .flatMap(scopings -> scopings);
    }
}
