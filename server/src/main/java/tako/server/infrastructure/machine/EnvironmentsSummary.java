package tako.server.infrastructure.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tako.server.infrastructure.environment.Environment;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/**
 * How many targets there are and how they are, in all and for each environment. A target in several environments counts once
 * in all.
 *
 * @param machines the counts over all environments
 * @param environmentSummaries for each environment, in their order
 */
record EnvironmentsSummary(Counts machines, List<OfEnvironment> environmentSummaries) {
    /** The counts of an environment's targets. */
    record OfEnvironment(Stored<Environment> environment, Counts machines) {}

    /** Counts of some targets: by health, style, tenant and tag of tenants. */
    record Counts(
            int totalMachines,
            int totalDisabledMachines,
            Map<String, Integer> machineHealthStatusSummaries,
            Map<String, Integer> machineEndpointSummaries,
            Map<String, Integer> machineTenantSummaries,
            Map<String, Integer> machineTenantTagSummaries) {
        static Counts of(List<Machine> machines) {
            return new Counts(
                    machines.size(),
                    (int) machines.stream().filter(Machine::isDisabled).count(),
                    by(machines, machine -> List.of(machine.healthStatus())),
                    by(machines, machine -> List.of(machine.endpoint().communicationStyle())),
                    by(machines, Machine::tenantIds),
                    by(machines, Machine::tenantTags));
        }

        private static Map<String, Integer> by(List<Machine> machines, Function<Machine, List<String>> values) {
            var counts = new TreeMap<String, Integer>();
            machines.stream()
                    .flatMap(machine -> values.apply(machine).stream())
                    .forEach(value -> counts.merge(value, 1, Integer::sum));
            return counts;
        }

        /** Writes them beside other members; nothing that runs on targets is ever out of date. */
        ObjectNode into(ObjectNode json) {
            json.put("TotalMachines", totalMachines);
            json.put("TotalDisabledMachines", totalDisabledMachines);
            json.putPOJO("MachineHealthStatusSummaries", machineHealthStatusSummaries);
            json.putPOJO("MachineEndpointSummaries", machineEndpointSummaries);
            json.putPOJO("MachineTenantSummaries", machineTenantSummaries);
            json.putPOJO("MachineTenantTagSummaries", machineTenantTagSummaries);
            json.put("TentacleUpgradesRequired", false);
            json.putArray("MachineIdsForCalamariUpgrade");
            json.putArray("MachineIdsForTentacleUpgrade");
            return json;
        }
    }

    static EnvironmentsSummary of(List<Stored<Environment>> environments, List<Stored<Machine>> machines) {
        var shown = new ArrayList<OfEnvironment>();
        for (Stored<Environment> environment : environments) {
            List<Machine> inside = machines.stream()
                    .map(Stored::value)
                    .filter(machine -> machine.environmentIds().stream().anyMatch(environment.id()::equalsIgnoreCase))
                    .toList();
            shown.add(new OfEnvironment(environment, Counts.of(inside)));
        }
        return new EnvironmentsSummary(
                Counts.of(machines.stream().map(Stored::value).toList()), List.copyOf(shown));
    }

    /** Without the environments in which there is no target. */
    EnvironmentsSummary withoutEmpty() {
        return new EnvironmentsSummary(
                machines,
                environmentSummaries.stream()
                        .filter(one -> one.machines().totalMachines() > 0)
                        .toList());
    }
}
