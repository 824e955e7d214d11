package tako.platform.http.openapi;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /api/openapi.json}: the document, made at the first request and kept. */
public final class OpenApiRoute {
    private final OpenApi openApi;
    private final Supplier<List<Route<?>>> routes;
    private final ReentrantLock making = new ReentrantLock();
    private volatile Optional<String> made = Optional.empty();

    private OpenApiRoute(OpenApi openApi, Supplier<List<Route<?>>> routes) {
        this.openApi = openApi;
        this.routes = routes;
    }

    /**
     * The route.
     *
     * @param routes all routes of the server, this one among them; asked at the first request, when the table is complete
     */
    public static Route<Void> of(OpenApi openApi, Supplier<List<Route<?>>> routes) {
        var route = new OpenApiRoute(openApi, routes);
        return Endpoint.get("/openapi.json")
                .in(Scope.SYSTEM)
                .anonymous()
                .summary("This document")
                .answers(ObjectNode.class)
                .does(call -> new Response.Text(200, "application/json", route.text(), List.of()));
    }

    private String text() {
        return made.orElseGet(this::make);
    }

    private String make() {
        making.lock();
        try {
            String text = made.orElseGet(() -> openApi.of(routes.get()).toString());
            made = Optional.of(text);
            return text;
        } finally {
            making.unlock();
        }
    }
}
