package tako.server.delivery.dashboard;

import java.util.List;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;

/** The routes of how far releases have come. */
public final class ProgressionRoutes {
    private final Progressions progressions;

    public ProgressionRoutes(Progressions progressions) {
        this.progressions = progressions;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                ofProject("/projects/{project}/progression"),
                ofProject("/progression/{project}"),
                Endpoint.get("/releases/{id}/progression")
                        .needs("ReleaseView")
                        .summary("A release in the phases of its lifecycle")
                        .answers(ReleaseProgression.class)
                        .does(call ->
                                Response.ok(progressions.ofRelease(call.principal(), call.space(), call.path("id")))));
    }

    private Route<Void> ofProject(String path) {
        return Endpoint.get(path)
                .needs("ReleaseView")
                .query("releaseHistoryCount")
                .summary("The newest releases of a project: where each is and where it may go")
                .answers(ProjectProgression.class)
                .does(this::ofProject);
    }

    private Response ofProject(Call<Void> call) {
        int history = call.queryInt("releaseHistoryCount", Progressions.USUAL_HISTORY);
        return Response.ok(progressions.ofProject(call.principal(), call.space(), call.path("project"), history));
    }
}
