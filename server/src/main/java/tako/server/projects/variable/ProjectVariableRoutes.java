package tako.server.projects.variable;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Problem;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.library.variableset.VariableSet;
import tako.server.library.variableset.VariableSetRoutes;
import tako.server.library.variableset.VariableSets;
import tako.server.resource.DocumentService;
import tools.jackson.databind.node.ObjectNode;

/** The variables of projects over HTTP: the set as a part of the project, and what its values are in a deployment. */
public final class ProjectVariableRoutes {
    private static final String VIEW = "VariableView";
    private static final String OF_PROJECT = "/projects/{projectId}/variables";

    private static final String[] QUESTION = {
        "project", "runbook", "release", "environment", "channel", "tenant", "action", "machine", "role"
    };

    private final VariableSets sets;
    private final ProjectVariables variables;
    private final DocumentService<?> projects;

    public ProjectVariableRoutes(VariableSets sets, ProjectVariables variables, DocumentService<?> projects) {
        this.sets = sets;
        this.variables = variables;
        this.projects = projects;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                Endpoint.get(OF_PROJECT)
                        .needs(VIEW)
                        .summary("Reads a project's variables")
                        .answers(VariableSet.class)
                        .does(call -> Response.ok(sets.get(call.principal(), call.space(), setOf(call)))),
                Endpoint.put(OF_PROJECT)
                        .needs("VariableEdit")
                        .summary("Replaces a project's variables under the version that was read")
                        .answers(VariableSet.class)
                        .takes(
                                ObjectNode.class,
                                VariableSetRoutes.EXAMPLE,
                                call -> Response.ok(
                                        sets.update(call.principal(), call.space(), setOf(call), call.body()))),
                Endpoint.get("/variables/names")
                        .needs(VIEW)
                        .query("project", "runbook", "projectEnvironmentsFilter")
                        .summary("Lists the names a project's steps can use")
                        .answers(String[].class)
                        .does(this::names),
                Endpoint.get("/variables/preview")
                        .needs(VIEW)
                        .query(QUESTION)
                        .summary("The values a project's variables have in a deployment")
                        .answers(VariableSet.class)
                        .does(call -> Response.ok(variables.preview(call.principal(), call.space(), question(call)))),
                Endpoint.get("/variables/explain")
                        .needs(VIEW)
                        .query(Stream.concat(Stream.of("name"), Arrays.stream(QUESTION))
                                .toArray(String[]::new))
                        .summary("Why a variable has the value it has in a deployment")
                        .answers(VariableAnswer.class)
                        .does(call -> Response.ok(variables.explain(
                                call.principal(), call.space(), required(call, "name"), question(call)))));
    }

    private Response names(Call<Void> call) {
        List<String> names = call.query("project")
                .map(project ->
                        variables.names(call.principal(), call.space(), Question.about(project, call.query("runbook"))))
                .orElse(List.of());
        return Response.ok(names);
    }

    private static Question question(Call<Void> call) {
        return new Question(
                required(call, "project"),
                call.query("runbook"),
                call.query("release"),
                new Question.Place(
                        call.query("environment"),
                        call.query("channel"),
                        call.query("tenant"),
                        call.query("action"),
                        call.query("machine"),
                        call.query("role")));
    }

    private static String required(Call<Void> call, String parameter) {
        return call.query(parameter)
                .orElseThrow(() -> Problem.invalid(parameter + ": say which " + parameter
                        + " is meant, in the query of the address, as in ?" + parameter + "=…"));
    }

    /** @throws Problem 404 */
    private String setOf(Call<?> call) {
        String project = projects.get(call.principal(), call.space(), call.path("projectId"))
                .id();
        return "variableset-" + project;
    }
}
