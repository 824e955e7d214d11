package tako.server.projects.project;

import java.util.List;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Route;
import tako.server.resource.Dimensions;
import tako.server.resource.DocumentLists;
import tako.server.resource.DocumentService;

/** The projects of a group and of a lifecycle. */
public final class ProjectListRoutes {
    private final DocumentLists<Project> lists;
    private final DocumentService<?> groups;
    private final DocumentService<?> lifecycles;

    public ProjectListRoutes(Projects projects, DocumentService<?> groups, DocumentService<?> lifecycles) {
        this.lists = new DocumentLists<>(projects);
        this.groups = groups;
        this.lifecycles = lifecycles;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                Endpoint.get("/projectgroups/{id}/projects")
                        .needs("ProjectView")
                        .query(lists.parameters())
                        .summary("Lists the projects of a group")
                        .answersPage(Project.class)
                        .does(call -> {
                            List<String> group = idOf(groups, call);
                            return lists.page(call, query -> query.withScope(Dimensions.PROJECT_GROUP, group));
                        }),
                Endpoint.get("/lifecycles/{id}/projects")
                        .needs("ProjectView")
                        .summary("Lists the projects that follow a lifecycle")
                        .answers(Project[].class)
                        .does(call -> {
                            List<String> lifecycle = idOf(lifecycles, call);
                            return lists.all(call, query -> query.withScope(Dimensions.LIFECYCLE, lifecycle));
                        }));
    }

    /** @throws tako.platform.http.Problem 404 */
    private static List<String> idOf(DocumentService<?> owners, Call<Void> call) {
        return List.of(
                owners.get(call.principal(), call.space(), call.path("id")).id());
    }
}
