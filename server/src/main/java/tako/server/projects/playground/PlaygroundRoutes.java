package tako.server.projects.playground;

import java.util.List;
import java.util.Map;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;

/** Trying out templates over HTTP, for whoever is signed in: the answer depends on nothing but the question. */
public final class PlaygroundRoutes {
    private PlaygroundRoutes() {}

    /** The routes. */
    public static List<Route<?>> routes() {
        return List.of(Endpoint.post("/variables/evaluate")
                .summary("Evaluates a template with the variables given, and points at what is wrong")
                .answers(Trial.Answer.class)
                .takes(
                        Trial.class,
                        Map.of(
                                "Template",
                                "Running in #{Environment | ToUpper}",
                                "Variables",
                                Map.of("Environment", "Test")),
                        call -> Response.ok(call.body().answer())));
    }
}
