package tako.server.settings.server;

import java.util.List;
import java.util.Optional;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;

/** What load balancers and service managers ask: does the process answer, and can it do its work? */
public final class HealthRoutes {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Readiness readiness;

    public HealthRoutes(Readiness readiness) {
        this.readiness = readiness;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                Endpoint.get("/healthz")
                        .in(Scope.ROOT)
                        .anonymous()
                        .summary("Whether the process answers")
                        .does(call -> text(OK, "ok")),
                Endpoint.get("/readyz")
                        .in(Scope.ROOT)
                        .anonymous()
                        .summary("Whether the server can do its work")
                        .does(this::ready));
    }

    private Response ready(Call<Void> call) {
        Optional<String> obstacle = readiness.obstacle();
        return obstacle.map(why -> text(UNAVAILABLE, why)).orElseGet(() -> text(OK, "ready"));
    }

    private static Response text(int status, String text) {
        return new Response.Text(status, "text/plain", text + "\n", List.of());
    }
}
