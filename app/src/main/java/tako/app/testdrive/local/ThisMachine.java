package tako.app.testdrive.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tako.app.testdrive.Layout;
import tako.app.testdrive.Place;
import tako.app.testdrive.Seeds;
import tako.app.testdrive.TutorialEnvironment;
import tako.app.testdrive.Watcher;
import tako.platform.process.Bounds;
import tako.platform.process.Isolation;
import tako.platform.process.LocalExecutor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** This machine, for everyone without a cluster: Random Quotes runs as processes, which end with the test drive. */
public final class ThisMachine implements Place {
    private static final String ROLE = "random-quotes";
    private static final String STEP = "Deploy Random Quotes";
    /** What the script sets. */
    private static final String PAGE = "#{Octopus.Action[" + STEP + "].Output.Address}";

    private static final String TYPE = "Octopus.Script";
    /** What earlier starts deployed is being started again; this is enough for all. */
    private static final Duration START = Duration.ofSeconds(30);

    private final Path services;
    private final Watcher watcher;
    private final LocalExecutor executor;
    private final ServiceSupervisor supervisor;

    /**
     * Starts what earlier deployments declared.
     *
     * @param home the server's home
     * @param application the jar of Random Quotes
     */
    public ThisMachine(Path home, Path application, Watcher watcher) throws IOException {
        this.services = home.resolve("services");
        this.watcher = watcher;
        this.executor = new LocalExecutor(home.resolve("services-work"), Isolation.probe(), Bounds.STANDARD);
        executor.sweep();
        this.supervisor = new ServiceSupervisor(services, application, executor);
    }

    @Override
    public Optional<String> objection(JsonNode process) {
        return Place.action(process, TYPE).isPresent()
                ? Optional.empty()
                : Optional.of("This home holds the tutorial of a cluster. Give its --kubeconfig, --image and --feed"
                        + " again, or choose another home with --home DIR for the tutorial on this machine.");
    }

    @Override
    public Layout layout(Seeds seeds) {
        List<Layout.Target> targets = TutorialEnvironment.ALL.stream()
                .map(environment -> new Layout.Target(
                        environment,
                        "This machine, " + environment.name(),
                        seeds.api().body().put("CommunicationStyle", "None")))
                .toList();
        return new Layout(ROLE, targets, Map.of("Services Folder", services.toString()), action(seeds), PAGE);
    }

    private static ObjectNode action(Seeds seeds) {
        ObjectNode action = seeds.named(STEP).put("ActionType", TYPE);
        action.putObject("Properties")
                .put("Octopus.Action.RunOnServer", "True")
                .put("Octopus.Action.Script.ScriptSource", "Inline")
                .put("Octopus.Action.Script.Syntax", "Bash")
                .put("Octopus.Action.Script.ScriptBody", script());
        return action;
    }

    /** They are this machine. */
    @Override
    public void awaitTargets() {}

    @Override
    public ReleaseOrder release() {
        return new ReleaseOrder(Optional.empty(), List.of());
    }

    @Override
    public void awaitPages() throws InterruptedException {
        watcher.await(START, this::allDeclaredAreKnown);
    }

    private boolean allDeclaredAreKnown() {
        return TutorialEnvironment.ALL.stream()
                .map(TutorialEnvironment::name)
                .filter(name -> Files.exists(services.resolve(name + Declaration.ENDING)))
                .allMatch(name -> ServiceState.read(services, name).isPresent());
    }

    @Override
    public Optional<Page> page(TutorialEnvironment environment) {
        return ServiceState.read(services, environment.name())
                .filter(ServiceState::running)
                .map(state -> new Page(
                        "http://127.0.0.1:" + state.port(),
                        state.port() == environment.port() ? "" : environment.port() + " is taken by another program"));
    }

    @Override
    public List<String> notes() {
        return List.of("Ctrl-C ends the server and everything it started.");
    }

    @Override
    public void close() throws IOException {
        supervisor.close();
        executor.close();
    }

    private static String script() {
        try (InputStream text = Objects.requireNonNull(ThisMachine.class.getResourceAsStream("deploy.sh"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
