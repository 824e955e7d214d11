package tako.server.library.variableset;

import java.util.List;
import java.util.Map;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tools.jackson.databind.node.ObjectNode;

/** Variable sets over HTTP, by their ids. */
public final class VariableSetRoutes {
    /** A set with one variable, as a fresh project takes it. */
    public static final Map<String, ?> EXAMPLE = Map.of(
            "Version",
            0,
            "Variables",
            List.of(Map.of("Name", "Greeting", "Value", "Hello", "Type", "String", "Scope", Map.of())));

    private final VariableSets sets;
    private final SinglyScoped singly;

    public VariableSetRoutes(VariableSets sets, SinglyScoped singly) {
        this.sets = sets;
        this.singly = singly;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                Endpoint.get("/variables/all")
                        .needs("VariableView")
                        .summary("Lists all variable sets")
                        .answers(VariableSet[].class)
                        .does(call -> Response.ok(sets.all(call.principal(), call.space()))),
                Endpoint.get("/variables/{id}")
                        .summary("Reads a variable set or a frozen copy of one")
                        .answers(VariableSet.class)
                        .does(call -> Response.ok(sets.get(call.principal(), call.space(), call.path("id")))),
                Endpoint.put("/variables/{id}")
                        .summary("Replaces a variable set; what others changed since the version that was read stays")
                        .answers(VariableSet.class)
                        .takes(
                                ObjectNode.class,
                                EXAMPLE,
                                call -> Response.ok(
                                        sets.update(call.principal(), call.space(), call.path("id"), call.body()))),
                Endpoint.patch("/variables/{id}")
                        .summary("Adds, changes and removes single variables of a set; the others stay")
                        .answers(VariableSet.class)
                        .takes(
                                VariablePatch.class,
                                VariablePatch.EXAMPLE,
                                call -> Response.ok(
                                        sets.patch(call.principal(), call.space(), call.path("id"), call.body()))),
                singly("environments", VariableScope.ENVIRONMENT),
                singly("machines", VariableScope.MACHINE));
    }

    private Route<?> singly(String collection, String dimension) {
        return Endpoint.get("/" + collection + "/{id}/singlyScopedVariableDetails")
                .needs("VariableView")
                .summary("Variables that are meant for this alone")
                .answers(SinglyScoped.Details.class)
                .does(call -> Response.ok(singly.of(call.principal(), call.space(), dimension, call.path("id"))));
    }
}
