package tako.app.testdrive;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tako.app.client.ApiClient;
import tools.jackson.databind.JsonNode;

/** What was deployed of the tutorial's project. */
public final class Deployments {
    private static final Set<String> WRONG = Set.of("Error", "Fatal");
    private static final int AT_ONCE = 1000;

    private final ApiClient api;

    public Deployments(ApiClient api) {
        this.api = api;
    }

    /** Whether a deployment to an environment has succeeded, or has put there what now waits for an answer. */
    public boolean isThere(TutorialEnvironment environment) {
        return newest(environment, "&taskState=Success", Optional.empty()).isPresent() || waits(environment);
    }

    /** Whether the newest deployment to an environment waits for an answer. */
    boolean waits(TutorialEnvironment environment) {
        return newest(environment, Optional.empty())
                .map(deployment -> deployment.path("TaskId").asString())
                .map(task -> api.get("/api/tasks/" + task))
                .map(task -> task.path("HasPendingInterruptions").asBoolean(false))
                .orElse(false);
    }

    /**
     * The newest deployment to an environment.
     *
     * @param release of this release only, by its id
     */
    Optional<JsonNode> newest(TutorialEnvironment environment, Optional<String> release) {
        return newest(environment, "", release);
    }

    private Optional<JsonNode> newest(TutorialEnvironment environment, String filter, Optional<String> release) {
        String project = id("/projects", Tutorial.PROJECT);
        String where = "projects=" + project + "&environments=" + id("/environments", environment.name());
        return api.get(Seeds.SPACE + "/deployments?take=" + AT_ONCE + "&" + where + filter)
                .path("Items")
                .valueStream()
                .filter(deployment -> release.map(deployment.path("ReleaseId").asString()::equals)
                        .orElse(true))
                .findFirst();
    }

    /** What a task's log says went wrong: each line once, and none that only repeats another. */
    List<String> causes(String task) {
        List<String> lines = api.get("/api/tasks/" + task + "/log/lines?take=" + AT_ONCE)
                .path("Lines")
                .valueStream()
                .filter(line -> WRONG.contains(line.path("Category").asString("")))
                .map(line -> line.path("MessageText").asString(""))
                .distinct()
                .toList();
        return lines.stream()
                .filter(line -> lines.stream().noneMatch(other -> !other.equals(line) && line.contains(other)))
                .toList();
    }

    private String id(String collection, String name) {
        return Seeds.id(api.named(Seeds.SPACE + collection, name).orElseThrow());
    }
}
