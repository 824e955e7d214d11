package tako.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import tako.app.client.ApiClient;

/**
 * {@code tako warm-up}: the training run of the JDK's ahead-of-time cache (JEP 483, JEP 515). The launcher starts it with the option that
 * writes the cache at the end, under a name that holds the hash of all jars and of the JDK, because a changed jar is not noticed otherwise.
 */
@Command(
        name = "warm-up",
        mixinStandardHelpOptions = true,
        description =
                "Prepare faster starts: run the server once in a folder of its own, and keep what the JDK learned from it.")
final class WarmUpCommand implements Callable<Integer> {
    private static final List<String> PAGES = List.of(
            "/api",
            "/api/Spaces-1",
            "/api/Spaces-1/environments",
            "/api/Spaces-1/projects",
            "/api/Spaces-1/dashboard",
            "/api/tasks",
            "/api/openapi.json");

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("tako-warm-up");
        try {
            serveOnce(folder);
            serveOnce(folder);
        } finally {
            remove(folder);
        }
        return 0;
    }

    /** The first start makes the home, the second is the kind that is to be fast. */
    private static void serveOnce(Path folder) {
        try (TakoServer server = TakoServer.start(new Home(folder), Map.of("http.port", "0"), Map.of());
                ApiClient api = new ApiClient(server.uri(), server.operator().key())) {
            PAGES.forEach(api::get);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
