package tako.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import tako.app.client.ApiClient;
import tako.platform.secret.Secret;

/** How the commands that ask a running server find it. */
final class ClientOptions {
    @Option(
            names = "--space",
            paramLabel = "SPACE",
            defaultValue = "Spaces-1",
            description = "The space's id (default: ${DEFAULT-VALUE}).")
    private String space = "Spaces-1";

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

    String space() {
        return space;
    }

    /** @throws StartRefused when it is not said where the server is, or who asks */
    ApiClient connect() {
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
