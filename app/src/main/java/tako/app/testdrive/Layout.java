package tako.app.testdrive;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the tutorial makes for a place.
 *
 * @param role the tag by which the step finds its targets
 * @param targets one for each environment
 * @param variables variables of the project besides the port, by name
 * @param action the action that deploys, with its name
 * @param page the address of an environment's page, as a template of the variable language
 */
public record Layout(String role, List<Target> targets, Map<String, String> variables, ObjectNode action, String page) {
    public Layout {
        targets = List.copyOf(targets);
        variables = Map.copyOf(variables);
    }

    /**
     * A deployment target.
     *
     * @param endpoint as on the wire; follows the command line at each start
     */
    public record Target(TutorialEnvironment environment, String name, ObjectNode endpoint) {}
}
