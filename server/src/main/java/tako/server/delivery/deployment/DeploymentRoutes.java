package tako.server.delivery.deployment;

import java.util.List;
import java.util.Map;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Paging;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.resource.Slice;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** The routes of deployments. */
public final class DeploymentRoutes {
    private static final String[] FILTERS = {
        "ids", "projects", "environments", "tenants", "channels", "taskState", "partialName"
    };
    private static final String PREVIEW = "/releases/{id}/deployments/preview/{environment}";
    private static final Map<String, ?> UNTENANTED =
            Map.of("ProjectName", "Web", "ReleaseVersion", "1.0.0", "EnvironmentNames", List.of("Dev"));
    private static final Map<String, ?> TENANTED = Map.of(
            "ProjectName", "Web", "ReleaseVersion", "1.0.0", "EnvironmentName", "Dev", "Tenants", List.of("North"));

    private final Deployments deployments;
    private final DeploymentPreviews previews;

    public DeploymentRoutes(Deployments deployments, DeploymentPreviews previews) {
        this.deployments = deployments;
        this.previews = previews;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                read("/deployments", "Deployments of the space, newest first")
                        .query("skip", "take", "ids", "projects", "environments", "tenants", "channels", "taskState")
                        .answersPage(Deployment.class)
                        .does(this::list),
                read("/releases/{id}/deployments", "Deployments of a release, newest first")
                        .query("skip", "take")
                        .answersPage(Deployment.class)
                        .does(this::ofRelease),
                read("/deployments/{id}", "A deployment")
                        .does(call ->
                                Response.ok(present(deployments.get(call.principal(), call.space(), call.path("id"))))),
                Endpoint.put("/deployments/{id}")
                        .needs("DeploymentCreate")
                        .summary("Gives a deployment that has not started another time")
                        .answers(Deployment.class)
                        .takes(
                                DeploymentTimes.Times.class,
                                Map.of("QueueTime", "2030-01-01T12:00:00Z"),
                                call -> Response.ok(present(deployments.reschedule(
                                        call.principal(), call.space(), call.path("id"), call.body())))),
                Endpoint.delete("/deployments/{id}")
                        .needs("DeploymentDelete")
                        .summary("Deletes a deployment that has ended")
                        .does(this::delete),
                create("/deployments", "Queues a deployment")
                        .answers(Deployment.class)
                        .takes(
                                Deployment.class,
                                DeploymentKind.KIND.example(),
                                call -> Response.created(
                                        present(deployments.create(call.principal(), call.space(), call.body())))),
                create("/deployments/create/untenanted/v1", "Queues deployments by names")
                        .answers(CreateDeploymentCommand.Answer.class)
                        .takes(CreateDeploymentCommand.class, UNTENANTED, this::createByNames),
                create("/deployments/create/tenanted/v1", "Queues deployments for tenants by names")
                        .answers(CreateDeploymentCommand.Answer.class)
                        .takes(CreateDeploymentCommand.class, TENANTED, this::createForTenants),
                read("/releases/{id}/deployments/template", "Where a release may go now")
                        .answers(DeploymentTemplate.class)
                        .does(call -> Response.ok(previews.template(call.principal(), call.space(), call.path("id")))),
                read(PREVIEW, "What a deployment would do")
                        .query("includeDisabledSteps")
                        .answers(DeploymentPreview.class)
                        .does(this::preview),
                Endpoint.post("/releases/{id}/deployments/previews")
                        .needs("DeploymentView")
                        .summary("What several deployments would do")
                        .answers(DeploymentPreview[].class)
                        .takes(
                                PreviewRequest.class,
                                Map.of("DeploymentPreviews", List.of(Map.of("EnvironmentId", "Environments-1"))),
                                call -> Response.ok(previews.previews(
                                        call.principal(), call.space(), call.path("id"), call.body()))));
    }

    private static Endpoint read(String path, String summary) {
        return Endpoint.get(path).needs("DeploymentView").summary(summary).answers(Deployment.class);
    }

    private static Endpoint create(String path, String summary) {
        return Endpoint.post(path).needs("DeploymentCreate").summary(summary);
    }

    private Response list(Call<Void> call) {
        Paging paging = Paging.of(call, Paging.USUAL_TAKE, FILTERS);
        var query = new DeploymentQuery(
                call.queryList("ids"),
                call.queryList("projects"),
                call.queryList("environments"),
                call.queryList("tenants"),
                call.queryList("channels"),
                call.queryList("taskState"),
                paging.skip(),
                paging.take());
        return page(paging, deployments.list(call.principal(), call.space(), query));
    }

    private Response ofRelease(Call<Void> call) {
        Paging paging = Paging.of(call, Paging.USUAL_TAKE);
        return page(
                paging,
                deployments.ofRelease(call.principal(), call.space(), call.path("id"), paging.skip(), paging.take()));
    }

    private Response page(Paging paging, Slice<Stored<Deployment>> slice) {
        return Response.ok(paging.page("Deployment", deployments.present(slice.items()), slice.total()));
    }

    private ObjectNode present(Stored<Deployment> deployment) {
        return deployments.present(List.of(deployment)).getFirst();
    }

    private Response delete(Call<Void> call) {
        deployments.delete(call.principal(), call.space(), call.path("id"));
        return Response.emptyObject();
    }

    private Response preview(Call<Void> call) {
        boolean disabledToo = call.query("includeDisabledSteps")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        return Response.ok(previews.preview(
                call.principal(), call.space(), call.path("id"), call.path("environment"), disabledToo));
    }

    private Response createByNames(Call<CreateDeploymentCommand> call) {
        List<CreateDeploymentCommand.Queued> queued =
                deployments.create(call.principal(), call.space(), call.body()).stream()
                        .map(deployment -> new CreateDeploymentCommand.Queued(
                                deployment.id(), deployment.value().taskId()))
                        .toList();
        return Response.ok(new CreateDeploymentCommand.Answer(queued));
    }

    private Response createForTenants(Call<CreateDeploymentCommand> call) {
        if (call.body().tenants().isEmpty() && call.body().tenantTags().isEmpty()) {
            return Response.ok(new CreateDeploymentCommand.Answer(List.of()));
        }
        return createByNames(call);
    }
}
