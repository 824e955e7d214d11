package tako.server.delivery.deployment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tako.server.infrastructure.machine.Machine;
import tako.server.projects.process.Action;
import tako.server.projects.process.Step;
import tako.server.resource.PropertyValue;
import tako.server.resource.Stored;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Turns names into ids. A target's name that is not there stays as it is, and is refused with the reason. */
final class NamedDeployments {
    private final JsonMapper mapper;

    NamedDeployments(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The deployment that a command wants in one environment. */
    Deployment of(CreateDeploymentCommand command, Subject subject) {
        ObjectNode json = mapper.createObjectNode();
        json.put("ForcePackageDownload", command.forcePackageDownload());
        json.put("ForcePackageRedeployment", command.forcePackageRedeployment());
        json.put("UseGuidedFailure", command.useGuidedFailure());
        json.put("Priority", orEmpty(command.priority()));
        json.put("DebugMode", orEmpty(command.debugMode()));
        json.set("QueueTime", mapper.valueToTree(command.runAt()));
        json.set("QueueTimeExpiry", mapper.valueToTree(command.noRunAfter()));
        json.set("SkipActions", mapper.valueToTree(actions(command, subject)));
        json.set("SpecificMachineIds", mapper.valueToTree(machines(command.specificMachineNames(), subject)));
        json.set("ExcludedMachineIds", mapper.valueToTree(machines(command.excludedMachineNames(), subject)));
        var answers = Prompts.byId(Prompts.of(subject), command.variables());
        json.set("FormValues", mapper.valueToTree(PropertyValue.bag(answers)));
        return mapper.treeToValue(json, Deployment.class);
    }

    /** A step's name stands for all its actions; names of no step are left out, as clients expect. */
    private static List<String> actions(CreateDeploymentCommand command, Subject subject) {
        return command.skipStepNames().stream()
                .flatMap(name -> subject.process().steps().stream().flatMap(step -> actions(step, name)))
                .distinct()
                .toList();
    }

    private static Stream<String> actions(Step step, String name) {
        boolean whole = step.label().equalsIgnoreCase(name) || step.key().equalsIgnoreCase(name);
        return step.actions().stream()
                .filter(action -> whole
                        || action.label().equalsIgnoreCase(name)
                        || action.key().equalsIgnoreCase(name))
                .map(Action::key);
    }

    private static List<String> machines(List<String> names, Subject subject) {
        return names.stream()
                .map(name -> subject.targets().stream()
                        .filter(target -> isNamed(target, name))
                        .map(Stored::id)
                        .findFirst()
                        .orElse(name))
                .toList();
    }

    private static boolean isNamed(Stored<Machine> target, String name) {
        return target.value().name().equalsIgnoreCase(name)
                || target.id().equalsIgnoreCase(name)
                || target.value().slug().equalsIgnoreCase(name);
    }

    private static String orEmpty(@Nullable String text) {
        return Optional.ofNullable(text).orElse("");
    }
}
