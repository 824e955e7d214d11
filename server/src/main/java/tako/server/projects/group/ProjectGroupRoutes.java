package tako.server.projects.group;

import java.util.List;
import tako.platform.http.Route;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.DocumentService;

/** Project groups over HTTP. */
public final class ProjectGroupRoutes {
    private final DocumentService<ProjectGroup> groups;

    public ProjectGroupRoutes(DocumentService<ProjectGroup> groups) {
        this.groups = groups;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return DocumentRoutes.of(groups).all();
    }
}
