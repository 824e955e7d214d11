package tako.app.testdrive.cluster;

import tako.app.testdrive.Seeds;
import tools.jackson.databind.node.ObjectNode;

/** The tutorial's step: one container behind a NodePort service. */
final class ContainerStep {
    static final String TYPE = "Octopus.KubernetesDeployContainers";

    /** What the container and its package are called. */
    static final String CONTAINER = "randomquotes";

    private static final String NAME = "Deploy container to Kubernetes";
    private static final String PREFIX = "Octopus.Action.KubernetesContainers.";
    private static final String PORT = "8080";

    private final Seeds seeds;
    private final String feed;
    private final Image image;

    /** @param feed the id of the feed that has the image */
    ContainerStep(Seeds seeds, String feed, Image image) {
        this.seeds = seeds;
        this.feed = feed;
        this.image = image;
    }

    /** The action as on the wire. */
    ObjectNode action() {
        ObjectNode action = seeds.named(NAME).put("ActionType", TYPE);
        ObjectNode image = image();
        image.putObject("Properties").put("Extract", "False");
        action.putArray("Packages").add(image);
        ObjectNode properties = action.putObject("Properties")
                .put("Octopus.Action.EnabledFeatures", "Octopus.Features.KubernetesService")
                .put("Octopus.Action.RunOnServer", "true")
                .put(PREFIX + "DeploymentResourceType", "Deployment")
                .put(PREFIX + "DeploymentName", CONTAINER)
                .put(PREFIX + "Replicas", "1")
                .put(PREFIX + "DeploymentStyle", "RollingUpdate")
                .put(PREFIX + "DeploymentWait", "Wait");
        properties.put(PREFIX + "Containers", listOf(container()));
        properties
                .put(PREFIX + "ServiceNameType", "External")
                .put(PREFIX + "ServiceName", CONTAINER)
                .put(PREFIX + "ServiceType", "NodePort")
                .put(PREFIX + "ServicePorts", listOf(servicePort()));
        return action;
    }

    private ObjectNode container() {
        ObjectNode container = image().put("IsNew", true).put("InitContainer", "False");
        container
                .putArray("Ports")
                .addObject()
                .put("key", "web")
                .put("value", PORT)
                .put("option", "TCP");
        container
                .putArray("EnvironmentVariables")
                .addObject()
                .put("key", "ENVRIONMENT_NAME")
                .put("value", "#{Octopus.Environment.Name}");
        return container.put("CreateFeedSecrets", "False");
    }

    private ObjectNode servicePort() {
        return seeds.api()
                .body()
                .put("name", "web")
                .put("port", PORT)
                .put("targetPort", "")
                .put("nodePort", "#{K8S Node Port}")
                .put("protocol", "TCP");
    }

    /** What names the image, in the package and in the container. */
    private ObjectNode image() {
        return seeds.api()
                .body()
                .put("Name", CONTAINER)
                .put("PackageId", image.name())
                .put("FeedId", feed)
                .put("AcquisitionLocation", "NotAcquired");
    }

    private String listOf(ObjectNode item) {
        return seeds.api().body().putArray("list").add(item).toString();
    }
}
