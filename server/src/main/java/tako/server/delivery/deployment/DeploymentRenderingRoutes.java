package tako.server.delivery.deployment;

import java.util.List;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.delivery.deployment.DeploymentRenderings.RenderedDeployment;

/** What a deployment would apply, over HTTP. Ours: Octopus shows no manifests before it applies them. */
public final class DeploymentRenderingRoutes {
    private final DeploymentRenderings renderings;

    public DeploymentRenderingRoutes(DeploymentRenderings renderings) {
        this.renderings = renderings;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(Endpoint.get("/releases/{id}/deployments/rendering/{environment}")
                .needs("DeploymentView")
                .summary("What a deployment would apply: the text of every step for every target, secrets masked")
                .answers(RenderedDeployment.class)
                .does(this::rendering));
    }

    private Response rendering(Call<Void> call) {
        return Response.ok(renderings.of(call.principal(), call.space(), call.path("id"), call.path("environment")));
    }
}
