package tako.app.testdrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tako.app.client.ApiClient;
import tako.app.client.Questions;
import tako.app.testdrive.cluster.Cluster;
import tako.app.testdrive.cluster.ClusterConnection;
import tako.app.testdrive.cluster.ClusterConnection.Login;
import tako.app.testdrive.cluster.ClusterOrder;
import tako.app.testdrive.cluster.Image;
import tako.app.testdrive.cluster.Registry;
import tako.app.testdrive.mail.Mailbox;
import tako.platform.secret.Secret;
import tools.jackson.databind.node.ObjectNode;

/** What a start on a cluster makes in the server, what a second one changes, and how one ends that cannot go on. */
class TestDriveOnClusterTest {
    private static final String KEY = "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n";
    private static final int MAIL_PORT = 2525;
    private static final Login TOKEN = new Login.Token(Secret.of("abc"));

    private final StoringServer server;
    private final ApiClient api;
    private final List<String> said = new ArrayList<>();

    TestDriveOnClusterTest() throws IOException {
        this.server = new StoringServer();
        this.api = new ApiClient(server.address(), Secret.of("API-TEST"));
    }

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    @Test
    void theTutorialIsMadeReleasedAndDeployedToDevAndTest() throws InterruptedException {
        start(order("team/randomquotes:1.0.1", certificate("first")));

        assertThat(server.changes())
                .containsExactly(
                        "POST /environments",
                        "POST /environments",
                        "POST /environments",
                        "POST /lifecycles",
                        "POST /users",
                        "POST /teams",
                        "POST /certificates",
                        "POST /certificates",
                        "POST /feeds",
                        "POST /machines",
                        "POST /machines",
                        "POST /machines",
                        "POST /projects",
                        "PUT /variables/variableset-projects-1",
                        "PUT /projects/projects-1/deploymentprocesses",
                        "PUT /smtpconfiguration",
                        "POST /tasks",
                        "POST /releases/create/v1",
                        "POST /deployments/create/untenanted/v1",
                        "POST /deployments/create/untenanted/v1");
        assertThat(server.all("releases").getFirst().path("Packages").toString())
                .isEqualTo("[\"*:randomquotes:1.0.1\"]");
        assertThat(server.all("feeds").getFirst().path("RegistryPath").asString())
                .isEqualTo("registry.example.org:5000/images");
    }

    @Test
    void aTargetHasItsNamespaceAndTheKubeconfigsCredentials() throws InterruptedException {
        start(order("randomquotes:1.0.1", certificate("first")));

        ObjectNode dev = server.at("/machines/machines-1");
        assertThat(dev.path("Roles").toString()).isEqualTo("[\"k8s\"]");
        assertThat(dev.at("/Endpoint/Namespace").asString()).isEqualTo("randomquotes-dev");
        assertThat(dev.at("/Endpoint/ClusterUrl").asString()).isEqualTo("https://10.0.0.1:6443");
        assertThat(dev.at("/Endpoint/ClusterCertificate").asString()).isEqualTo("certificates-1");
        assertThat(dev.at("/Endpoint/Authentication").toString())
                .isEqualTo(
                        "{\"AuthenticationType\":\"KubernetesCertificate\",\"ClientCertificate\":\"certificates-2\"}");
    }

    @Test
    void theStepDeploysTheImageBehindTheEnvironmentsNodePort() throws InterruptedException {
        start(order("team/randomquotes:1.0.1", TOKEN));

        ObjectNode process = server.at("/projects/projects-1/deploymentprocesses");
        assertThat(process.at("/Steps/0/Properties/Octopus.Action.TargetRoles").asString())
                .isEqualTo("k8s");
        assertThat(process.at("/Steps/0/Actions/0/Packages/0/PackageId").asString())
                .isEqualTo("team/randomquotes");
        assertThat(process.at("/Steps/0/Actions/0/Properties/Octopus.Action.KubernetesContainers.ServicePorts")
                        .asString())
                .contains("\"nodePort\":\"#{K8S Node Port}\"");
        assertThat(process.at("/Steps/0/Actions/0/Properties/Octopus.Action.KubernetesContainers.Containers")
                        .asString())
                .contains("\"ENVRIONMENT_NAME\"");
    }

    @Test
    void aSecondStartChecksTheTargetsAndChangesNothing() throws InterruptedException {
        start(order("randomquotes:1.0.1", certificate("first")));
        server.changes();

        start(order("randomquotes:1.0.1", certificate("first")));

        assertThat(server.changes()).containsExactly("POST /tasks");
    }

