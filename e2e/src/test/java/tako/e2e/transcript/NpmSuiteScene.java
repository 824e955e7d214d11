package tako.e2e.transcript;

import static tako.e2e.Setup.id;
import static tako.e2e.Setup.object;

import tako.e2e.Setup;
import tako.e2e.Setup.ScriptedStep;
import tako.e2e.Wire;
import tools.jackson.databind.JsonNode;

/**
 * The recording of the tests inside the npm package: the distinct calls, with every id and name blotted out. Here every name is the same
 * one: a space, and in it a project, an environment and a step. The recording deletes its space half way; then the scene makes it again,
 * with a release that is deployed.
 */
final class NpmSuiteScene implements Scene {
    private static final String NAME = "6f1c2c1e-7d5b-4d5f-9";

    private final Wire wire;
    private boolean deleted;
    private boolean made;

    NpmSuiteScene(Wire wire) {
        this.wire = wire;
    }

    @Override
    public Names names() {
        return new Names()
                .with("<uuid>", () -> NAME)
                .with("Spaces-N", () -> id(space()))
                .with("Users-1", () -> id(wire.get("/api/users/me").succeeded().json()))
                .with("Lifecycles-N", () -> setup().first("lifecycles"))
                .with("ProjectGroups-N", () -> setup().first("projectgroups"))
                .with("Projects-N", () -> project().project())
                .with(
                        "deploymentprocess-Projects-N",
                        () -> "deploymentprocess-" + project().project())
                .with("Deployments-N", () -> id(project().deployments().getLast()))
                .with(
                        "ServerTasks-N",
                        () -> project().deployments().getLast().path("TaskId").asString());
    }

    @Override
    public void before(RecordedCall call) {
        if (deleted && !made) {
            remake();
            made = true;
        }
        deleted |= call.method().equals("DELETE");
    }

    private void remake() {
        var space = object().put("Name", NAME);
        space.putArray("SpaceManagersTeamMembers")
                .add(id(wire.get("/api/users/me").succeeded().json()));
        wire.post("/api/spaces", space).succeeded();
        var setup = setup();
        var environment = setup.environment(NAME);
        var project = setup.project(NAME, new ScriptedStep(NAME, "", "echo hello"));
        setup.deploy(setup.release(project, "0.0.1"), environment);
    }

    private JsonNode space() {
        return Setup.items(
                        wire.get("/api/spaces?partialName=" + NAME).succeeded().json())
                .getFirst();
    }

    private Setup setup() {
        return new Setup(wire, id(space()));
    }

    private ProjectScene project() {
        return new ProjectScene(setup(), NAME);
    }
}
