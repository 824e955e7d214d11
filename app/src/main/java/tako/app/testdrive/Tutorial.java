package tako.app.testdrive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tako.app.client.ApiClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tutorial's system, made through the API as a person or a tool would make it. Every part is made only when it is missing, so a start
 * that was interrupted goes on where it stood, and what people changed stays.
 */
final class Tutorial {
    /** The project's name. */
    static final String PROJECT = "Random Quotes";

    /** The environments in the order in which a release passes them. */
    static final List<Place> PLACES =
            List.of(new Place("Dev", 30_000), new Place("Test", 30_001), new Place("Prod", 30_002));

    private static final String ROLE = "random-quotes";
    private static final String SPACE = "/api/Spaces-1";
    private static final String STEP = "Deploy Random Quotes";

    private final ApiClient api;
    private final Path services;

    /** @param services where the supervisor looks for declarations */
    Tutorial(ApiClient api, Path services) {
        this.api = api;
        this.services = services;
    }

    /**
     * An environment of the tutorial.
     *
     * @param port the value of {@code K8S Node Port} there
     */
    record Place(String name, int port) {}

    /** Makes what is missing. */
    void seed() {
        List<String> environments = PLACES.stream().map(this::environment).toList();
        String lifecycle = lifecycle(environments);
        PLACES.forEach(place -> target(place, environments.get(PLACES.indexOf(place))));
        JsonNode project = api.named(SPACE + "/projects", PROJECT).orElseGet(() -> project(lifecycle));
        variables(project, environments);
        process(project);
    }

    private String environment(Place place) {
        return made("/environments", place.name(), named(place.name()));
    }

    private String lifecycle(List<String> environments) {
        ObjectNode body = named("Dev, Test, and Prod");
        ArrayNode phases = body.putArray("Phases");
        PLACES.forEach(place -> {
            ObjectNode phase = phases.addObject().put("Name", place.name());
            phase.putArray("OptionalDeploymentTargets").add(environments.get(PLACES.indexOf(place)));
        });
        return made("/lifecycles", "Dev, Test, and Prod", body);
    }

    private void target(Place place, String environment) {
        String name = "This machine, " + place.name();
        ObjectNode body = named(name);
        body.putArray("EnvironmentIds").add(environment);
        body.putArray("Roles").add(ROLE);
        body.putObject("Endpoint").put("CommunicationStyle", "None");
        made("/machines", name, body);
    }

    private JsonNode project(String lifecycle) {
        String group = api.get(SPACE + "/projectgroups?take=1")
                .path("Items")
                .path(0)
                .path("Id")
                .asString();
        ObjectNode body = named(PROJECT).put("LifecycleId", lifecycle).put("ProjectGroupId", group);
        body.put("Description", "Shows a quote, its version and the environment it runs in.");
        body.putObject("VersioningStrategy").put("Template", "1.0.#{Octopus.Version.NextPatch}");
        return api.post(SPACE + "/projects", body);
    }

    private void variables(JsonNode project, List<String> environments) {
        String path = SPACE + "/variables/" + project.path("VariableSetId").asString();
        ObjectNode set = (ObjectNode) api.get(path);
        if (!set.path("Variables").isEmpty()) {
            return;
        }
        ArrayNode variables = set.putArray("Variables");
        PLACES.forEach(place -> {
            ObjectNode variable = variables.addObject().put("Name", "K8S Node Port");
            variable.put("Value", Integer.toString(place.port()));
            variable.putObject("Scope").putArray("Environment").add(environments.get(PLACES.indexOf(place)));
        });
        variables.addObject().put("Name", "Services Folder").put("Value", services.toString());
        api.put(path, set);
    }

    private void process(JsonNode project) {
        String path = SPACE + "/projects/" + project.path("Id").asString() + "/deploymentprocesses";
        ObjectNode process = (ObjectNode) api.get(path);
        if (!process.path("Steps").isEmpty()) {
            return;
        }
        ObjectNode step = process.putArray("Steps").addObject().put("Name", STEP);
        step.putObject("Properties").put("Octopus.Action.TargetRoles", ROLE);
        ObjectNode action =
                step.putArray("Actions").addObject().put("Name", STEP).put("ActionType", "Octopus.Script");
        ObjectNode properties = action.putObject("Properties");
        properties.put("Octopus.Action.RunOnServer", "True");
        properties.put("Octopus.Action.Script.ScriptSource", "Inline");
        properties.put("Octopus.Action.Script.Syntax", "Bash");
        properties.put("Octopus.Action.Script.ScriptBody", script());
        api.put(path, process);
    }

    private String made(String collection, String name, ObjectNode body) {
        return api.named(SPACE + collection, name)
                .orElseGet(() -> api.post(SPACE + collection, body))
                .path("Id")
                .asString();
    }

    private ObjectNode named(String name) {
        return api.body().put("Name", name);
    }

    private static String script() {
        try (InputStream text = Objects.requireNonNull(Tutorial.class.getResourceAsStream("deploy.sh"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
