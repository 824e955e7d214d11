package tako.server.delivery.release;

import java.util.List;
import java.util.Map;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Paging;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.resource.Absent;

/** The routes by which releases are blocked from later phases, and let go on. */
public final class DefectRoutes {
    private final Defects defects;

    public DefectRoutes(Defects defects) {
        this.defects = defects;
    }

    /** A defect that is reported. */
    record Report(String description) {
        Report {
            description = Absent.orEmpty(description);
        }
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                Endpoint.get("/releases/{id}/defects")
                        .needs("ReleaseView")
                        .query("skip", "take")
                        .summary("The defects of a release")
                        .answersPage(Defect.class)
                        .does(this::defects),
                Endpoint.post("/releases/{id}/defects")
                        .needs("DefectReport")
                        .summary("Blocks a release from later phases")
                        .answers(Defect.class)
                        .takes(
                                Report.class,
                                Map.of("Description", "Breaks the import"),
                                call -> Response.ok(defects.report(
                                        call.principal(),
                                        call.space(),
                                        call.path("id"),
                                        call.body().description()))),
                Endpoint.post("/releases/{id}/defects/resolve")
                        .needs("DefectResolve")
                        .summary("Lets a blocked release go on")
                        .answers(Defect.class)
                        .does(call -> Response.ok(defects.resolve(call.principal(), call.space(), call.path("id")))));
    }

    private Response defects(Call<Void> call) {
        Paging paging = Paging.of(call, Paging.USUAL_TAKE);
        List<Defect> all = defects.list(call.principal(), call.space(), call.path("id"));
        List<Defect> page =
                all.stream().skip(paging.skip()).limit(paging.take()).toList();
        return Response.ok(paging.page("Defect", page, all.size()));
    }
}
