package tako.e2e.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tako.e2e.Setup.id;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tako.e2e.FreshHome;
import tako.e2e.RunningServer;
import tako.e2e.Setup;
import tako.e2e.go.CliFlows.Flow;
import tako.e2e.kubernetes.TutorialSpace;
import tako.testbed.Access;
import tako.testbed.Namespace;
import tako.testbed.TestCluster;
import tools.jackson.databind.json.JsonMapper;

/** What people do with the command line client, from a space to a pod, by the official Go module and call by call as recorded. */
@Tag("outside")
@Tag("cluster")
@Tag("go")
@Timeout(600)
class GoClientTest {
    private static final Duration HEALTHY = Duration.ofSeconds(60);

    private final TestCluster cluster = TestCluster.join();
    private final Namespace namespace = cluster.namespace();
    private final RunningServer server = RunningServer.start(FreshHome.named("go-client"));
    private final Setup setup = new Setup(server.wire());
    private final TutorialSpace tutorial = new TutorialSpace(setup, cluster);
    private final Map<String, Flow> done = new HashMap<>();

    @AfterEach
    void stop() {
        server.close();
        namespace.close();
    }

    @Test
    void the_command_line_clients_flows_lead_from_a_space_to_a_pod_of_the_release() {
        cluster.images();
        var client = CliFlows.built(server, Map.of("CLUSTER_TOKEN", namespace.token(Access.ADMINISTRATOR)));
        var authority = tutorial.certificate("CA", cluster.authority().getBytes(StandardCharsets.UTF_8));
        var flags = List.of(
                "-project=" + TutorialSpace.PROJECT,
                "-cluster=" + cluster.api(),
                "-namespace=" + namespace.name(),
                "-certificate=" + authority,
                "-packages=" + TutorialSpace.STEP + ":randomquotes:1.0.1");

        done.putAll(client.perform(
                flags,
                "space create",
                "space list",
                "environment create",
                "environment list",
                "project-group create",
                "project create",
                "account token create",
                "deployment-target kubernetes create",
                "channel create"));
        giveTheProjectItsProcess();
        targetTurnsHealthy();
        done.putAll(client.perform(flags, "release create", "release list", "release deploy", "task wait"));

        assertThat(did("space list").result()).isEqualTo("Default, S2");
        assertThat(did("release create").result()).isEqualTo("1.0.0 of channel Default");
        succeeded(did("task wait"));
        assertThat(imageThatRuns()).isEqualTo(cluster.registry() + "/randomquotes:1.0.1");
        assertThat(done)
                .hasSize(13)
                .allSatisfy((flow, what) -> assertThat(CliRecording.comparable(what.calls()))
                        .as(flow)
                        .isEqualTo(recorded(flow)));
    }

    private Flow did(String flow) {
        return Optional.ofNullable(done.get(flow)).orElseThrow(() -> new AssertionError("No " + flow + " in " + done));
    }

    private void giveTheProjectItsProcess() {
        var environment = id(setup.named("environments", "Dev"));
        var place = new TutorialSpace.Place("Dev", namespace.name(), cluster.freeNodePort());
        var project = id(setup.named("projects", TutorialSpace.PROJECT));
        tutorial.variables(project, List.of(place), List.of(environment));
        tutorial.process(project, tutorial.feed());
    }

    private void targetTurnsHealthy() {
        await().atMost(HEALTHY).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            var target = setup.named("machines", "k1");
            assertThat(target.path("HealthStatus").asString())
                    .as(target.path("StatusSummary").asString())
                    .isEqualTo("Healthy");
        });
    }

    private void succeeded(Flow wait) {
        var task = wait.result().split(" ", 2);
        assertThat(task[1]).as(() -> setup.rawLog(task[0])).isEqualTo("Success");
    }

    private String imageThatRuns() {
        var pods = namespace.kubectl("get", "pods", "--field-selector=status.phase=Running", "--output=json");
        var items = new JsonMapper().readTree(pods).path("items");
        assertThat(items).as(pods).hasSize(1);
        assertThat(items.at("/0/status/containerStatuses/0/ready").asBoolean()).isTrue();
        return items.at("/0/spec/containers/0/image").asString();
    }

    /** The recorded calls of this flow, with our project's name. */
    private static List<String> recorded(String flow) {
        return CliRecording.of(flow).stream()
                .map(call -> call.replace("/" + CliRecording.PROJECT, "/Random%20Quotes")
                        .replace("=" + CliRecording.PROJECT, "=Random+Quotes"))
                .toList();
    }
}
