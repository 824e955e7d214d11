package tako.app.testdrive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tako.app.client.ApiClient;
import tako.app.client.Delivery;
import tako.app.client.TaskFollower;
import tako.platform.process.Bounds;
import tako.platform.process.Isolation;
import tako.platform.process.LocalExecutor;
import tools.jackson.databind.JsonNode;

/** The tutorial on this machine: seeds it, releases, deploys to Dev and Test, and keeps what is deployed running until closed. */
public final class TestDrive implements AutoCloseable {
    private static final List<String> BY_ITSELF = List.of("Dev", "Test");
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LOOKS = 300;

    private final ApiClient api;
    private final Path services;
    private final LocalExecutor executor;
    private final ServiceSupervisor supervisor;
    private final Consumer<String> out;
    private final CountDownLatch stop;

    /**
     * Starts what earlier deployments declared.
     *
     * @param home the server's home
     * @param application the jar of Random Quotes
     * @param out takes each line for people
     * @param stop counted down when nobody watches any more
     */
    public TestDrive(ApiClient api, Path home, Path application, Consumer<String> out, CountDownLatch stop)
            throws IOException {
        this.api = api;
        this.services = home.resolve("services");
        this.out = out;
        this.stop = stop;
        this.executor = new LocalExecutor(home.resolve("services-work"), Isolation.probe(), Bounds.STANDARD);
        executor.sweep();
        this.supervisor = new ServiceSupervisor(services, application, executor);
    }

    /** Brings the tutorial to where a release runs in Dev and Test; what is there already stays. */
    public void run() throws InterruptedException {
        out.accept("The tutorial: environments, lifecycle, project, variables, process, targets ...");
        new Tutorial(api, services).seed();
        var delivery = new Delivery(api, "Spaces-1", stop, out);
        String project = api.named("/api/Spaces-1/projects", Tutorial.PROJECT)
                .orElseThrow()
                .path("Id")
                .asString();
        if (newest("releases?take=1", "/projects/" + project + "/").isEmpty()) {
            delivery.release(Tutorial.PROJECT);
        }
        for (String environment : BY_ITSELF) {
            if (!isDeployed(project, environment)
                    && !delivery.deploy(Tutorial.PROJECT, Optional.empty(), environment)) {
                return;
            }
        }
        awaitDeclared();
    }

    /** What earlier starts deployed is being started again; half a minute is enough for all. */
    private void awaitDeclared() throws InterruptedException {
        for (int look = 0; look < LOOKS && !allDeclaredAreKnown(); look++) {
            if (stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new InterruptedException("Nobody watches any more");
            }
        }
    }

    private boolean allDeclaredAreKnown() {
        return Tutorial.PLACES.stream()
                .map(Tutorial.Place::name)
                .filter(name -> Files.exists(services.resolve(name + Declaration.ENDING)))
                .allMatch(name -> ServiceState.read(services, name).isPresent());
    }

    /** Where each environment's page is, as lines for people. */
    public List<String> addresses() {
        return Tutorial.PLACES.stream().map(this::address).toList();
    }

    @Override
    public void close() throws IOException {
        supervisor.close();
        executor.close();
    }

    private String address(Tutorial.Place place) {
        return ServiceState.read(services, place.name())
                .filter(ServiceState::running)
                .map(state -> "  %-5s http://127.0.0.1:%d%s"
                        .formatted(
                                place.name(),
                                state.port(),
                                state.port() == place.port()
                                        ? ""
                                        : "   (" + place.port() + " is taken by another program)"))
                .orElseGet(() -> "  %-5s not deployed yet".formatted(place.name()));
    }

    /** Whether anything was deployed there; a deployment under way is shown to its end. */
    private boolean isDeployed(String project, String environmentName) throws InterruptedException {
        String environment = api.named("/api/Spaces-1/environments", environmentName)
                .orElseThrow()
                .path("Id")
                .asString();
        Optional<JsonNode> latest =
                newest("deployments?take=1&projects=" + project + "&environments=" + environment, "/");
        if (latest.isEmpty()) {
            return false;
        }
        String task = latest.get().path("TaskId").asString();
        JsonNode state = api.get("/api/tasks/" + task);
        if (state.path("IsCompleted").asBoolean(false)) {
            return state.path("FinishedSuccessfully").asBoolean(false);
        }
        out.accept("The deployment to " + environmentName + " (" + task + ") goes on");
        return new TaskFollower(api, out, stop).follow(task).success();
    }

    private Optional<JsonNode> newest(String collection, String below) {
        return api.get("/api/Spaces-1" + below + collection)
                .path("Items")
                .valueStream()
                .findFirst();
    }
}
