package tako.server.delivery.run;

import java.util.Arrays;
import java.util.List;
import tako.octostache.Variables;
import tako.server.infrastructure.machine.Machine;
import tako.server.projects.process.Step;
import tako.server.resource.Stored;

/** Which targets a step asks for. */
final class StepTargets {
    private StepTargets() {}

    /** The tags a step asks for; one that holds an expression may become several, joined by commas. */
    static List<String> roles(Step step, Variables variables) {
        return step.roles().stream()
                .flatMap(role -> Arrays.stream(variables.evaluate(role).text().split(",")))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .toList();
    }

    /** The enabled targets that hold any of these tags. */
    static List<Stored<Machine>> holding(List<Stored<Machine>> machines, List<String> roles) {
        return machines.stream()
                .filter(machine -> !machine.value().isDisabled())
                .filter(machine -> machine.value().holdsAnyOf(roles))
                .toList();
    }
}
