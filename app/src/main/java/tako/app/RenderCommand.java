package tako.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tako.app.client.ApiClient;
import tako.app.client.Releases;
import tako.app.client.RequestRefused;
import tako.app.client.ServerUnreachable;
import tools.jackson.databind.JsonNode;

/** {@code tako render}: shows what a deployment would apply, without applying it. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description = "Show what a deployment would apply, step by step and target by target, secrets masked."
                + " Ends with 0, or 1 if a step cannot be rendered.",
        sortOptions = false)
final class RenderCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ReleaseOptions wanted;

    @Mixin
    private ClientOptions client;

    @SuppressWarnings("NullAway.Init") // picocli fills what it annotates
    RenderCommand() {}

    @Override
    public Integer call() {
        try (ApiClient api = client.connect()) {
            var releases = new Releases(api, client.space());
            JsonNode rendered =
                    api.get("/api/" + client.space() + "/releases/" + releases.id(wanted.project(), wanted.release())
                            + "/deployments/rendering/" + ApiClient.encoded(wanted.environment()));
            return show(rendered.path("Actions")) ? 0 : 1;
        } catch (RequestRefused | ServerUnreachable refused) {
            throw new StartRefused(String.valueOf(refused.getMessage()));
        }
    }

    private boolean show(JsonNode actions) {
        PrintWriter out = spec.commandLine().getOut();
        actions.forEach(action -> show(action, out));
        out.flush();
        return actions.valueStream().allMatch(action -> action.path("Problems").isEmpty());
    }

    /** As YAML documents with comments, so that the output of Kubernetes steps can be piped on. */
    private static void show(JsonNode action, PrintWriter out) {
        String target = action.path("Target").asString("");
        out.println("# " + action.path("Action").asString("")
                + (target.isEmpty() ? ", on the server" : ", for the target " + target));
        action.path("Problems").forEach(problem -> out.println("# Cannot be rendered: " + problem.asString("")));
        action.path("Texts").forEach(text -> {
            out.println("---");
            out.println("# " + text.path("Name").asString(""));
            out.println(text.path("Text").asString("").stripTrailing());
        });
    }
}
