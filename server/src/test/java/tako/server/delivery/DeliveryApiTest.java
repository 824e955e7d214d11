package tako.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.server.delivery.DeliveryFixture.SPACE;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;
import tako.platform.http.Route;
import tako.platform.http.RouteTable;
import tako.platform.http.TestHttpServer;
import tako.server.delivery.dashboard.DashboardRoutes;
import tako.server.delivery.dashboard.DashboardSources;
import tako.server.delivery.dashboard.Dashboards;
import tako.server.delivery.dashboard.ProgressionRoutes;
import tako.server.delivery.dashboard.Progressions;
import tako.server.delivery.deployment.DeploymentRoutes;
import tako.server.delivery.release.DefectRoutes;
import tako.server.delivery.release.ReleaseRoutes;
import tools.jackson.databind.JsonNode;

/** What build servers and command lines send and read, over HTTP. */
class DeliveryApiTest {
    private static final String BASE = "/api/" + SPACE;

    @RegisterExtension
    final FreshDatabase fresh = TestDatabases.sqlite("db/migration/server");

    private DeliveryFixture here;
    private TestHttpServer server;

    @BeforeEach
    void start() {
        here = new DeliveryFixture(fresh.database());
        var sources = new DashboardSources(
                here.projects.documents(), here.groups, here.channels, here.lifecycles, here.environments);
        var progressions = new Progressions(
                here.engine,
                sources,
                here.releaseDocuments,
                here.progressions,
                here.deployments,
                (view, task, description) -> here.mapper.createObjectNode().put("Id", task.id()));
        List<Route<?>> routes = Stream.of(
                        new ReleaseRoutes(here.releases, here.templates).routes(),
                        new DefectRoutes(here.defects).routes(),
                        new DeploymentRoutes(here.deployments, here.previews).routes(),
                        new DashboardRoutes(new Dashboards(here.engine, sources), here.mapper).routes(),
                        new ProgressionRoutes(progressions).routes())
                .<Route<?>>flatMap(List::stream)
                .toList();
        server = TestHttpServer.start(new RouteTable(routes));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aBuildServerReleasesAndDeploysByNames() {
        JsonNode made = json(201, server.post(BASE + "/releases/create/v1", """
                {"spaceId": "Spaces-1", "spaceIdOrName": "Default", "spaceName": "Default", "ProjectName": "Random Quotes",
                 "ReleaseVersion": "2.0.0", "Packages": [], "GitResources": [], "IgnoreChannelRules": false, "CustomFields": {}}"""));
        assertThat(made).isEqualTo(here.json("{\"ReleaseId\": \"Releases-1\", \"ReleaseVersion\": \"2.0.0\"}"));

        JsonNode queued = json(200, server.post(BASE + "/deployments/create/untenanted/v1", """
                {"spaceIdOrName": "Spaces-1", "releaseVersion": "2.0.0", "environmentNames": ["Dev"],
                 "forcePackageRedeployment": false, "updateVariableSnapshot": false, "spaceId": "Spaces-1",
                 "projectName": "random-quotes", "forcePackageDownload": false, "useGuidedFailure": null, "variables": {}}"""));
        assertThat(queued).isEqualTo(here.json("""
                {"DeploymentServerTasks": [{"DeploymentId": "Deployments-1", "ServerTaskId": "ServerTasks-1"}]}"""));

        JsonNode read = json(200, server.get(BASE + "/deployments?take=1&ids=Deployments-1"));
        assertThat(read.at("/Items/0/EnvironmentId").asString()).isEqualTo("Environments-1");
        assertThat(read.at("/Items/0/Links/Task").asString()).isEqualTo("/api/tasks/ServerTasks-1");
    }

    @Test
    void aScheduledCommandIsRefusedWithEveryReason() {
        here.release("1.0.0");

        JsonNode refused = json(400, server.post(BASE + "/deployments/create/untenanted/v1", """
                {"projectName": "Projects-1", "releaseVersion": "1.0.0", "environmentNames": ["Dev", "Prod"],
                 "specificMachineNames": ["nobody"], "runAt": "2031-01-01T00:00:00"}"""));

        assertThat(refused.path("Errors")).hasSize(2);
        assertThat(refused.path("Errors").toString()).contains("'nobody' is not in the environment 'Dev'", "30 days");
        assertThat(json(200, server.get(BASE + "/deployments"))
                        .path("TotalResults")
                        .asInt())
                .isZero();
    }

    @Test
    void namesThatAreNotThereAreTold() {
        here.release("1.0.0");

        assertThat(
                        refusal(
                                "{\"projectName\": \"Nothing\", \"releaseVersion\": \"1.0.0\", \"environmentNames\": [\"Dev\"]}"))
                .contains("There is no project 'Nothing'");
        assertThat(
                        refusal(
                                "{\"projectName\": \"Projects-1\", \"releaseVersion\": \"9.0.0\", \"environmentNames\": [\"Dev\"]}"))
                .contains("has no release '9.0.0'");
        assertThat(
                        refusal(
                                "{\"projectName\": \"Projects-1\", \"releaseVersion\": \"1.0.0\", \"environmentNames\": [\"X\"]}"))
                .contains("There is no environment 'X'");
    }

    @Test
    void promptedVariablesAreAnsweredByNameOrLabelAndStepsSkippedByName() {
        here.variables(0, """
                {"Id": "v1", "Name": "Who", "Prompt": {"Label": "Who asked", "Required": true}}""");
        here.release("1.0.0");

        assertThat(
                        refusal(
                                "{\"projectName\": \"Projects-1\", \"releaseVersion\": \"1.0.0\", \"environmentNames\": [\"Dev\"]}"))
                .contains("The variable 'Who asked' needs a value");
        json(200, server.post(BASE + "/deployments/create/untenanted/v1", """
                {"projectName": "Projects-1", "releaseVersion": "1.0.0", "environmentNames": ["Dev"],
                 "variables": {"who asked": "Ada"}, "skipStepNames": ["say it", "unknown"]}"""));

        JsonNode deployment = json(200, server.get(BASE + "/deployments/deployments-1"));
        assertThat(deployment.at("/FormValues/v1").asString()).isEqualTo("Ada");
        assertThat(deployment.path("SkipActions")).hasSize(1);
    }

    @Test
    void tenantsAreRefusedWithASentenceAndNoTenantsAreNoError() {
        here.release("1.0.0");
        String address = BASE + "/deployments/create/tenanted/v1";

        JsonNode refused = json(400, server.post(address, """
                {"projectName": "Projects-1", "releaseVersion": "1.0.0", "environmentName": "Dev", "tenants": ["T1"]}"""));
        assertThat(refused.path("Errors").toString()).contains("tenants are not offered");
        assertThat(json(200, server.post(address, "{\"projectName\": \"Projects-1\", \"environmentName\": \"Dev\"}"))
                        .path("DeploymentServerTasks"))
                .isEmpty();
    }

    @Test
    void anOlderClientFollowsLinksFromTheTemplateToTheTask() {
        JsonNode template = json(200, server.get(BASE + "/projects/Projects-1/deploymentprocesses/template?channel="));
        String version = template.path("NextVersionIncrement").asString();
        JsonNode release = json(201, server.post(BASE + "/releases?ignoreChannelRules=false", """
                {"ProjectId": "Projects-1", "ChannelId": "Channels-1", "Version": "%s", "SelectedPackages": []}""".formatted(version)));
        assertThat(json(200, server.get(release.at("/Links/Self").asString()))
                        .path("Version")
                        .asString())
                .isEqualTo("0.0.1");

        JsonNode promotions =
                json(200, server.get(release.at("/Links/DeploymentTemplate").asString()));
        assertThat(promotions.path("PromoteTo")).hasSize(1);
        JsonNode preview =
                json(200, server.get(promotions.at("/PromoteTo/0/Links/Preview").asString()));
        assertThat(preview.at("/StepsToExecute/0/ActionName").asString()).isEqualTo("Say it");
        assertThat(preview.at("/Form/Values").isObject()).isTrue();

        JsonNode deployment = json(201, server.post(BASE + "/deployments", """
                {"EnvironmentId": "Environments-1", "ReleaseId": "%s", "SkipActions": [], "FormValues": {}, "QueueTime": null,
                 "TenantId": null}""".formatted(
                        release.path("Id").asString())));
        assertThat(json(200, server.get(deployment.at("/Links/Self").asString())))
                .isEqualTo(deployment);
        here.drain();
        assertThat(json(200, server.get(release.at("/Links/Progression").asString()))
                        .path("NextDeployments")
                        .toString())
                .isEqualTo("[\"Environments-2\"]");
        assertThat(json(200, server.get(BASE + "/dashboard/dynamic?projects=Projects-1&environments=Environments-1"))
                        .at("/Items/0/State")
                        .asString())
                .isEqualTo("Success");
    }

    @Test
    void aCommandLinePreventsAndAllowsProgression() {
        here.succeed(here.release("1.0.0"), "Environments-1");
        String defects = BASE + "/releases/Releases-1/defects";

        assertThat(json(200, server.get(defects)).path("TotalResults").asInt()).isZero();
        json(200, server.post(defects, "{\"ReleaseId\": \"Releases-1\", \"Description\": \"bad\"}"));
        assertThat(json(200, server.get(BASE + "/projects/Projects-1/progression"))
                        .at("/Releases/0/HasUnresolvedDefect")
                        .asBoolean())
                .isTrue();
        JsonNode preview = json(200, server.get(BASE + "/releases/Releases-1/deployments/preview/Environments-2"));
        assertThat(preview.path("Reasons").toString()).contains("The release is blocked");
        json(
                200,
                server.send(server.asAdmin(defects + "/resolve")
                        .POST(BodyPublishers.noBody())
                        .build()));
    }

    @Test
    void anUnknownVersionIsNotFoundWithoutErrors() {
        JsonNode missing = json(404, server.get(BASE + "/projects/Projects-1/releases/9.9.9"));

        assertThat(missing.has("Errors")).isFalse();
    }

    @Test
    void everyLinkOfAReleaseThatIsOursResolves() {
        here.release("1.0.0");
        JsonNode links = json(200, server.get(BASE + "/releases/Releases-1")).path("Links");

        for (String name :
                List.of("Self", "Progression", "Deployments", "DeploymentTemplate", "Variables", "Defects")) {
            String address = links.path(name).asString().replaceAll("\\{.*", "");
            assertThat(server.get(address).statusCode()).as(name).isEqualTo(200);
        }
    }

    private String refusal(String body) {
        return json(400, server.post(BASE + "/deployments/create/untenanted/v1", body))
                .path("Errors")
                .toString();
    }

    private static JsonNode json(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return TestHttpServer.json(answer);
    }
}
