package tako.server.delivery.dashboard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The routes of dashboards. */
public final class DashboardRoutes {
    private final Dashboards dashboards;
    private final JsonMapper mapper;

    public DashboardRoutes(Dashboards dashboards, JsonMapper mapper) {
        this.dashboards = dashboards;
        this.mapper = mapper;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                read("/dashboard", "What stands where in the space")
                        .query("projectId", "releaseId", "selectedTenants", "selectedTags", "showAll")
                        .answers(Dashboard.class)
                        .does(this::main),
                read("/dashboard/dynamic", "What stands where, of some projects and environments")
                        .query("projects", "environments", "includePrevious")
                        .answers(Dashboard.class)
                        .does(this::dynamic),
                read("/dashboardconfiguration", "What the dashboard shows")
                        .answers(DashboardConfiguration.class)
                        .does(call -> configuration(call, dashboards.configuration(call.principal(), call.space()))),
                Endpoint.put("/dashboardconfiguration")
                        .needs("ProjectEdit")
                        .summary("Changes what the dashboard shows")
                        .answers(DashboardConfiguration.class)
                        .takes(
                                DashboardConfiguration.class,
                                Map.of("IncludedProjectIds", List.of(), "IncludedEnvironmentIds", List.of()),
                                call -> configuration(
                                        call, dashboards.configure(call.principal(), call.space(), call.body()))));
    }

    private static Endpoint read(String path, String summary) {
        return Endpoint.get(path).needs("DeploymentView").summary(summary);
    }

    private Response main(Call<Void> call) {
        var filter = new Dashboards.Filter(
                call.query("projectId").stream().toList(), List.of(), call.query("releaseId"), false);
        return Response.ok(dashboards.main(call.principal(), call.space(), filter));
    }

    private Response dynamic(Call<Void> call) {
        boolean previous =
                call.query("includePrevious").filter("true"::equalsIgnoreCase).isPresent();
        var filter = new Dashboards.Filter(
                call.queryList("projects"), call.queryList("environments"), Optional.empty(), previous);
        return Response.ok(dashboards.dynamic(call.principal(), call.space(), filter));
    }

    private Response configuration(Call<?> call, DashboardConfiguration configuration) {
        ObjectNode json = mapper.valueToTree(configuration);
        json.put("Id", "dashboardconfiguration-" + call.space());
        json.putObject("Links").put("Self", "/api/" + call.space() + "/dashboardconfiguration");
        return Response.ok(json);
    }
}
