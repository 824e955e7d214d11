package tako.server.projects.project;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** Projects over HTTP. */
public final class ProjectRoutes {
    private static final String VIEW = "ProjectView";
    private static final String SETTINGS = "/projects/{id}/deploymentsettings";

    private final Projects projects;
    private final DeploymentSettings settings;

    public ProjectRoutes(Projects projects, DeploymentSettings settings) {
        this.projects = projects;
        this.settings = settings;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return Stream.concat(
                        DocumentRoutes.of(projects).allButCreate().stream(),
                        Stream.of(create(), summary(), logo(), metadata(), settings(), changeSettings()))
                .toList();
    }

    private Route<?> create() {
        return Endpoint.post("/projects")
                .needs("ProjectCreate")
                .query("clone")
                .summary("Creates a project, or copies one")
                .answers(Project.class)
                .takes(ObjectNode.class, ProjectKind.KIND.example(), call -> {
                    Stored<Project> project = call.query("clone").isPresent()
                            ? projects.copy(
                                    call.principal(),
                                    call.space(),
                                    call.query("clone").get(),
                                    call.body())
                            : projects.create(call.principal(), call.space(), call.body());
                    return Response.created(projects.present(project));
                });
    }

    private Route<?> summary() {
        return Endpoint.get("/projects/{id}/summary")
                .needs(VIEW)
                .summary("Whether a project has anything to do")
                .answers(Projects.Summary.class)
                .does(call -> Response.ok(projects.summary(call.principal(), call.space(), call.path("id"))));
    }

    private Route<?> logo() {
        return Endpoint.get("/projects/{id}/logo")
                .needs(VIEW)
                .summary("A picture of a project: its initial on a colour of its own")
                .does(this::logo);
    }

    private Response logo(Call<Void> call) {
        var project = projects.get(call.principal(), call.space(), call.path("id"));
        return new Response.Text(
                200,
                "image/svg+xml",
                ProjectLogo.svg(project.id(), project.value().name()),
                List.of());
    }

    /** Settings that extensions add to projects: there are none. */
    private Route<?> metadata() {
        return Endpoint.get("/projects/{id}/metadata")
                .needs(VIEW)
                .summary("The settings that extensions add to a project")
                .answers(ObjectNode[].class)
                .does(call -> {
                    projects.get(call.principal(), call.space(), call.path("id"));
                    return Response.ok(List.of());
                });
    }

    private Route<?> settings() {
        return Endpoint.get(SETTINGS)
                .needs(VIEW)
                .summary("Reads a project's deployment settings")
                .answers(ObjectNode.class)
                .does(call -> Response.ok(settings.get(call.principal(), call.space(), call.path("id"))));
    }

    private Route<?> changeSettings() {
        return Endpoint.put(SETTINGS)
                .needs("ProjectEdit")
                .summary("Changes a project's deployment settings; the project shows the same")
                .answers(ObjectNode.class)
                .takes(
                        ObjectNode.class,
                        Map.of("VersioningStrategy", Map.of("Template", "1.0.i")),
                        call -> Response.ok(
                                settings.update(call.principal(), call.space(), call.path("id"), call.body())));
    }
}