    @Test
    void whatTheCommandLineNamesIsBroughtUpToDate() throws InterruptedException {
        start(order("randomquotes:1.0.1", certificate("first")));
        server.changes();

        var renewed = new ClusterConnection(
                URI.create("https://10.0.0.9:6443"), Optional.of(pem("first.crt")), false, certificate("second"));
        start(new ClusterOrder(
                "", renewed, Image.parse("randomquotes:1.0.2"), Registry.parse("http://other.example.org"), "a"));

        assertThat(server.changes())
                .containsExactly(
                        "POST /certificates/certificates-2/replace",
                        "PUT /feeds/feeds-1",
                        "PUT /machines/machines-1",
                        "PUT /machines/machines-2",
                        "PUT /machines/machines-3",
                        "POST /tasks",
                        "POST /releases/create/v1",
                        "POST /deployments/create/untenanted/v1",
                        "POST /deployments/create/untenanted/v1");
        assertThat(server.at("/machines/machines-1").at("/Endpoint/Namespace").asString())
                .isEqualTo("randomquotes-dev");
    }

    @Test
    void aTokenIsKeptInAnAccount() throws InterruptedException {
        start(order("randomquotes:1.0.1", TOKEN));

        assertThat(server.all("accounts").getFirst().path("AccountType").asString())
                .isEqualTo("Token");
        assertThat(server.at("/machines/machines-1")
                        .at("/Endpoint/Authentication")
                        .toString())
                .isEqualTo("{\"AuthenticationType\":\"KubernetesStandard\",\"AccountId\":\"accounts-1\"}");
    }

    @Test
    void anImageOfAnotherNameIsRefusedBeforeAnythingChanges() throws InterruptedException {
        start(order("randomquotes:1.0.1", TOKEN));
        server.changes();

        assertThatThrownBy(() -> start(order("team/quotes:1.0.1", TOKEN)))
                .isInstanceOf(TestDriveRefused.class)
                .hasMessageContaining("deploys the image randomquotes. Give --image randomquotes:TAG")
                .hasMessageContaining("--home DIR");
        assertThat(server.changes()).isEmpty();
    }

    @Test
    void targetsThatAreNotHealthyAreSaidWithWhatTheCheckFound() throws InterruptedException {
        server.finds("Unavailable");

        assertThatThrownBy(() -> start(order("randomquotes:1.0.1", TOKEN)))
                .isInstanceOf(TestDriveFailed.class)
                .hasMessageContaining("Kubernetes Dev is Unavailable: It was asked, and is Unavailable.")
                .hasMessageContaining("kubectl --kubeconfig kube get nodes");
        assertThat(server.all("releases")).isEmpty();

        server.finds("Healthy");
        start(order("randomquotes:1.0.1", TOKEN));
        assertThat(server.all("deployments")).hasSize(2);
    }

    @Test
    void aFailedDeploymentEndsItWithTheCauseAndTheNextStartGoesOn() throws InterruptedException {
        server.fails("Port 30000 is taken.");

        assertThatThrownBy(() -> start(order("randomquotes:1.0.1", TOKEN)))
                .isInstanceOf(TestDriveFailed.class)
                .hasMessageContaining("could not be deployed to Dev:")
                .hasMessageContaining("Port 30000 is taken.")
                .hasMessageContaining("start the test drive again");

        server.succeeds();
        start(order("randomquotes:1.0.1", TOKEN));
        assertThat(server.all("releases")).hasSize(1);
        assertThat(server.all("deployments")).hasSize(3);
    }

    @Test
    void thePortThatIsShownIsTheVariables() throws InterruptedException {
        start(order("randomquotes:1.0.1", TOKEN));
        ((ObjectNode) server.at("/variables/variableset-projects-1").at("/Variables/0")).put("Value", "31000");

        assertThat(start(order("randomquotes:1.0.1", TOKEN)))
                .anySatisfy(line -> assertThat(line)
                        .contains("Dev", "http://node.invalid:31000", "does not answer from this machine", "--node"))
                .anySatisfy(line -> assertThat(line).contains("Test", "http://node.invalid:30001"))
                .anySatisfy(line -> assertThat(line).contains("Prod", "not deployed yet"));
    }

    /** What it says about addresses. */
    private List<String> start(ClusterOrder order) throws InterruptedException {
        var watcher = new Watcher(said::add, new CountDownLatch(1));
        try (var cluster = new Cluster(order, api, watcher, Duration.ZERO)) {
            var nobody = new Answering(Optional.empty(), new TypedLines(false, Optional::empty));
            var mails = new Mailbox(Path.of("target", "no-mails"));
            var desk = new Desk(new Questions(api, Seeds.SPACE_ID), mails, watcher, nobody);
            var drive = new TestDrive(api, cluster, watcher, desk);
            drive.run(MAIL_PORT);
            return drive.addresses();
        }
    }

    private static ClusterOrder order(String image, Login login) {
        var connection =
                new ClusterConnection(URI.create("https://10.0.0.1:6443"), Optional.of(pem("first.crt")), false, login);
        return new ClusterOrder(
                "--kubeconfig kube",
                connection,
                Image.parse(image),
                Registry.parse("https://registry.example.org:5000/images/"),
                "node.invalid");
    }

    private static Login certificate(String name) {
        return new Login.ClientCertificate(Secret.of(pem(name + ".crt") + KEY));
    }

    private static String pem(String name) {
        try (InputStream file = Objects.requireNonNull(TestDriveOnClusterTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
