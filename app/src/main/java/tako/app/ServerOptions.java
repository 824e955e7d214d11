package tako.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a server lives and listens, as given on the command line. */
final class ServerOptions {
    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port to listen on; 0 takes a free one (setting http.port).")
    private Optional<Integer> port = Optional.empty();

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "The address to listen on (setting http.bind).")
    private Optional<String> bind = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Any other setting, as in tako.properties; may be repeated.")
    private Map<String, String> settings = new HashMap<>();

    Optional<Integer> port() {
        return port;
    }

    /** The settings given on the command line, by name. */
    Map<String, String> settings() {
        var all = new HashMap<>(settings);
        port.ifPresent(value -> all.put("http.port", value.toString()));
        bind.ifPresent(value -> all.put("http.bind", value));
        return all;
    }

    /** The home of somebody who names none. */
    static Path usualHome() {
        return Path.of(System.getProperty("user.home"), ".tako");
    }
}
