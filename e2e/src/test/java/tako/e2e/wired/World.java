package tako.e2e.wired;

import static tako.e2e.Setup.id;
import static tako.e2e.Setup.items;
import static tako.e2e.Setup.object;

import java.util.HashMap;
import java.util.Map;
import tako.e2e.Setup;
import tako.e2e.Setup.ScriptedStep;
import tools.jackson.databind.node.ObjectNode;

/**
 * One document of each kind.
 *
 * @param values by the segment of a path after which it stands: {@code projects} is the id of a project
 */
record World(Map<String, String> values) {
    /** Makes them. The names of the first world, whose suffix is "", are those that examples speak of. */
    static World make(Setup setup, String suffix) {
        var values = new HashMap<String, String>();
        var environment = setup.environment("Dev" + suffix);
        var project = setup.project("Web" + suffix, new ScriptedStep("Say hello", "", "echo hello"));
        var release = setup.release(project, "1.0.0");
        var deployment = setup.deploy(release, id(setup.named("environments", "Dev")));
        setup.succeeds(deployment.task());
        values.put("environments", environment);
        values.put("preview", environment);
        values.put("projects", project);
        values.put("progression", project);
        values.put("deploymentprocesses", "deploymentprocess-" + project);
        values.put("variables", "variableset-" + project);
        values.put("channels", channel(setup, project));
        values.put("releases", release);
        values.put("deployments", deployment.id());
        values.put("tasks", deployment.task());
        values.put("rerun", deployment.task());
        values.put("machines", setup.machine("web" + suffix, "web", environment));
        values.put("lifecycles", id(setup.create("lifecycles", object().put("Name", "Other" + suffix))));
        values.put("projectgroups", id(setup.create("projectgroups", object().put("Name", "Other" + suffix))));
        values.put("machinepolicies", id(setup.create("machinepolicies", object().put("Name", "Other" + suffix))));
        values.put("workerpools", id(setup.create("workerpools", workerPool(suffix))));
        values.put("workers", id(setup.create("workers", worker(suffix, values.get("workerpools")))));
        values.put("proxies", id(setup.create("proxies", proxy(suffix))));
        values.put("feeds", setup.first("feeds"));
        addPeople(setup, suffix, values);
        return new World(Map.copyOf(values));
    }

    private static ObjectNode workerPool(String suffix) {
        return object().put("Name", "Other" + suffix).put("WorkerPoolType", "StaticWorkerPool");
    }

    static ObjectNode worker(String suffix, String pool) {
        var worker = object().put("Name", "builder" + suffix);
        worker.putArray("WorkerPoolIds").add(pool);
        worker.putObject("Endpoint").put("CommunicationStyle", "TentaclePassive");
        return worker;
    }

    static ObjectNode proxy(String suffix) {
        return object().put("Name", "Way out" + suffix)
                .put("Host", "proxy.example.org")
                .put("Port", 3128);
    }

    private static String channel(Setup setup, String project) {
        return id(items(setup.wire()
                        .get(setup.path("projects/" + project + "/channels"))
                        .succeeded()
                        .json())
                .getFirst());
    }

    private static void addPeople(Setup setup, String suffix, Map<String, String> values) {
        var wire = setup.wire();
        var me = id(wire.get("/api/users/me").succeeded().json());
        values.put("users", me);
        values.put("authentication", me);
        values.put(
                "apikeys",
                id(wire.post("/api/users/" + me + "/apikeys", object().put("Purpose", "test"))
                        .succeeded()
                        .json()));
        values.put("teams", "teams-everyone");
        values.put(
                "events",
                id(items(wire.get(setup.path("events?take=1")).succeeded().json())
                        .getFirst()));
        values.put("capabilities", "GetAllSpacesRequest");
        values.put(
                "octopusservernodes",
                id(items(wire.get("/api/octopusservernodes").succeeded().json()).getFirst()));
        var space = object().put("Name", "Other" + suffix);
        space.putArray("SpaceManagersTeamMembers").add(me);
        values.put("spaces", id(wire.post("/api/spaces", space).succeeded().json()));
    }

    /** What stands for a parameter of a path. */
    String after(String segment) {
        var value = values.get(segment);
        if (value == null) {
            throw new AssertionError("The world holds nothing for the parameter after /" + segment);
        }
        return value;
    }
}
