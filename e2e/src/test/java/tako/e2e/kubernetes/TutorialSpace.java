package tako.e2e.kubernetes;

import static tako.e2e.Setup.id;
import static tako.e2e.Setup.object;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tako.e2e.Setup;
import tako.testbed.SampleImages;
import tako.testbed.TestCluster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the tutorial has people make before the first release, made through the API in its order. */
public final class TutorialSpace {
    /** The project's name. */
    public static final String PROJECT = "Random Quotes";

    /** The name of its one step. */
    public static final String STEP = "Deploy container to Kubernetes";

    private final Setup setup;
    private final TestCluster cluster;

    public TutorialSpace(Setup setup, TestCluster cluster) {
        this.setup = setup;
        this.cluster = cluster;
    }

    /**
     * An environment of the tutorial.
     *
     * @param port the value of {@code K8S Node Port} there
     */
    public record Place(String name, String namespace, int port) {}

    /** The tutorial's environments; only one test at a time may use their ports. */
    static final List<Place> PLACES = List.of(
            new Place("Dev", "randomquotes-dev", 30_000),
            new Place("Test", "randomquotes-test", 30_001),
            new Place("Prod", "randomquotes-prod", 30_002));

    /** Removes what was deployed to the tutorial's environments. */
    static void remove(TestCluster cluster) {
        PLACES.forEach(place ->
                cluster.kubectl("delete", "namespace", place.namespace(), "--ignore-not-found", "--timeout=60s"));
    }

    /** Makes all of it, and answers the id of the project. */
    String make(List<Place> places) {
        var environments =
                places.stream().map(place -> setup.environment(place.name())).toList();
        var client = certificate("Minikube Client Certificate", cluster.clientPfx(""));
        var authority = certificate("Minikube CA", cluster.authority().getBytes(StandardCharsets.UTF_8));
        for (var place : places) {
            target(place, environments.get(places.indexOf(place)), client, authority);
        }
        var feed = feed();
        var project = id(setup.create(
                "projects",
                object().put("Name", PROJECT)
                        .put("LifecycleId", setup.first("lifecycles"))
                        .put("ProjectGroupId", setup.first("projectgroups"))));
        variables(project, places, environments);
        process(project, feed);
        return project;
    }

    /** Uploads a certificate as the portal does; its password is the empty one. */
    public String certificate(String name, byte[] file) {
        var body = object().put("Name", name);
        body.putObject("CertificateData")
                .put("HasValue", true)
                .put("NewValue", Base64.getEncoder().encodeToString(file));
        body.putObject("Password").put("HasValue", false).putNull("NewValue");
        return id(setup.create("certificates", body));
    }

    String target(Place place, String environment, String client, String authority) {
        var body = object().put("Name", "Kubernetes " + place.name());
        body.putArray("EnvironmentIds").add(environment);
        body.putArray("Roles").add("k8s");
        var endpoint = body.putObject("Endpoint")
                .put("CommunicationStyle", "Kubernetes")
                .put("ClusterUrl", cluster.api().toString())
                .put("ClusterCertificate", authority)
                .put("Namespace", place.namespace())
                .put("SkipTlsVerification", "False");
        endpoint.putObject("Authentication")
                .put("AuthenticationType", "KubernetesCertificate")
                .put("ClientCertificate", client);
        return id(setup.create("machines", body));
    }

    /** The registry of the cluster as a feed; answers its id. */
    public String feed() {
        return id(setup.create(
                "feeds",
                object().put("Name", "Images")
                        .put("FeedType", "Docker")
                        .put("FeedUri", "http://" + cluster.registry())
                        .put("RegistryPath", cluster.registry())));
    }

    /** Gives the project the node port of each place, scoped to the environment at the same index. */
    public void variables(String project, List<Place> places, List<String> environments) {
        var address = setup.path("variables/variableset-" + project);
        var set = (ObjectNode) setup.wire().get(address).succeeded().json();
        var variables = set.putArray("Variables");
        for (var place : places) {
            var variable =
                    variables.addObject().put("Name", "K8S Node Port").put("Value", Integer.toString(place.port()));
            variable.putObject("Scope").putArray("Environment").add(environments.get(places.indexOf(place)));
        }
        setup.wire().put(address, set).succeeded();
    }

    /** Gives the project its step, with the image from this feed. */
    public void process(String project, String feed) {
        var address = setup.path("projects/" + project + "/deploymentprocesses");
        var process = (ObjectNode) setup.wire().get(address).succeeded().json();
        process.putArray("Steps").add(step(feed));
        setup.wire().put(address, process).succeeded();
    }

    private static ObjectNode step(String feed) {
        var step = object().put("Name", STEP).put("Condition", "Success").put("StartTrigger", "StartAfterPrevious");
        step.putObject("Properties").put("Octopus.Action.TargetRoles", "k8s");
        var action = step.putArray("Actions")
                .addObject()
                .put("Name", STEP)
                .put("ActionType", "Octopus.KubernetesDeployContainers");
        action.putArray("Packages")
                .addObject()
                .put("Name", "randomquotes")
                .put("PackageId", SampleImages.RANDOM_QUOTES)
                .put("FeedId", feed)
                .put("AcquisitionLocation", "NotAcquired")
                .putObject("Properties")
                .put("Extract", "False");
        var properties = action.putObject("Properties");
        PROPERTIES.forEach(properties::put);
        properties.put("Octopus.Action.KubernetesContainers.Containers", json(List.of(container(feed))));
        properties.put(
                "Octopus.Action.KubernetesContainers.ServicePorts",
                json(List.of(Map.of(
                        "name",
                        "web",
                        "port",
                        "8080",
                        "targetPort",
                        "",
                        "nodePort",
                        "#{K8S Node Port}",
                        "protocol",
                        "TCP"))));
        return step;
    }

    private static final Map<String, String> PROPERTIES = Map.of(
            "Octopus.Action.EnabledFeatures",
            "Octopus.Features.KubernetesService,Octopus.Features.KubernetesIngress",
            "Octopus.Action.RunOnServer",
            "true",
            "Octopus.Action.KubernetesContainers.DeploymentResourceType",
            "Deployment",
            "Octopus.Action.KubernetesContainers.DeploymentName",
            "randomquotes",
            "Octopus.Action.KubernetesContainers.Replicas",
            "1",
            "Octopus.Action.KubernetesContainers.DeploymentStyle",
            "RollingUpdate",
            "Octopus.Action.KubernetesContainers.DeploymentWait",
            "Wait",
            "Octopus.Action.KubernetesContainers.ServiceNameType",
            "External",
            "Octopus.Action.KubernetesContainers.ServiceName",
            "randomquotes",
            "Octopus.Action.KubernetesContainers.ServiceType",
            "NodePort");

    private static Map<String, Object> container(String feed) {
        return Map.of(
                "Name",
                "randomquotes",
                "IsNew",
                true,
                "InitContainer",
                "False",
                "Ports",
                List.of(Map.of("key", "web", "value", "8080", "option", "TCP")),
                "EnvironmentVariables",
                List.of(Map.of("key", "ENVRIONMENT_NAME", "value", "#{Octopus.Environment.Name}")),
                "CreateFeedSecrets",
                "False",
                "PackageId",
                SampleImages.RANDOM_QUOTES,
                "FeedId",
                feed,
                "AcquisitionLocation",
                "NotAcquired");
    }

    private static String json(Object value) {
        JsonNode tree = new JsonMapper().valueToTree(value);
        return tree.toString();
    }
}
