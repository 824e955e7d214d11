package tako.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.e2e.Setup.ScriptedStep;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that the README gives for doing it by hand, sent as curl sends them. */
@Tag("outside")
class ByHandTest {
    private static final String SECTION = "## By hand";
    private static final Pattern COMMAND =
            Pattern.compile("curl -H \"\\$KEY\"(?: -d '(?<body>[^']*)')?(?:\\s|\\\\\\n)+\\$TAKO(?<path>/\\S+)");

    private final RunningServer server = RunningServer.start(FreshHome.named("by-hand"));
    private final HttpClient client = HttpClient.newHttpClient();

    /** A command of the README. */
    private record Command(String path, Optional<String> body) {
        static Command of(MatchResult match) {
            return new Command(match.group("path"), Optional.ofNullable(match.group("body")));
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_readme_releases_deploys_and_shows_the_log() throws Exception {
        var setup = new Setup(server.wire());
        setup.environment("Dev");
        var project = setup.project("Random Quotes", new ScriptedStep("Say hello", "", "echo hello"));
        setup.release(project, "1.0.1");
        var commands = commands();
        assertThat(commands).hasSize(3);

        var release = json(send(commands.get(0)));
        var deployment = json(send(commands.get(1)));
        var task = deployment
                .path("DeploymentServerTasks")
                .path(0)
                .path("ServerTaskId")
                .asString();
        setup.succeeds(task);
        var log = send(new Command(
                commands.get(2).path().replaceAll("ServerTasks-\\d+", task),
                commands.get(2).body()));

        assertThat(commands.get(1).body().orElseThrow())
                .contains(release.path("ReleaseVersion").asString());
        assertThat(log).contains("hello");
    }

    private static List<Command> commands() throws IOException {
        var readme = Files.readString(Path.of("..", "README.md"));
        var from = readme.indexOf(SECTION);
        var section = readme.substring(from, readme.indexOf("\n## ", from + 1));
        return COMMAND.matcher(section).results().map(Command::of).toList();
    }

    /** curl says of every body that it is a form. */
    private String send(Command command) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.address() + "/api/Spaces-1" + command.path()))
                .header("X-Octopus-ApiKey", RunningServer.KEY);
        command.body()
                .ifPresent(body -> request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8)));
        var answer = client.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", command, answer.body()).isBetween(200, 299);
        return answer.body();
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
