package tako.server.library.variableset;

import java.util.List;
import java.util.stream.Stream;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.DocumentService;

/** Library variable sets over HTTP. Their variables are read and written at {@code /variables/variableset-{id}}. */
public final class LibraryVariableSetRoutes {
    private final DocumentService<LibraryVariableSet> sets;
    private final LibraryVariableSetUsages usages;

    public LibraryVariableSetRoutes(DocumentService<LibraryVariableSet> sets, LibraryVariableSetUsages usages) {
        this.sets = sets;
        this.usages = usages;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return Stream.concat(
                        DocumentRoutes.of(sets).all().stream(),
                        Stream.<Route<?>>of(Endpoint.get("/libraryvariablesets/{id}/usages")
                                .needs("LibraryVariableSetView")
                                .summary("Which projects and releases use a library variable set")
                                .answers(LibraryVariableSetUsage.class)
                                .does(call -> Response.ok(usages.of(call.principal(), call.space(), call.path("id"))))))
                .toList();
    }
}
