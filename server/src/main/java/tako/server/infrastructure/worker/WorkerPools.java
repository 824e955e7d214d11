package tako.server.infrastructure.worker;

import java.util.List;
import java.util.Map;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.server.resource.Documents;
import tako.server.resource.Grants;
import tako.server.resource.Kind;
import tako.server.resource.SpaceDefaults;

/** Worker pools; each space has a default one. */
public final class WorkerPools implements SpaceDefaults {
    /** The descriptor. */
    public static final Kind<WorkerPool> KIND = Kind.of(WorkerPool.class, "WorkerPool", "WorkerPools", "worker_pool")
            .grants(new Grants("WorkerView", "WorkerEdit", "WorkerEdit", "WorkerEdit"))
            .order("sort, name_key, id_key")
            .rules(draft -> draft.after().workerPoolType().equals("StaticWorkerPool")
                    ? List.of()
                    : List.of("WorkerPoolType: '" + draft.after().workerPoolType()
                            + "' is not offered by this server. Send \"StaticWorkerPool\"."))
            .links(pool -> Map.of("Workers", "{self}/workers{?skip,take,partialName,isDisabled,healthStatuses}"))
            .example(Map.of("Name", "Builders", "WorkerPoolType", "StaticWorkerPool"))
            .build();

    private final Documents<WorkerPool> documents;

    public WorkerPools(Documents<WorkerPool> documents) {
        this.documents = documents;
    }

    @Override
    public void fill(Tx tx, Principal who, String space) {
        var pool = new WorkerPool("", "", "Default Worker Pool", "", "", "StaticWorkerPool", true, true, 0, Map.of());
        documents.insert(tx, who, space, documents.json(pool));
    }
}
