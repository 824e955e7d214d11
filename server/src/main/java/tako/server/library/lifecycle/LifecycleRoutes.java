package tako.server.library.lifecycle;

import java.util.List;
import java.util.stream.Stream;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.DocumentService;

/** Lifecycles over HTTP. */
public final class LifecycleRoutes {
    private static final String VIEW = "LifecycleView";

    private final DocumentService<Lifecycle> lifecycles;
    private final LifecyclePreviews previews;

    public LifecycleRoutes(DocumentService<Lifecycle> lifecycles, LifecyclePreviews previews) {
        this.lifecycles = lifecycles;
        this.previews = previews;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return Stream.concat(
                        DocumentRoutes.of(lifecycles).all().stream(), Stream.of(preview(), previews(), retention()))
                .toList();
    }

    private Route<?> preview() {
        return Endpoint.get("/lifecycles/{id}/preview")
                .needs(VIEW)
                .summary("A lifecycle with the phases and environments it stands for now")
                .answers(Lifecycle.class)
                .does(call -> Response.ok(previews.of(call.principal(), call.space(), call.path("id"))));
    }

    private Route<?> previews() {
        return Endpoint.get("/lifecycles/previews")
                .needs(VIEW)
                .query("ids")
                .summary("Lifecycles with the phases and environments they stand for now")
                .answers(Lifecycle[].class)
                .does(call -> Response.ok(previews.of(call.principal(), call.space(), call.queryList("ids"))));
    }

    private static Route<?> retention() {
        return Endpoint.get("/retentionpolicies")
                .needs(VIEW)
                .query("RetentionType")
                .summary("What a space keeps where lifecycles and runbooks do not say")
                .answers(SpaceRetention.class)
                .does(call -> Response.ok(SpaceRetention.of(
                        call.space(), call.query("RetentionType").orElse(SpaceRetention.RELEASES))));
    }
}
