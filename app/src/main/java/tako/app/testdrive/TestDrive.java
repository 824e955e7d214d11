package tako.app.testdrive;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tako.app.client.ApiClient;
import tako.app.client.Delivery;
import tako.app.client.Questions;
import tako.app.client.TaskFollower;
import tools.jackson.databind.JsonNode;

/** The tutorial: seeds it, releases, and deploys to Dev and Test. Whatever of that is done already stays. */
public final class TestDrive {
    /** Prod is for people. */
    private static final List<TutorialEnvironment> BY_ITSELF = TutorialEnvironment.ALL.subList(0, 2);

    private final ApiClient api;
    private final Place place;
    private final Watcher watcher;
    private final Desk desk;
    private final Questions questions;
    private final Delivery delivery;
    private final Deployments deployments;
    private final Tutorial tutorial;

    /** @param desk where deployments are attended */
    public TestDrive(ApiClient api, Place place, Watcher watcher, Desk desk) {
        this.api = api;
        this.place = place;
        this.watcher = watcher;
        this.desk = desk;
        this.questions = new Questions(api, Seeds.SPACE_ID);
        this.delivery = new Delivery(api, Seeds.SPACE_ID, watcher.stop(), watcher.out());
        this.deployments = new Deployments(api);
        this.tutorial = new Tutorial(new Seeds(api), place, watcher);
    }

    /**
     * Brings the tutorial to where a release runs in Dev, and in Test, where it may wait for an answer.
     *
     * @param mailPort where the mail server of the test drive listens
     * @throws TestDriveRefused when the home holds the tutorial of another place
     * @throws TestDriveFailed with the cause, when it does not get there
     */
    public void run(int mailPort) throws InterruptedException {
        watcher.say("The tutorial: environments, lifecycle, project, variables, process, targets, people, mail ...");
        String project = tutorial.seed();
        new StatusMail(new Seeds(api))
                .follow(mailPort)
                .ifPresent(host -> watcher.say("Mail goes to " + host + ", as configured, and is not caught here."));
        place.awaitTargets();
        JsonNode release = release(project);
        for (TutorialEnvironment environment : BY_ITSELF) {
            if (!isDeployed(release, environment)) {
                deploy(release, environment);
            }
        }
        place.awaitPages();
    }

    /** Where each environment's page is, as lines for people. */
    public List<String> addresses() {
        return TutorialEnvironment.ALL.stream().map(this::address).toList();
    }

    /** Whether the tutorial asks for sign-off, which that of an earlier version does not. */
    public boolean asksForSignOff() {
        return tutorial.asksForSignOff();
    }

    private String address(TutorialEnvironment environment) {
        String where = place.page(environment)
                .map(page -> page.address() + (page.remark().isEmpty() ? "" : "   (" + page.remark() + ")"))
                .orElse("not deployed yet");
        String waits = deployments.waits(environment) ? "   (waits for an answer)" : "";
        return "  %-5s %s%s".formatted(environment.name(), where, waits);
    }

    /** The one that is wanted, made when it is missing. */
    private JsonNode release(String project) {
        Place.ReleaseOrder order = place.release();
        String releases = Seeds.SPACE + "/projects/" + project + "/releases";
        Optional<JsonNode> there = order.version()
                .map(version -> api.find(releases + "/" + ApiClient.encoded(version)))
                .orElseGet(() -> newest(releases));
        return there.orElseGet(() -> {
            String version = delivery.release(Tutorial.PROJECT, order.version(), order.packages());
            return api.get(releases + "/" + ApiClient.encoded(version));
        });
    }

    private Optional<JsonNode> newest(String releases) {
        return api.get(releases + "?take=1").path("Items").valueStream().findFirst();
    }

    /** Whether it runs there already, or any release does if any will do; a deployment under way is shown to its end. */
    private boolean isDeployed(JsonNode release, TutorialEnvironment environment) throws InterruptedException {
        Optional<String> only = place.release().version().map(_ -> Seeds.id(release));
        Optional<JsonNode> latest = deployments.newest(environment, only);
        if (latest.isEmpty()) {
            return false;
        }
        String task = latest.get().path("TaskId").asString();
        JsonNode state = api.get("/api/tasks/" + task);
        if (state.path("IsCompleted").asBoolean(false)) {
            return state.path("FinishedSuccessfully").asBoolean(false);
        }
        watcher.say("The deployment to " + environment.name() + " (" + task + ") goes on");
        TaskFollower.End end = new TaskFollower(api, watcher.out(), watcher.stop()).follow(task, desk.ofOther());
        return !isFailure(end);
    }

    /** What somebody aborted is as they want it. */
    private boolean isFailure(TaskFollower.End end) {
        return end.completed() && !end.success() && !questions.isAborted(end.task());
    }

    private void deploy(JsonNode release, TutorialEnvironment environment) throws InterruptedException {
        Optional<String> version = Optional.of(release.path("Version").asString());
        TaskFollower.End end = delivery.deploy(Tutorial.PROJECT, version, environment.name(), desk.ofOwn());
        desk.showMails();
        if (isFailure(end)) {
            throw new TestDriveFailed(failure(release, environment));
        }
    }

    private String failure(JsonNode release, TutorialEnvironment environment) {
        Stream<String> causes = deployments.newest(environment, Optional.of(Seeds.id(release))).stream()
                .map(deployment -> deployment.path("TaskId").asString())
                .flatMap(task -> deployments.causes(task).stream());
        return Stream.of(
                        Stream.of("Random Quotes could not be deployed to " + environment.name() + ":"),
                        causes.map(cause -> "  " + cause),
                        Stream.of("Put that right and start the test drive again: it goes on with this deployment."))
                .flatMap(lines -> lines)
                .reduce((above, below) -> above + System.lineSeparator() + below)
                .orElseThrow();
    }
}
