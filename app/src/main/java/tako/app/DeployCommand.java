package tako.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tako.app.client.ApiClient;
import tako.app.client.Delivery;
import tako.app.client.RequestRefused;
import tako.app.client.ServerUnreachable;
import tako.platform.secret.Secret;

/** {@code tako deploy}: deploys a release and shows its log until it has ended. */
@Command(
        name = "deploy",
        mixinStandardHelpOptions = true,
        description =
                "Deploy a release to an environment, show its log, and end with 0 if it succeeded, 1 if it failed.",
        sortOptions = false)
final class DeployCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--project", required = true, paramLabel = "NAME", description = "The project: name, id or slug.")
    private String project;

    @Option(
            names = "--release",
            paramLabel = "VERSION",
            description = "The release's version (default: the newest of the project).")
    private Optional<String> release = Optional.empty();

    @Option(names = "--to", required = true, paramLabel = "ENVIRONMENT", description = "The environment.")
    private String environment;

    @Option(
            names = "--space",
            paramLabel = "SPACE",
            defaultValue = "Spaces-1",
            description = "The space's id (default: ${DEFAULT-VALUE}).")
    private String space;

    @Option(names = "--server", paramLabel = "URL", description = "The server's address; with --api-key.")
    private Optional<URI> server = Optional.empty();

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            description = "Your API key (default: the environment variable TAKO_API_KEY).")
    private Optional<String> apiKey = Optional.ofNullable(System.getenv("TAKO_API_KEY"));

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description =
                    "Instead of --server and --api-key: the home of a server that runs on this machine and is yours.")
    private Optional<Path> home = Optional.empty();

    @SuppressWarnings("NullAway.Init") // picocli fills what it annotates
    DeployCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        try (ApiClient api = client()) {
            var delivery = new Delivery(api, space, new CountDownLatch(1), line -> {
                out.println(line);
                out.flush();
            });
            return delivery.deploy(project, release, environment) ? 0 : 1;
        } catch (RequestRefused | ServerUnreachable refused) {
            throw new StartRefused(String.valueOf(refused.getMessage()));
        }
    }

    private ApiClient client() {
        if (server.isPresent()) {
            String key = apiKey.orElseThrow(() ->
                    new StartRefused("Give your API key with --api-key, or in the environment variable TAKO_API_KEY."));
            return new ApiClient(server.get(), Secret.of(key));
        }
        var place = new Home(home.orElseGet(ServerOptions::usualHome));
        Operator operator = Operator.find(place)
                .orElseThrow(() -> new StartRefused("No server runs in the home " + place.folder()
                        + ". Start it, or give --server and --api-key of another."));
        return new ApiClient(operator.server(), operator.key());
    }
}
