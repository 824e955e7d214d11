package tako.app;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which release the commands mean that take one to an environment. */
final class ReleaseOptions {
    @Option(names = "--project", required = true, paramLabel = "NAME", description = "The project: name, id or slug.")
    private String project;

    @Option(
            names = "--release",
            paramLabel = "VERSION",
            description = "The release's version (default: the newest of the project).")
    private Optional<String> release = Optional.empty();

    @Option(names = "--to", required = true, paramLabel = "ENVIRONMENT", description = "The environment.")
    private String environment;

    @SuppressWarnings("NullAway.Init") // picocli fills what it annotates
    ReleaseOptions() {}

    String project() {
        return project;
    }

    /** The version; empty for the newest of the project. */
    Optional<String> release() {
        return release;
    }

    String environment() {
        return environment;
    }
}
