package tako.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes what a test needs through the API.
 *
 * @param space the id of the space in which
 */
public record Setup(Wire wire, String space) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The default space. */
    public Setup(Wire wire) {
        this(wire, "Spaces-1");
    }

    /**
     * A step that runs a Bash script.
     *
     * @param role the tag of its targets; "" for once on the server
     */
    public record ScriptedStep(String name, String role, String script) {}

    /** A deployment that was acknowledged. */
    public record Deployment(String id, String task) {}

    /** An empty object to fill. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** An address in the space. */
    public String path(String rest) {
        return "/api/" + space + "/" + rest;
    }

    /** A text in a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Makes a document and gives it back. */
    public JsonNode create(String collection, ObjectNode body) {
        return wire.post(path(collection), body).succeeded().json();
    }

    /** The document of a collection that has exactly this name. */
    public JsonNode named(String collection, String name) {
        var page = wire.get(path(collection) + "?partialName=" + encoded(name) + "&take=100")
                .succeeded()
                .json();
        return items(page).stream()
                .filter(item -> item.path("Name").asString("").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no \"" + name + "\" among " + collection));
    }

    /** The items of a page. */
    public static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("Items").spliterator(), false).toList();
    }

    public String environment(String name) {
        return id(create("environments", object().put("Name", name)));
    }

    /** A project with the first lifecycle and group of the space. */
    public String project(String name, ScriptedStep... steps) {
        var project = create(
                "projects",
                object().put("Name", name)
                        .put("LifecycleId", first("lifecycles"))
                        .put("ProjectGroupId", first("projectgroups")));
        process(id(project), steps);
        return id(project);
    }

    /** The id of the first document of a collection. */
    public String first(String collection) {
        return id(
                items(wire.get(path(collection) + "?take=1").succeeded().json()).getFirst());
    }

    /** Replaces a project's process. */
    public void process(String project, ScriptedStep... steps) {
        var address = path("projects/" + project + "/deploymentprocesses");
        var process = (ObjectNode) wire.get(address).succeeded().json();
        var array = process.putArray("Steps");
        for (ScriptedStep step : steps) {
            array.add(step(step));
        }
        wire.put(address, process).succeeded();
    }

    private static ObjectNode step(ScriptedStep step) {
        var document =
                object().put("Name", step.name()).put("Condition", "Success").put("StartTrigger", "StartAfterPrevious");
        document.putObject("Properties").put("Octopus.Action.TargetRoles", step.role());
        var action = document.putArray("Actions").addObject();
        action.put("Name", step.name()).put("ActionType", "Octopus.Script");
        action.putObject("Properties")
                .put("Octopus.Action.RunOnServer", step.role().isEmpty() ? "true" : "false")
                .put("Octopus.Action.Script.ScriptSource", "Inline")
                .put("Octopus.Action.Script.Syntax", "Bash")
                .put("Octopus.Action.Script.ScriptBody", step.script());
        return document;
    }

    /** A target on this machine. */
    public String machine(String name, String role, String... environments) {
        var machine = object().put("Name", name);
        List.of(environments).forEach(machine.putArray("EnvironmentIds")::add);
        machine.putArray("Roles").add(role);
        machine.putObject("Endpoint").put("CommunicationStyle", "None");
        return id(create("machines", machine));
    }

    public String release(String project, String version) {
        var channel = items(wire.get(path("projects/" + project + "/channels"))
                        .succeeded()
                        .json())
                .getFirst();
        return id(create(
                "releases",
                object().put("ProjectId", project).put("ChannelId", id(channel)).put("Version", version)));
    }

    public Deployment deploy(String release, String environment) {
        var deployment =
                create("deployments", object().put("ReleaseId", release).put("EnvironmentId", environment));
        return new Deployment(id(deployment), deployment.path("TaskId").asString());
    }

    public JsonNode task(String id) {
        return wire.get("/api/tasks/" + id).succeeded().json();
    }

    /** Waits until a task has ended. */
    public JsonNode ended(String task, Duration bound) {
        await().atMost(bound)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> task(task).path("IsCompleted").asBoolean());
        return task(task);
    }

    /** Waits until a task has ended with success. */
    public void succeeds(String task) {
        var ended = ended(task, Duration.ofSeconds(60));
        assertThat(ended.path("State").asString()).as(() -> rawLog(task)).isEqualTo("Success");
    }

    /** Waits until a task's log has a text. */
    public void waitsForLine(String task, String text) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> rawLog(task).contains(text));
    }

    /** A task's log as text. */
    public String rawLog(String task) {
        return wire.get("/api/tasks/" + task + "/raw").succeeded().text();
    }

    /** A document's id. */
    public static String id(JsonNode document) {
        return document.path("Id").asString();
    }
}
