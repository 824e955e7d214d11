package tako.e2e.kubernetes;

import static tako.e2e.Setup.object;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A step that deploys one container as {@code web}, with a config map of each deployment's own, and a service.
 *
 * @param repository the image without its tag
 * @param container members of the container besides the usual
 * @param properties of the step, in place of the usual ones
 */
record WebStep(String repository, Map<String, Object> container, Map<String, String> properties) {
    /** The step's name. */
    static final String NAME = "Deploy web";

    /** The container's name. */
    static final String CONTAINER = "web";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String KUBERNETES = "Octopus.Action.KubernetesContainers.";
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry(
                    "Octopus.Action.EnabledFeatures",
                    "Octopus.Features.KubernetesService,Octopus.Features.KubernetesConfigMap"),
            Map.entry("Octopus.Action.RunOnServer", "true"),
            Map.entry(KUBERNETES + "DeploymentResourceType", "Deployment"),
            Map.entry(KUBERNETES + "DeploymentName", "web"),
            Map.entry(KUBERNETES + "DeploymentStyle", "RollingUpdate"),
            Map.entry(KUBERNETES + "DeploymentWait", "Wait"),
            Map.entry(KUBERNETES + "Replicas", "1"),
            Map.entry(KUBERNETES + "TerminationGracePeriodSeconds", "1"),
            Map.entry(KUBERNETES + "ConfigMapName", "settings"),
            Map.entry(KUBERNETES + "ConfigMapValues", json(Map.of("release", "#{Octopus.Release.Number}"))),
            Map.entry(KUBERNETES + "ServiceName", "web"),
            Map.entry(KUBERNETES + "ServiceType", "ClusterIP"),
            Map.entry(KUBERNETES + "ServicePorts", json(List.of(servicePort("")))));

    /** The image that answers at once. */
    static WebStep hello() {
        return new WebStep("hello", Map.of(), Map.of());
    }

    /** Pods that are ready this many seconds after their start, at the earliest. */
    WebStep readyAfter(int seconds) {
        return probing(8080, seconds);
    }

    /** Pods that are never ready. */
    WebStep neverReady() {
        return probing(9, 0);
    }

    /** A step that waits so long, and no longer. */
    WebStep within(int seconds) {
        return with("Octopus.Action.Kubernetes.DeploymentTimeout", Integer.toString(seconds));
    }

    /** A service at a port of the node. */
    WebStep at(int nodePort) {
        return with(KUBERNETES + "ServiceType", "NodePort")
                .with(KUBERNETES + "ServicePorts", json(List.of(servicePort(Integer.toString(nodePort)))));
    }

    /** A container that asks for so much. */
    WebStep asking(String cpu) {
        return withContainer("Resources", Map.of("requests", Map.of("cpu", cpu)));
    }

    private WebStep probing(int port, int seconds) {
        return withContainer(
                "ReadinessProbe",
                Map.of(
                        "type",
                        "TcpSocket",
                        "tcpSocket",
                        Map.of("host", "", "port", Integer.toString(port)),
                        "initialDelaySeconds",
                        Integer.toString(seconds),
                        "periodSeconds",
                        "1"));
    }

    private WebStep withContainer(String member, Object value) {
        var all = new HashMap<>(container);
        all.put(member, value);
        return new WebStep(repository, all, properties);
    }

    private WebStep with(String property, String value) {
        var all = new HashMap<>(properties);
        all.put(property, value);
        return new WebStep(repository, container, all);
    }

    /** The step as the API takes it. */
    ObjectNode json(String role, String feed) {
        var step = object().put("Name", NAME).put("Condition", "Success").put("StartTrigger", "StartAfterPrevious");
        step.putObject("Properties").put("Octopus.Action.TargetRoles", role);
        var action = step.putArray("Actions")
                .addObject()
                .put("Name", NAME)
                .put("ActionType", "Octopus.KubernetesDeployContainers");
        action.putArray("Packages")
                .addObject()
                .put("Name", CONTAINER)
                .put("PackageId", repository)
                .put("FeedId", feed)
                .put("AcquisitionLocation", "NotAcquired");
        var all = action.putObject("Properties");
        USUAL.forEach(all::put);
        properties.forEach(all::put);
        all.put(KUBERNETES + "Containers", json(List.of(container(feed))));
        return step;
    }

    private Map<String, Object> container(String feed) {
        var all = new HashMap<String, Object>(container);
        all.put("Name", CONTAINER);
        all.put("IsNew", true);
        all.put("InitContainer", "False");
        all.put("Ports", List.of(Map.of("key", "web", "value", "8080", "option", "TCP")));
        all.put("CreateFeedSecrets", "False");
        all.put("PackageId", repository);
        all.put("FeedId", feed);
        return all;
    }

    private static Map<String, String> servicePort(String nodePort) {
        return Map.of("name", "web", "port", "8080", "targetPort", "", "nodePort", nodePort, "protocol", "TCP");
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
