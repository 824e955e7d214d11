package tako.app.testdrive;

import java.util.Optional;
import tako.app.client.ApiClient;
import tools.jackson.databind.JsonNode;

/** The ports that the project's variables hold, which people may change. */
public final class NodePorts {
    /** The variable's name. */
    public static final String VARIABLE = "K8S Node Port";

    private final ApiClient api;

    public NodePorts(ApiClient api) {
        this.api = api;
    }

    /** The value for an environment; empty when nobody gives one. */
    public Optional<String> in(TutorialEnvironment environment) {
        JsonNode project =
                api.named(Seeds.SPACE + "/projects", Tutorial.PROJECT).orElseThrow();
        String id = Seeds.id(
                api.named(Seeds.SPACE + "/environments", environment.name()).orElseThrow());
        return api.get(path(project))
                .path("Variables")
                .valueStream()
                .filter(variable -> variable.path("Name").asString("").equalsIgnoreCase(VARIABLE))
                .filter(variable -> isFor(variable, id))
                .map(variable -> variable.path("Value").asString(""))
                .findFirst();
    }

    /** Where a project's variables are. */
    static String path(JsonNode project) {
        return Seeds.SPACE + "/variables/" + project.path("VariableSetId").asString();
    }

    private static boolean isFor(JsonNode variable, String environment) {
        return variable.path("Scope")
                .path("Environment")
                .valueStream()
                .anyMatch(scope -> scope.asString("").equals(environment));
    }
}
