package tako.server.infrastructure.worker;

import java.util.List;
import java.util.Map;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.server.resource.DocumentOrder;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Grants;
import tako.server.resource.Kind;
import tako.server.resource.Permissions;
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

    private final Database database;
    private final Permissions permissions;
    private final Documents<WorkerPool> documents;

    public WorkerPools(Engine engine, Documents<WorkerPool> documents) {
        this.database = engine.database();
        this.permissions = engine.permissions();
        this.documents = documents;
    }

    @Override
    public void fill(Tx tx, Principal who, String space) {
        var pool = new WorkerPool("", "", "Default Worker Pool", "", "", "StaticWorkerPool", true, true, 0, Map.of());
        documents.insert(tx, who, space, documents.json(pool));
    }

    /** Puts the pools of a space in the order of the ids; those not named keep their order behind them. */
    public void sort(Principal principal, String space, List<String> ids) {
        permissions.require(principal, KIND.grants().edit(), space);
        database.change(tx -> new DocumentOrder<>(documents).arrange(tx, principal, space, ids));
    }
}
