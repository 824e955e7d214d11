package tako.app.client;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Creates and deploys releases as a build server does, by names. */
public final class Delivery {
    private final ApiClient api;
    private final String base;
    private final Releases releases;
    private final TaskFollower follower;
    private final Consumer<String> out;

    /** @param stop counted down when nobody watches any more */
    public Delivery(ApiClient api, String space, CountDownLatch stop, Consumer<String> out) {
        this.api = api;
        this.base = "/api/" + space;
        this.releases = new Releases(api, space);
        this.out = out;
        this.follower = new TaskFollower(api, out, stop);
    }

    /**
     * Creates a release and returns its version.
     *
     * @param wanted its version; empty when the server chooses
     * @param packages versions of packages as {@code Step:Reference:Version}; the server chooses those that are not named
     */
    public String release(String project, Optional<String> wanted, List<String> packages) {
        ObjectNode body = api.body().put("ProjectName", project);
        wanted.ifPresent(text -> body.put("ReleaseVersion", text));
        packages.forEach(body.putArray("Packages")::add);
        String version = api.post(base + "/releases/create/v1", body)
                .path("ReleaseVersion")
                .asString();
        out.accept("Release " + version + " of " + project + " is created: its process and variables are frozen.");
        return version;
    }

    /**
     * Deploys a release and shows the log until it ends, or its attendant leaves.
     *
     * @param release its version; empty for the newest
     */
    public TaskFollower.End deploy(String project, Optional<String> release, String environment, Attendant attendant)
            throws InterruptedException {
        String version = release.orElseGet(() -> releases.newestVersion(project));
        ObjectNode body = api.body().put("ProjectName", project).put("ReleaseVersion", version);
        body.putArray("EnvironmentNames").add(environment);
        JsonNode tasks =
                api.post(base + "/deployments/create/untenanted/v1", body).path("DeploymentServerTasks");
        String task = tasks.path(0).path("ServerTaskId").asString();
        out.accept("Deploying " + project + " " + version + " to " + environment + " (" + task + ")");
        TaskFollower.End end = follower.follow(task, attendant);
        if (end.completed()) {
            out.accept(end.success() ? "Deployed to " + environment + "." : failure(environment, end));
        }
        return end;
    }

    private static String failure(String environment, TaskFollower.End end) {
        return "The deployment to " + environment + " ended as " + end.state() + "."
                + (end.message().isBlank() ? "" : " " + end.message());
    }
}
