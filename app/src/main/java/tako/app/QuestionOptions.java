package tako.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import tako.app.client.ApiClient;

/** For what the value of a variable is asked. */
final class QuestionOptions {
    @Option(names = "--project", required = true, paramLabel = "NAME", description = "The project: name, id or slug.")
    private String project;

    @Option(names = "--environment", paramLabel = "NAME", description = "An environment.")
    private Optional<String> environment = Optional.empty();

    @Option(names = "--machine", paramLabel = "NAME", description = "A deployment target.")
    private Optional<String> machine = Optional.empty();

    @Option(names = "--role", paramLabel = "TAG", description = "A target tag, where no target is named.")
    private Optional<String> role = Optional.empty();

    @Option(names = "--action", paramLabel = "NAME", description = "An action of the project's process.")
    private Optional<String> action = Optional.empty();

    @Option(
            names = "--channel",
            paramLabel = "NAME",
            description = "A channel (default: the release's, if one is given).")
    private Optional<String> channel = Optional.empty();

    @Option(
            names = "--tenant",
            paramLabel = "ID",
            description = "The id of a tenant, taken as it is: not looked up yet.")
    private Optional<String> tenant = Optional.empty();

    @Option(
            names = "--runbook",
            paramLabel = "ID",
            description = "The id of a runbook, instead of deployments, taken as it is: not looked up yet.")
    private Optional<String> runbook = Optional.empty();

    @Option(
            names = "--release",
            paramLabel = "VERSION",
            description = "A release: as it has frozen the variables (default: as they are now).")
    private Optional<String> release = Optional.empty();

    @SuppressWarnings("NullAway.Init") // picocli fills what it annotates
    QuestionOptions() {}

    /** The query of the question about a name. */
    String query(String name) {
        Map<String, Optional<String>> parts = new LinkedHashMap<>();
        parts.put("name", Optional.of(name));
        parts.put("project", Optional.of(project));
        parts.put("environment", environment);
        parts.put("machine", machine);
        parts.put("role", role);
        parts.put("action", action);
        parts.put("channel", channel);
        parts.put("tenant", tenant);
        parts.put("runbook", runbook);
        parts.put("release", release);
        return parts.entrySet().stream()
                .filter(part -> part.getValue().isPresent())
                .map(part ->
                        part.getKey() + "=" + ApiClient.encoded(part.getValue().orElseThrow()))
                .collect(Collectors.joining("&", "?", ""));
    }
}
