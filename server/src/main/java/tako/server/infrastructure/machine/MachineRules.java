package tako.server.infrastructure.machine;

import java.util.ArrayList;
import java.util.List;

/** What must hold for a deployment target. */
final class MachineRules {
    private MachineRules() {}

    static List<String> problems(Machine machine) {
        var problems = new ArrayList<String>();
        if (machine.environmentIds().isEmpty()) {
            problems.add(
                    "EnvironmentIds: a deployment target belongs to at least one environment. Name one by its id.");
        }
        if (machine.roles().isEmpty()) {
            problems.add(
                    "Roles: a deployment target has at least one tag, by which steps choose it. Name one, e.g. \"web\".");
        }
        problems.addAll(EndpointRules.problems(machine.endpoint()));
        return problems;
    }
}
