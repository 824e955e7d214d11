package tako.bench.deployment;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import tako.app.client.ApiClient;
import tako.app.testdrive.Seeds;
import tako.bench.harness.Incorrect;
import tako.bench.harness.Waiting;
import tools.jackson.databind.JsonNode;

/** Releases of a project in a running Tako, deployed as a client of its API does it. */
final class ThroughTako implements Way {
    /** How often the client asks whether the task has ended: it adds half of this to each figure. */
    static final Duration POLL = Duration.ofMillis(10);

    private static final Duration LONGEST = Duration.ofSeconds(120);

    private final ApiClient api;
    private final TakoProject project;
    private final List<Double> tasks = new ArrayList<>();
    private String release = "";

    ThroughTako(ApiClient api, TakoProject project) {
        this.api = api;
        this.project = project;
    }

    @Override
    public void prepare(String version) {
        release = Seeds.id(api.post(
                Seeds.SPACE + "/releases",
                api.body()
                        .put("ProjectId", project.id())
                        .put("ChannelId", project.channel())
                        .put("Version", version)));
    }

    /** From just before the request to deploy until the client sees that the task has ended. */
    @Override
    public double bring() throws Exception {
        long start = System.nanoTime();
        JsonNode deployment = api.post(
                Seeds.SPACE + "/deployments",
                api.body().put("ReleaseId", release).put("EnvironmentId", project.environment()));
        String task = "/api/tasks/" + deployment.path("TaskId").asString();
        Waiting.until(
                "the deployment has ended",
                POLL,
                LONGEST,
                () -> api.get(task).path("IsCompleted").asBoolean());
        double seconds = (System.nanoTime() - start) / 1e9;
        tasks.add(ownSeconds(succeeded(api.get(task))));
        return seconds;
    }

    /** How long the last tasks took by their own account, from start to end, for people. */
    String lastTasks(int count) {
        return tasks.subList(Math.max(0, tasks.size() - count), tasks.size()) + " s";
    }

    private static JsonNode succeeded(JsonNode task) {
        if (!task.path("FinishedSuccessfully").asBoolean()) {
            throw new Incorrect("The deployment ended as " + task.path("State").asString() + ": "
                    + task.path("ErrorMessage").asString());
        }
        return task;
    }

    private static double ownSeconds(JsonNode task) {
        OffsetDateTime start = OffsetDateTime.parse(task.path("StartTime").asString());
        OffsetDateTime end = OffsetDateTime.parse(task.path("CompletedTime").asString());
        return Duration.between(start, end).toNanos() / 1e9;
    }
}
