package tako.server.delivery.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tako.server.infrastructure.machine.Machine;
import tako.server.projects.process.Action;
import tako.server.projects.process.ActionPackage;
import tako.server.projects.variable.PlaceVariables;
import tako.server.resource.Stored;

/** The variables that the run itself knows, by their names. Pure. */
final class RunStateVariables {
    private RunStateVariables() {}

    /** What is the same for every item at one moment: targets, and how steps and actions stand. */
    static Map<String, String> ofRun(
            Plan plan, List<ChosenPackage> packages, RunStates states, List<Stored<Machine>> targets) {
        Map<String, String> variables = new LinkedHashMap<>();
        plan.steps().forEach(step -> step(variables, step, states));
        plan.steps().forEach(step -> packages(variables, step, packages));
        targets(variables, targets);
        error(variables, plan, states);
        return variables;
    }

    private static void step(Map<String, String> variables, PlannedStep step, RunStates states) {
        String name = "Octopus.Step[" + step.step().label() + "].";
        variables.putAll(PlaceVariables.named(step.step(), step.position()));
        status(variables, name, code(step, states), states.items(step));
        for (PlannedAction action : step.actions()) {
            String of = "Octopus.Action[" + action.action().label() + "].";
            List<Item> items = states.items(step).stream()
                    .filter(item -> item.id().action() == action.position())
                    .toList();
            variables.put(of + "StepName", step.step().label());
            variables.put(of + "IsSkipped", action.leftOut().isPresent() ? "True" : "");
            if (!items.isEmpty() && items.stream().allMatch(item -> item.state().ended())) {
                status(variables, of, worst(items).code(), items);
            }
        }
    }

    /** The primary package of every action, as texts that are evaluated where they are used; "" where there is none. */
    private static void packages(Map<String, String> variables, PlannedStep step, List<ChosenPackage> chosen) {
        for (PlannedAction planned : step.actions()) {
            Action action = planned.action();
            String of = "Octopus.Action[" + action.label() + "].Package.";
            Optional<ActionPackage> primary = action.packages().stream()
                    .filter(used -> used.name().isEmpty())
                    .findFirst();
            variables.put(
                    of + "PackageId", primary.map(ActionPackage::packageId).orElse(""));
            variables.put(of + "PackageVersion", version(action, chosen));
        }
    }

    private static String version(Action action, List<ChosenPackage> chosen) {
        return chosen.stream()
                .filter(one -> one.reference().isEmpty() && one.action().equalsIgnoreCase(action.label()))
                .map(ChosenPackage::version)
                .findFirst()
                .orElse("");
    }

    private static void status(Map<String, String> variables, String name, String code, List<Item> items) {
        String error = items.stream()
                .filter(item -> item.state() == ItemState.FAILED)
                .map(Item::reason)
                .findFirst()
                .orElse("");
        variables.put(name + "Status.Code", code);
        variables.put(name + "Status.Error", error);
        variables.put(name + "Status.ErrorDetail", error);
    }

    private static String code(PlannedStep step, RunStates states) {
        Optional<StepTurn> turn = states.turn(step);
        if (turn.isEmpty()) {
            return ItemState.PENDING.code();
        }
        boolean open =
                turn.get().items().stream().anyMatch(item -> !item.state().ended());
        return (open ? ItemState.RUNNING : worst(turn.get().items())).code();
    }

    /** What several ended items make together; skipped when there are none. */
    static ItemState worst(List<Item> items) {
        return List.of(ItemState.FAILED, ItemState.CANCELED, ItemState.SUCCEEDED).stream()
                .filter(state -> items.stream().anyMatch(item -> item.state() == state))
                .findFirst()
                .orElse(ItemState.SKIPPED);
    }

    private static void targets(Map<String, String> variables, List<Stored<Machine>> targets) {
        Set<String> roles = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        targets.forEach(target -> roles.addAll(target.value().roles()));
        variables.put("Octopus.Deployment.Machines", ids(targets));
        roles.forEach(role -> variables.put(
                "Octopus.Environment.MachinesInRole[" + role + "]", ids(StepTargets.holding(targets, List.of(role)))));
    }

    private static String ids(List<Stored<Machine>> targets) {
        return targets.stream().map(Stored::id).collect(Collectors.joining(","));
    }

    private static void error(Map<String, String> variables, Plan plan, RunStates states) {
        String error = states.failure(plan.steps()).map(Item::reason).orElse("");
        variables.put("Octopus.Deployment.Error", error);
        variables.put("Octopus.Deployment.ErrorDetail", error);
    }

    /** What is known of an item. */
    static Map<String, String> ofItem(PlannedStep step, PlannedAction action, Optional<Stored<Machine>> target) {
        Map<String, String> variables =
                new LinkedHashMap<>(PlaceVariables.action(step.step(), step.position(), action.position()));
        variables.put("Octopus.Action.IsSkipped", action.leftOut().isPresent() ? "True" : "");
        target.ifPresent(machine -> variables.putAll(PlaceVariables.machine(machine)));
        return variables;
    }
}
