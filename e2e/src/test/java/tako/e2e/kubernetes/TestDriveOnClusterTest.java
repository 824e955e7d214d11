package tako.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tako.e2e.FreshHome;
import tako.e2e.TestDriveProcess;
import tako.testbed.MachineLock;
import tako.testbed.TestCluster;

/** {@code ./tako testdrive --kubeconfig} as a person sees it, on a real cluster. */
@Tag("outside")
@Tag("cluster")
@Timeout(300)
class TestDriveOnClusterTest {
    private static final Duration FAILURE = Duration.ofMinutes(3);

    private final TestCluster cluster = TestCluster.join();
    private final MachineLock ports = cluster.alone("tutorial");
    private final Path home = FreshHome.named("testdrive-cluster");

    @BeforeEach
    void removeWhatAnEarlierRunLeft() {
        cluster.images();
        remove();
    }

    @AfterEach
    void leaveNothing() {
        try (ports) {
            remove();
        }
    }

    /** The ports are the cluster's, so the namespaces go entirely. */
    private void remove() {
        TutorialSpace.remove(cluster);
    }

    @Test
    void releasesToDevAndTestGoesOnWhereItWasAndLeavesTheClusterAsItIs() throws Exception {
        try (var first =
                start("first", cluster.kubeconfig(), "randomquotes:1.0.1").ready()) {
            assertThat(first.page("Dev")).contains("Random Quotes 1.0.1, running in Dev");
            assertThat(first.page("Test")).contains("Random Quotes 1.0.1, running in Test");
            assertThat(first.said())
                    .contains("http://" + cluster.nodeAddress() + ":30000", "Prod  not deployed yet")
                    .contains("kubectl --kubeconfig " + cluster.kubeconfig() + " delete namespace --ignore-not-found"
                            + " randomquotes-dev randomquotes-test randomquotes-prod")
                    .doesNotContain("does not answer");
            assertThat(first.said())
                    .contains("It is at http://" + cluster.nodeAddress() + ":30001", "Deployed to Test.");
            first.deployToProd(home);
            first.awaitSaid("  Deployment to Prod");
            first.stop();
        }
        try (var second =
                start("second", cluster.kubeconfig(), "randomquotes:1.0.1").ready()) {
            assertThat(second.said()).doesNotContain("Deploying", "is created");
            assertThat(second.page("Prod")).contains("Random Quotes 1.0.1, running in Prod");
        }
        try (var third =
                start("third", cluster.kubeconfig(), "randomquotes:1.1.0").ready()) {
            assertThat(third.page("Test")).contains("Random Quotes 1.1.0, running in Test");
            assertThat(third.page("Prod")).contains("Random Quotes 1.0.1, running in Prod");
        }
    }

    @Test
    void aTakenNodePortEndsItWithTheCauseAndTheWayOut() {
        try (var other = cluster.namespace()) {
            cluster.kubectl(
                    "--namespace",
                    other.name(),
                    "create",
                    "service",
                    "nodeport",
                    "other",
                    "--tcp=80",
                    "--node-port=30000");
            try (var drive = start("taken", cluster.kubeconfig(), "randomquotes:1.0.1")) {
                assertThat(drive.exitCode(FAILURE)).isEqualTo(1);
                assertThat(end(drive))
                        .contains("could not be deployed to Dev", "30000", "provided port is already allocated")
                        .contains("That node port belongs to another service", "start the test drive again");
            } finally {
                other.kubectl("delete", "service", "other");
            }
        }
    }

    @Test
    void aMissingImageEndsItWithTheCauseAndTheWayOut() {
        try (var drive = start("missing", cluster.kubeconfig(), "randomquotes:9.9.9")) {
            assertThat(drive.exitCode(FAILURE)).isEqualTo(1);
            assertThat(end(drive)).contains("could not be deployed to Dev", "randomquotes:9.9.9");
        }
    }

    @Test
    void aClusterThatRefusesEndsItWithWhatTheCheckFound() throws IOException {
        String elsewhere = Files.readString(cluster.kubeconfig()).replace(":6443", ":6444");
        Path kubeconfig = Files.writeString(home.resolveSibling("refusing.kubeconfig"), elsewhere);

        try (var drive = start("refusing", kubeconfig, "randomquotes:1.0.1")) {
            assertThat(drive.exitCode(FAILURE)).isEqualTo(1);
            assertThat(end(drive))
                    .contains("Kubernetes Dev is Unavailable: ", "get nodes", "start the test drive again");
        }
    }

    private TestDriveProcess start(String name, Path kubeconfig, String image) {
        return TestDriveProcess.start(
                home,
                name,
                "--kubeconfig",
                kubeconfig.toString(),
                "--image",
                image,
                "--feed",
                "http://" + cluster.registry(),
                "--answer",
                "proceed");
    }

    /** What stands last in its output. */
    private static String end(TestDriveProcess drive) {
        String said = drive.said();
        return said.substring(Math.max(0, said.length() - 2_000));
    }
}
