package tako.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tako.e2e.Setup.id;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.e2e.FreshHome;
import tako.e2e.RunningServer;
import tako.e2e.Setup;
import tako.e2e.kubernetes.OctoClient.Order;
import tako.e2e.kubernetes.TutorialSpace.Place;
import tako.testbed.MachineLock;
import tako.testbed.TestCluster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tutorial up to Test, on a real cluster, with the requests that its action sends. */
@Tag("outside")
@Tag("cluster")
class TutorialTest {
    private static final Duration ROLLOUT = Duration.ofMinutes(2);

    private final TestCluster cluster = TestCluster.join();
    private final MachineLock ports = cluster.alone("tutorial");
    private final RunningServer server = RunningServer.start(FreshHome.named("tutorial"));
    private final NodePage page = new NodePage(cluster);
    private final Setup setup = new Setup(server.wire());

    @BeforeEach
    void removeWhatAnEarlierRunLeft() {
        cluster.images();
        remove();
    }

    @AfterEach
    void stop() {
        try (ports) {
            server.close();
            remove();
        }
    }

    /** The ports are the cluster's, so the namespaces go entirely. */
    private void remove() {
        TutorialSpace.remove(cluster);
    }

    @Test
    void a_release_of_the_build_runs_in_Dev_and_is_promoted_to_Test() {
        var project = new TutorialSpace(setup, cluster).make(TutorialSpace.PLACES);
        targetsTurnHealthy();
        theFeedIsSearched();

        var action = new OctoClient(server.wire());
        var packages = List.of(TutorialSpace.STEP + ":randomquotes:1.0.1");
        var task = action.createReleaseAndDeploy(new Order(TutorialSpace.PROJECT, "1.0.1", "Dev", packages));

        succeeds(task);
        Place dev = TutorialSpace.PLACES.get(0);
        assertThat(page.of(dev)).contains("running in Dev");
        objectsAreAsOctopusMakesThem(dev, project, "Dev");

        var release = items("releases").getFirst();
        var test = TutorialSpace.PLACES.get(1);
        whatWouldBeAppliedCanBeReadBefore(release);
        var promoted = setup.deploy(id(release), id(setup.named("environments", "Test")));
        succeeds(promoted.task());
        assertThat(page.of(test)).contains("running in Test");
        objectsAreAsOctopusMakesThem(test, project, "Test");
        assertThat(page.of(dev)).contains("running in Dev");
    }

    private void whatWouldBeAppliedCanBeReadBefore(JsonNode release) {
        var rendering = setup.wire()
                .get(setup.path("releases/" + id(release) + "/deployments/rendering/Test"))
                .succeeded()
                .json();
        var action = rendering.path("Actions").path(0);
        assertThat(rendering.path("Actions")).hasSize(1);
        assertThat(action.path("Target").asString()).isEqualTo("Kubernetes Test");
        assertThat(action.path("Problems")).as("%s", action).isEmpty();
        assertThat(action.at("/Texts/0/Text").asString())
                .contains("image: " + cluster.registry() + "/randomquotes:1.0.1", "value: Test");
        assertThat(cluster.has("namespace", "randomquotes-test", "default")).isFalse();
    }

    private void targetsTurnHealthy() {
        await().atMost(ROLLOUT)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(items("machines"))
                        .hasSize(3)
                        .allSatisfy(machine -> assertThat(
                                        machine.path("HealthStatus").asString())
                                .as("%s", machine)
                                .isEqualTo("Healthy")));
    }

    private void theFeedIsSearched() {
        var feed = setup.path("feeds/" + id(setup.named("feeds", "Images")));
        var found = setup.wire()
                .get(feed + "/packages/search?term=random")
                .succeeded()
                .json();
        assertThat(Setup.items(found))
                .extracting(item -> item.path("Id").asString())
                .containsExactly("randomquotes");
        var versions = setup.wire()
                .get(feed + "/packages/versions?packageId=randomquotes&take=1")
                .succeeded()
                .json();
        assertThat(versions.at("/Items/0/Version").asString()).isEqualTo("1.1.0");
        assertThat(setup.wire().delete(feed).status()).as("a process uses it").isEqualTo(400);
    }

    private void objectsAreAsOctopusMakesThem(Place place, String project, String environment) {
        var deployment = object("deployment", place);
        var labels = Map.of(
                "Octopus.Kubernetes.DeploymentName",
                "randomquotes",
                "Octopus.Kubernetes.SelectionStrategyVersion",
                "SelectionStrategyVersion2",
                "Octopus.Deployment.Id",
                environment.equals("Dev") ? "deployments-1" : "deployments-2",
                "Octopus.Deployment.Tenant.Id",
                "untenanted",
                "Octopus.Environment.Id",
                id(setup.named("environments", environment)).toLowerCase(Locale.ROOT),
                "Octopus.Project.Id",
                project.toLowerCase(Locale.ROOT));
        assertLabels(deployment.at("/metadata/labels"), labels);
        assertLabels(deployment.at("/spec/template/metadata/labels"), labels);
        assertThat(deployment.at("/spec/selector/matchLabels").toString())
                .isEqualTo("{\"Octopus.Kubernetes.DeploymentName\":\"randomquotes\"}");
        assertThat(deployment.at("/spec/template/spec/containers/0/image").asString())
                .isEqualTo(cluster.registry() + "/randomquotes:1.0.1");
        assertThat(deployment.at("/spec/template/spec/containers/0/env/0/value").asString())
                .isEqualTo(environment);
        var service = object("service", place);
        assertThat(service.at("/spec/type").asString()).isEqualTo("NodePort");
        assertThat(service.at("/spec/ports/0/nodePort").asInt()).isEqualTo(place.port());
        assertThat(service.at("/spec/selector").toString())
                .isEqualTo("{\"Octopus.Kubernetes.DeploymentName\":\"randomquotes\"}");
        assertLabels(service.at("/metadata/labels"), labels);
    }

    private static void assertLabels(JsonNode actual, Map<String, String> expected) {
        expected.forEach((label, value) ->
                assertThat(actual.path(label).asString("absent")).as(label).isEqualTo(value));
        assertThat(actual.has("Octopus.Step.Id")).isTrue();
        assertThat(actual.has("Octopus.Action.Id")).isTrue();
        assertThat(actual.path("Octopus.RunbookRun.Id").asString("absent")).isEmpty();
    }

    private JsonNode object(String kind, Place place) {
        return new JsonMapper().readTree(cluster.get(kind, "randomquotes", place.namespace()));
    }

    private List<JsonNode> items(String collection) {
        return Setup.items(setup.wire().get(setup.path(collection)).succeeded().json());
    }

    private void succeeds(String task) {
        var ended = setup.ended(task, ROLLOUT);
        assertThat(ended.path("State").asString()).as(() -> setup.rawLog(task)).isEqualTo("Success");
    }
}
