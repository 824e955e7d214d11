package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tako.steps.kubernetes.manifest.Manifest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The service in front of the pods. */
final class ServiceSection {
    private static final List<String> PROTOCOLS = List.of("TCP", "UDP", "SCTP");
    private static final String NO_ADDRESS = "None";

    private final Scope scope;
    private final Properties properties;
    private final ObjectNode selector;
    private final List<String> knownPorts;

    /**
     * The section.
     *
     * @param selector the labels by which it finds its pods
     * @param knownPorts the names of the containers' ports; empty if these are not known
     */
    ServiceSection(Scope scope, ObjectNode selector, List<String> knownPorts) {
        this.scope = scope;
        this.properties = scope.properties();
        this.selector = selector;
        this.knownPorts = knownPorts;
    }

    Manifest manifest() {
        String type = properties.choice(Property.SERVICE_TYPE).orElse("ClusterIP");
        Field name = properties.field(Property.SERVICE_NAME);
        ObjectNode annotations = type.equals("LoadBalancer")
                ? scope.annotations(Property.LOAD_BALANCER_ANNOTATIONS)
                : JsonNodeFactory.instance.objectNode();
        return Leaf.manifest(scope.object(
                        "v1", "Service", name.given() ? name.of(Format.SERVICE).orElse("") : "", annotations)
                .with("spec", type.equals("ExternalName") ? external() : spec(type))
                .node());
    }

    private ObjectNode external() {
        return new ObjectDraft()
                .with("type", "ExternalName")
                .with(
                        "externalName",
                        properties.field(Property.SERVICE_EXTERNAL_NAME).required(Format.HOST))
                .node();
    }

    private ObjectNode spec(String type) {
        ObjectDraft spec = new ObjectDraft()
                .with("type", type)
                .with("clusterIP", properties.field(Property.SERVICE_CLUSTER_IP).node(Format.LINE));
        if (type.equals("LoadBalancer")) {
            spec.with(
                    "loadBalancerIP",
                    properties.field(Property.SERVICE_LOAD_BALANCER_IP).node(Format.LINE));
        }
        return spec.with("ports", ports(type)).withFilled("selector", selector).node();
    }

    private List<ObjectNode> ports(String type) {
        List<Item> ports = properties.items(Property.SERVICE_PORTS, "service port");
        if (ports.isEmpty() && !isHeadless()) {
            scope.problems().add("The service has no port. Add the one by which it is to be reached.");
        }
        scope.problems()
                .addDoubles(
                        ports.stream()
                                .flatMap(port -> port.field("name").text().stream())
                                .map(Text::shown),
                        "service port",
                        "");
        return ports.stream().map(port -> port(port, type, ports.size() > 1)).toList();
    }

    private boolean isHeadless() {
        return properties
                .field(Property.SERVICE_CLUSTER_IP)
                .open()
                .filter(NO_ADDRESS::equals)
                .isPresent();
    }

    private ObjectNode port(Item port, String type, boolean named) {
        Field target = port.field("targetPort");
        noteUnknown(target);
        port.field("port").given();
        if (named) {
            port.field("name").given();
        }
        return new ObjectDraft()
                .with("name", port.field("name").node(Format.LABEL))
                .with("port", port.field("port").port())
                .with("targetPort", target.portOrName())
                .with("nodePort", nodePort(port, type))
                .with("protocol", port.field("protocol").word(PROTOCOLS))
                .node();
    }

    private Optional<JsonNode> nodePort(Item port, String type) {
        Field nodePort = port.field("nodePort");
        if (type.equals("ClusterIP") && nodePort.isGiven()) {
            scope.problems()
                    .add("The " + nodePort.title() + " is given, but a service of type ClusterIP has none."
                            + " Choose the type NodePort, or empty the field.");
            return Optional.empty();
        }
        return nodePort.port();
    }

    private void noteUnknown(Field target) {
        Stream<String> name = target.text().map(Text::shown).stream();
        name.filter(port -> !knownPorts.isEmpty() && !port.matches("[0-9]+") && !knownPorts.contains(port))
                .forEach(port -> scope.problems()
                        .note("The " + target.title() + " is \"" + port
                                + "\", but no container has a port of that name."));
    }
}
