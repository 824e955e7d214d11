package tako.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tako serve}: runs the server until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Run the server. SIGTERM or Ctrl-C drains: no new work, running tasks are finished or handed over.",
        sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--home", paramLabel = "DIR", description = "Where everything is kept (default: ~/.tako).")
    private Optional<Path> home = Optional.empty();

    @Mixin
    private ServerOptions options;

    @SuppressWarnings("NullAway.Init") // picocli fills what it annotates
    ServeCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        var place = new Home(home.orElseGet(ServerOptions::usualHome));
        var shutdown = new Shutdown();
        try (TakoServer server = TakoServer.start(place, options.settings(), System.getenv())) {
            var out = spec.commandLine().getOut();
            server.setupLink().ifPresent(link -> out.println("Set the administrator's password here, once: " + link));
            out.println("Tako listens on " + server.uri());
            out.flush();
            shutdown.await();
            out.println("Stopping: running tasks are finished, or resumed at the next start.");
            out.flush();
        } finally {
            shutdown.done();
        }
        return 0;
    }
}
