package tako.server.infrastructure.worker;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/**
 * How many workers there are and how they are, in all and in each pool. A worker of several pools counts once in all.
 *
 * @param pools for each pool, in their order
 */
record PoolsSummary(Counts all, List<OfPool> pools) {
    /** A pool and the counts of its workers. */
    record OfPool(Stored<WorkerPool> pool, Counts workers) {}

    /** Counts of some workers by health and style. */
    record Counts(int total, int disabled, Map<String, Integer> byHealth, Map<String, Integer> byStyle) {
        static Counts of(List<Worker> workers) {
            return new Counts(
                    workers.size(),
                    (int) workers.stream().filter(Worker::isDisabled).count(),
                    by(workers, Worker::healthStatus),
                    by(workers, worker -> worker.endpoint().communicationStyle()));
        }

        private static Map<String, Integer> by(List<Worker> workers, Function<Worker, String> value) {
            var counts = new TreeMap<String, Integer>();
            workers.forEach(worker -> counts.merge(value.apply(worker), 1, Integer::sum));
            return counts;
        }

        /** Writes them beside other members; nothing that runs on workers is ever out of date. */
        ObjectNode into(ObjectNode json) {
            json.put("TotalMachines", total);
            json.put("TotalDisabledMachines", disabled);
            json.putPOJO("MachineHealthStatusSummaries", byHealth);
            json.putPOJO("MachineEndpointSummaries", byStyle);
            json.put("TentacleUpgradesRequired", false);
            json.putArray("MachineIdsForCalamariUpgrade");
            json.putArray("MachineIdsForTentacleUpgrade");
            return json;
        }
    }

    static PoolsSummary of(List<Stored<WorkerPool>> pools, List<Stored<Worker>> workers) {
        List<Worker> all = workers.stream().map(Stored::value).toList();
        return new PoolsSummary(
                Counts.of(all),
                pools.stream()
                        .map(pool -> new OfPool(
                                pool,
                                Counts.of(all.stream()
                                        .filter(worker ->
                                                worker.workerPoolIds().stream().anyMatch(pool.id()::equalsIgnoreCase))
                                        .toList())))
                        .toList());
    }

    /** Without the pools in which there is no worker. */
    PoolsSummary withoutEmpty() {
        return new PoolsSummary(
                all, pools.stream().filter(one -> one.workers().total() > 0).toList());
    }
}
