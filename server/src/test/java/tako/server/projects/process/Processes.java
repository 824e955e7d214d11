package tako.server.projects.process;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tako.server.resource.PropertyValue;

/** Small processes for tests. */
public final class Processes {
    private Processes() {}

    /** A process of these steps. */
    public static DeploymentProcess process(Step... steps) {
        return DeploymentProcess.empty("deploymentprocess-Projects-1", "Spaces-1", "Projects-1")
                .withSteps(List.of(steps));
    }

    /** A step with one script of the same name. */
    public static Step script(String name, String... properties) {
        return step(name, List.of(action(name, "Octopus.Script")), properties);
    }

    /** A step; properties are keys and values in turn. */
    public static Step step(String name, List<Action> actions, String... properties) {
        return new Step(
                "step " + name,
                name,
                null,
                PackageRequirement.LET_OCTOPUS_DECIDE,
                bag(properties),
                RunCondition.SUCCESS,
                StartTrigger.START_AFTER_PREVIOUS,
                actions,
                Map.of());
    }

    /** An action; properties are keys and values in turn. */
    public static Action action(String name, String type, String... properties) {
        return new Action(
                "action " + name,
                name,
                null,
                type,
                null,
                false,
                false,
                false,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                RunCondition.SUCCESS,
                bag(properties),
                Map.of());
    }

    /** A package reference. */
    public static ActionPackage reference(String name, String packageId) {
        return new ActionPackage(null, name, packageId, "feeds-builtin", "Server", Map.of(), null, Map.of());
    }

    /** An action with packages. */
    public static Action withPackages(Action action, ActionPackage... packages) {
        return action.withIdentity(new Identity(action.key(), action.label(), ""), Arrays.asList(packages));
    }

    private static Map<String, PropertyValue> bag(String... properties) {
        Map<String, PropertyValue> bag = new LinkedHashMap<>();
        for (int index = 0; index < properties.length; index += 2) {
            bag.put(properties[index], PropertyValue.of(properties[index + 1]));
        }
        return bag;
    }
}
