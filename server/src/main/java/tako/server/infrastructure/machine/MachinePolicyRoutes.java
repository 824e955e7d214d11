package tako.server.infrastructure.machine;

import java.util.List;
import java.util.stream.Stream;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.resource.Dimensions;
import tako.server.resource.DocumentLists;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.DocumentService;

/** Machine policies over HTTP. */
public final class MachinePolicyRoutes {
    private final MachinePolicies policies;
    private final DocumentService<MachinePolicy> documents;
    private final DocumentLists<Machine> machines;

    public MachinePolicyRoutes(
            MachinePolicies policies, DocumentService<MachinePolicy> documents, DocumentService<Machine> machines) {
        this.policies = policies;
        this.documents = documents;
        this.machines = new DocumentLists<>(machines);
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return Stream.concat(DocumentRoutes.of(documents).all().stream(), Stream.of(template(), followers()))
                .toList();
    }

    private Route<?> template() {
        return Endpoint.get("/machinepolicies/template")
                .needs("MachinePolicyView")
                .summary("A policy with every setting at its default, not stored")
                .answers(MachinePolicy.class)
                .does(call -> Response.ok(policies.template()));
    }

    private Route<?> followers() {
        return Endpoint.get("/machinepolicies/{id}/machines")
                .needs("MachineView")
                .query(machines.parameters())
                .summary("Lists the targets that follow a policy")
                .answersPage(Machine.class)
                .does(this::followers);
    }

    private Response followers(Call<Void> call) {
        String policy =
                documents.get(call.principal(), call.space(), call.path("id")).id();
        return machines.page(call, query -> query.withScope(Dimensions.MACHINE_POLICY, List.of(policy)));
    }
}
