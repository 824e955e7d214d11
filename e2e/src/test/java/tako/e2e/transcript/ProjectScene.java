package tako.e2e.transcript;

import static tako.e2e.Setup.id;
import static tako.e2e.Setup.items;

import java.util.List;
import tako.e2e.Setup;
import tools.jackson.databind.JsonNode;

/**
 * Looks up what recordings about one project speak of.
 *
 * @param name the project's
 */
record ProjectScene(Setup setup, String name) {
    private static final int MOST = 9;

    /** The names of ids that count from 1 in the order in which things were made. */
    Names names() {
        var names = new Names()
                .with("Projects-1", this::project)
                .with("variableset-Projects-1", () -> "variableset-" + project())
                .with("deploymentprocess-Projects-1", () -> "deploymentprocess-" + project())
                .with("Lifecycles-1", () -> setup.first("lifecycles"))
                .with("ProjectGroups-1", () -> setup.first("projectgroups"))
                .with(
                        "Channels-1",
                        () -> id(items(list("projects/" + project() + "/channels"))
                                .getFirst()))
                .with("Environments-1", () -> id(setup.named("environments", "Dev")));
        for (int number = 1; number <= MOST; number++) {
            int ordinal = number;
            names.with("Releases-" + number, () -> id(nth(releases(), ordinal)))
                    .with("Deployments-" + number, () -> id(nth(deployments(), ordinal)))
                    .with(
                            "ServerTasks-" + number,
                            () -> nth(deployments(), ordinal).path("TaskId").asString());
        }
        return names;
    }

    String project() {
        return id(setup.named("projects", name));
    }

    private JsonNode list(String path) {
        return setup.wire().get(setup.path(path)).succeeded().json();
    }

    private List<JsonNode> releases() {
        return items(list("projects/" + project() + "/releases?take=100")).reversed();
    }

    List<JsonNode> deployments() {
        return items(list("deployments?projects=" + project() + "&take=100")).reversed();
    }

    /** The n-th, or the last where calls that made more are not replayed. */
    private static JsonNode nth(List<JsonNode> things, int ordinal) {
        return things.get(Math.min(ordinal, things.size()) - 1);
    }
}
