package tako.app.testdrive;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tako.app.client.ApiClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tutorial's system, made through the API as a person or a tool would make it. */
final class Tutorial {
    /** The project's name. */
    static final String PROJECT = "Random Quotes";

    private static final String LIFECYCLE = "Dev, Test, and Prod";
    private static final List<TutorialEnvironment> ENVIRONMENTS = TutorialEnvironment.ALL;
    private static final TutorialEnvironment DEV = ENVIRONMENTS.getFirst();

    private final Seeds seeds;
    private final ApiClient api;
    private final Place place;
    private final SignOff signOff;

    Tutorial(Seeds seeds, Place place, Watcher watcher) {
        this.seeds = seeds;
        this.api = seeds.api();
        this.place = place;
        this.signOff = new SignOff(seeds, watcher);
    }

    /**
     * Makes what is missing, and answers the project's id.
     *
     * @throws TestDriveRefused when what is there is made for another place
     */
    String seed() {
        seeds.find("/projects", PROJECT).map(this::process).ifPresent(this::requireFitting);
        List<String> environments = ENVIRONMENTS.stream()
                .map(one -> seeds.made("/environments", seeds.named(one.name())))
                .toList();
        String lifecycle = lifecycle(environments);
        String team = signOff.team();
        Layout layout = place.layout(seeds);
        layout.targets().forEach(target -> target(target, layout.role(), environments));
        JsonNode project = seeds.find("/projects", PROJECT).orElseGet(() -> project(lifecycle));
        variables(project, layout, environments);
        if (process(project).path("Steps").isEmpty()) {
            steps(project, layout, team);
        }
        return Seeds.id(project);
    }

    /** Whether a deployment asks for sign-off somewhere: what is in the home may be from a version that did not, or be changed. */
    boolean asksForSignOff() {
        return seeds.find("/projects", PROJECT)
                .map(this::process)
                .flatMap(process -> Place.action(process, SignOff.TYPE))
                .isPresent();
    }

    private void requireFitting(JsonNode process) {
        Optional<String> objection = process.path("Steps").isEmpty() ? Optional.empty() : place.objection(process);
        objection.ifPresent(why -> {
            throw new TestDriveRefused(why);
        });
    }

    private String lifecycle(List<String> environments) {
        ObjectNode body =
                seeds.named(LIFECYCLE).put("Description", "Progression from the Dev to the Prod environments");
        ArrayNode phases = body.putArray("Phases");
        ENVIRONMENTS.forEach(one -> {
            ObjectNode phase = phases.addObject().put("Name", one.name()).put("IsOptionalPhase", one.equals(DEV));
            phase.putArray("OptionalDeploymentTargets").add(environments.get(ENVIRONMENTS.indexOf(one)));
        });
        return seeds.made("/lifecycles", body);
    }

    /** It is checked when the place says so, all of them at once. */
    private void target(Layout.Target target, String role, List<String> environments) {
        ObjectNode body = seeds.named(target.name()).put("SkipInitialHealthCheck", true);
        body.putArray("EnvironmentIds").add(environments.get(ENVIRONMENTS.indexOf(target.environment())));
        body.putArray("Roles").add(role);
        body.set("Endpoint", target.endpoint());
        seeds.made("/machines", body, Set.of("Endpoint"));
    }

    private JsonNode project(String lifecycle) {
        JsonNode groups = api.get(Seeds.SPACE + "/projectgroups?take=1");
        ObjectNode body = seeds.named(PROJECT)
                .put("LifecycleId", lifecycle)
                .put("ProjectGroupId", Seeds.id(groups.path("Items").path(0)))
                .put("Description", "Shows a quote, its version and the environment it runs in.");
        body.putObject("VersioningStrategy").put("Template", "1.0.#{Octopus.Version.NextPatch}");
        return api.post(Seeds.SPACE + "/projects", body);
    }

    private void variables(JsonNode project, Layout layout, List<String> environments) {
        String path = NodePorts.path(project);
        ObjectNode set = (ObjectNode) api.get(path);
        if (!set.path("Variables").isEmpty()) {
            return;
        }
        ArrayNode variables = set.putArray("Variables");
        ENVIRONMENTS.forEach(one -> {
            ObjectNode variable = variables.addObject().put("Name", NodePorts.VARIABLE);
            variable.put("Value", Integer.toString(one.port()));
            variable.putObject("Scope").putArray("Environment").add(environments.get(ENVIRONMENTS.indexOf(one)));
        });
        layout.variables()
                .forEach(
                        (name, value) -> variables.addObject().put("Name", name).put("Value", value));
        api.put(path, set);
    }

    /** All at once, so that a process with steps is whole, or is people's. */
    private void steps(JsonNode project, Layout layout, String team) {
        ObjectNode process = process(project);
        ArrayNode steps = process.putArray("Steps");
        step(steps, layout.action()).putObject("Properties").put("Octopus.Action.TargetRoles", layout.role());
        String dev = Seeds.id(seeds.find("/environments", DEV.name()).orElseThrow());
        step(steps, skipping(dev, signOff.action(team, layout.page())));
        step(steps, skipping(dev, new StatusMail(seeds).action())).put("Condition", "Always");
        api.put(processPath(project), process);
    }

    private static ObjectNode skipping(String environment, ObjectNode action) {
        action.putArray("ExcludedEnvironments").add(environment);
        return action;
    }

    private static ObjectNode step(ArrayNode steps, ObjectNode action) {
        ObjectNode step = steps.addObject();
        step.set("Name", action.path("Name"));
        step.putArray("Actions").add(action);
        return step;
    }

    private ObjectNode process(JsonNode project) {
        return (ObjectNode) api.get(processPath(project));
    }

    private static String processPath(JsonNode project) {
        return Seeds.SPACE + "/projects/" + Seeds.id(project) + "/deploymentprocesses";
    }
}
