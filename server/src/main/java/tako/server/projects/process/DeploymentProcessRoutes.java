package tako.server.projects.process;

import java.util.List;
import java.util.Map;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Paging;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.resource.DocumentService;
import tako.server.resource.Slice;
import tools.jackson.databind.node.ObjectNode;

/** Deployment processes over HTTP: by their ids, and as the part of a project that clients write to. */
public final class DeploymentProcessRoutes {
    private static final String VIEW = "ProcessView";
    private static final String EDIT = "ProcessEdit";
    private static final String ALL = "/deploymentprocesses";
    private static final String BY_ID = ALL + "/{id}";
    private static final String OF_PROJECT = "/projects/{projectId}/deploymentprocesses";
    private static final Map<String, ?> EXAMPLE = Map.of(
            "Version",
            0,
            "Steps",
            List.of(Map.of(
                    "Name",
                    "Say hello",
                    "Actions",
                    List.of(Map.of(
                            "Name",
                            "Say hello",
                            "ActionType",
                            "Octopus.Script",
                            "Properties",
                            Map.of(
                                    "Octopus.Action.RunOnServer", "True",
                                    "Octopus.Action.Script.ScriptSource", "Inline",
                                    "Octopus.Action.Script.Syntax", "Bash",
                                    "Octopus.Action.Script.ScriptBody", "echo hello"))))));

    private final DeploymentProcesses processes;
    private final DocumentService<?> projects;

    public DeploymentProcessRoutes(DeploymentProcesses processes, DocumentService<?> projects) {
        this.processes = processes;
        this.projects = projects;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                Endpoint.get(ALL)
                        .needs(VIEW)
                        .query("skip", "take")
                        .summary("Lists the deployment processes of a space")
                        .answersPage(DeploymentProcess.class)
                        .does(this::page),
                Endpoint.get(BY_ID)
                        .needs(VIEW)
                        .summary("Reads a deployment process or a frozen copy of one")
                        .answers(DeploymentProcess.class)
                        .does(call -> Response.ok(processes.get(call.principal(), call.space(), call.path("id")))),
                Endpoint.put(BY_ID)
                        .needs(EDIT)
                        .summary("Replaces a deployment process under the version that was read")
                        .answers(DeploymentProcess.class)
                        .takes(ObjectNode.class, EXAMPLE, call -> update(call, processes.projectOf(call.path("id")))),
                Endpoint.get(OF_PROJECT)
                        .needs(VIEW)
                        .summary("Reads a project's deployment process")
                        .answers(DeploymentProcess.class)
                        .does(call -> Response.ok(
                                processes.get(call.principal(), call.space(), ProcessRows.idOf(project(call))))),
                Endpoint.put(OF_PROJECT)
                        .needs(EDIT)
                        .summary("Replaces a project's deployment process under the version that was read")
                        .answers(DeploymentProcess.class)
                        .takes(ObjectNode.class, EXAMPLE, call -> update(call, project(call))),
                Endpoint.get(OF_PROJECT + "/validate")
                        .needs(VIEW)
                        .summary("Whether every rule holds for a project's process as it is stored")
                        .answers(DeploymentProcesses.Validation.class)
                        .does(call -> Response.ok(processes.validate(call.principal(), call.space(), project(call)))));
    }

    private Response page(Call<Void> call) {
        var paging = Paging.of(call, Paging.USUAL_TAKE);
        Slice<ObjectNode> found = processes.list(call.principal(), call.space(), paging.skip(), paging.take());
        return Response.ok(paging.page("DeploymentProcess", found.items(), found.total()));
    }

    private Response update(Call<ObjectNode> call, String project) {
        return Response.ok(processes.present(processes.update(call.principal(), call.space(), project, call.body())));
    }

    private String project(Call<?> call) {
        return projects.get(call.principal(), call.space(), call.path("projectId"))
                .id();
    }
}
