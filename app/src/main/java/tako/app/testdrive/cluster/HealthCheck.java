package tako.app.testdrive.cluster;

import java.util.List;
import java.util.stream.Collectors;
import tako.app.client.ApiClient;
import tako.app.client.TaskFollower;
import tako.app.testdrive.Seeds;
import tako.app.testdrive.TestDriveFailed;
import tako.app.testdrive.Watcher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Has the server check targets, shows the log, and says what is wrong with those that cannot be deployed to. */
final class HealthCheck {
    private static final List<String> GOOD = List.of("Healthy", "HasWarnings");

    private final ApiClient api;
    private final Watcher watcher;

    HealthCheck(ApiClient api, Watcher watcher) {
        this.api = api;
        this.watcher = watcher;
    }

    /**
     * Checks the targets of these names.
     *
     * @param wayOut what people can do when one of them is not healthy
     * @throws TestDriveFailed when one of them is not
     */
    void require(List<String> names, String wayOut) throws InterruptedException {
        List<String> ids = names.stream().map(name -> Seeds.id(target(name))).toList();
        ObjectNode body = api.body().put("Name", "Health").put("Description", "Check the cluster of the tutorial");
        ArrayNode machines = body.putObject("Arguments").putArray("MachineIds");
        ids.forEach(machines::add);
        String task = Seeds.id(api.post(Seeds.SPACE + "/tasks", body));
        watcher.say("Checking the targets (" + task + ")");
        new TaskFollower(api, watcher.out(), watcher.stop()).follow(task);
        String bad = names.stream()
                .map(this::target)
                .filter(HealthCheck::isUnusable)
                .map(HealthCheck::finding)
                .collect(Collectors.joining());
        if (!bad.isEmpty()) {
            throw new TestDriveFailed("The cluster cannot be deployed to:" + bad + System.lineSeparator() + wayOut);
        }
    }

    private JsonNode target(String name) {
        return api.named(Seeds.SPACE + "/machines", name).orElseThrow();
    }

    /** One that people have disabled is not asked. */
    private static boolean isUnusable(JsonNode target) {
        return !target.path("IsDisabled").asBoolean(false)
                && !GOOD.contains(target.path("HealthStatus").asString(""));
    }

    private static String finding(JsonNode target) {
        return System.lineSeparator() + "  " + target.path("Name").asString() + " is "
                + target.path("HealthStatus").asString("Unknown") + ": "
                + target.path("StatusSummary").asString("");
    }
}
