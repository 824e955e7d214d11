package tako.bench.queue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import tako.app.client.ApiClient;
import tako.app.testdrive.Seeds;
import tako.bench.harness.Waiting;
import tako.bench.start.AppJars;
import tako.bench.start.RunningProduct;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From just before the request to deploy until a client can read the first line of the deployment's log, on the whole product. */
final class FirstLine {
    private static final Duration POLL = Duration.ofMillis(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final ApiClient api;
    private final String environment;
    private final String release;

    private FirstLine(ApiClient api) {
        Seeds seeds = new Seeds(api);
        this.api = api;
        this.environment = seeds.made("/environments", seeds.named("Bench"));
        this.release = Seeds.id(api.post(
                Seeds.SPACE + "/releases",
                api.body().put("ProjectId", project(seeds)).put("Version", "1.0.0")));
    }

    /**
     * What a server on a fresh home needs, in words.
     *
     * @param deployments one after the other; as many before them do not count
     */
    static String of(AppJars app, int deployments) throws Exception {
        try (RunningProduct product = RunningProduct.start(app);
                ApiClient api = product.api()) {
            FirstLine line = new FirstLine(api);
            double[] millis = new double[2 * deployments];
            for (int deployment = 0; deployment < millis.length; deployment++) {
                millis[deployment] = line.deploy();
            }
            double[] counted = Arrays.copyOfRange(millis, deployments, millis.length);
            Arrays.sort(counted);
            return String.format(
                    Locale.ROOT,
                    "from the request to deploy until the first line of its log can be read, one after the other on the whole"
                            + " server: median %.0f ms, min %.0f, max %.0f of %d",
                    counted[counted.length / 2],
                    counted[0],
                    counted[counted.length - 1],
                    counted.length);
        }
    }

    private static String project(Seeds seeds) {
        ApiClient api = seeds.api();
        String project = seeds.made(
                "/projects",
                seeds.named("Bench")
                        .put("LifecycleId", first(api.get(Seeds.SPACE + "/lifecycles?take=1")))
                        .put("ProjectGroupId", first(api.get(Seeds.SPACE + "/projectgroups?take=1"))));
        String path = Seeds.SPACE + "/projects/" + project + "/deploymentprocesses";
        ObjectNode process = (ObjectNode) api.get(path);
        process.putArray("Steps")
                .addObject()
                .put("Name", "Say hello")
                .putArray("Actions")
                .addObject()
                .put("Name", "Say hello")
                .put("ActionType", "Octopus.Script")
                .putObject("Properties")
                .put("Octopus.Action.RunOnServer", "True")
                .put("Octopus.Action.Script.ScriptSource", "Inline")
                .put("Octopus.Action.Script.Syntax", "Bash")
                .put("Octopus.Action.Script.ScriptBody", "echo hello");
        api.put(path, process);
        return project;
    }

    private static String first(JsonNode page) {
        return Seeds.id(page.path("Items").path(0));
    }

    /** Milliseconds until the first line; then waits for the deployment's end. */
    private double deploy() throws Exception {
        long start = System.nanoTime();
        String task = "/api/tasks/" + task();
        Waiting.until(
                "the log has a line",
                POLL,
                LONGEST,
                () -> !api.get(task + "/log/lines?from=1&take=1").path("Lines").isEmpty());
        double millis = (System.nanoTime() - start) / 1e6;
        Waiting.until(
                "the deployment has ended",
                POLL,
                LONGEST,
                () -> api.get(task).path("IsCompleted").asBoolean());
        return millis;
    }

    private String task() {
        JsonNode deployment = api.post(
                Seeds.SPACE + "/deployments",
                api.body().put("ReleaseId", release).put("EnvironmentId", environment));
        return deployment.path("TaskId").asString();
    }
}
