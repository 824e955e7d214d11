package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The pods of a workload: their metadata, their containers, and what these share. */
final class PodSection {
    private final Scope scope;
    private final Properties properties;
    private final WorkloadKind kind;
    private final VolumeSection volumes;
    private final FeedSecretSection feedSecrets;
    private final List<Item> containers;

    PodSection(Scope scope, WorkloadKind kind, VolumeSection volumes) {
        this.scope = scope;
        this.properties = scope.properties();
        this.kind = kind;
        this.volumes = volumes;
        this.containers = containers(scope);
        this.feedSecrets = new FeedSecretSection(scope, containers);
    }

    private static List<Item> containers(Scope scope) {
        List<Item> containers = scope.properties().items(Property.CONTAINERS, "container");
        if (containers.stream().allMatch(PodSection::isInit)) {
            scope.problems().add("The step has no container. Add one, with the image that it runs.");
        }
        scope.problems()
                .addDoubles(
                        containers.stream()
                                .flatMap(item -> item.field("Name").text().stream())
                                .map(Text::shown),
                        "container",
                        "");
        return containers;
    }

    private static boolean isInit(Item container) {
        return container.field("InitContainer").isTrue();
    }

    VolumeSection volumes() {
        return volumes;
    }

    FeedSecretSection feedSecrets() {
        return feedSecrets;
    }

    /** The names of all ports of all containers. */
    List<String> portNames() {
        return containers.stream()
                .flatMap(container -> container.pairs("Ports", "port").stream())
                .flatMap(port -> port.key().text().stream())
                .map(Text::shown)
                .toList();
    }

    ObjectNode template() {
        ObjectNode metadata = new ObjectDraft()
                .with("labels", scope.labels().node())
                .withFilled("annotations", scope.annotations(Property.POD_ANNOTATIONS))
                .node();
        return new ObjectDraft().with("metadata", metadata).with("spec", spec()).node();
    }

    private ObjectNode spec() {
        ObjectDraft spec = new ObjectDraft()
                .with("initContainers", rendered(containers.stream().filter(PodSection::isInit)))
                .with("containers", rendered(containers.stream().filter(container -> !isInit(container))))
                .with("volumes", volumes.sources())
                .with("imagePullSecrets", pullSecrets())
                .with("restartPolicy", restartPolicy())
                .with(
                        "serviceAccountName",
                        properties.field(Property.SERVICE_ACCOUNT).node(Format.SUBDOMAIN))
                .with(
                        "priorityClassName",
                        properties.field(Property.PRIORITY_CLASS).node(Format.SUBDOMAIN))
                .with(
                        "terminationGracePeriodSeconds",
                        properties.field(Property.TERMINATION_GRACE).count());
        new PodNetworkSection(properties).addTo(spec);
        new PlacementSection(properties).addTo(spec);
        return spec.withFilled("securityContext", new PodSecuritySection(properties).context())
                .node();
    }

    private List<ObjectNode> rendered(Stream<Item> items) {
        return items.map(item -> new ContainerSection(scope, item, volumes).container())
                .toList();
    }

    private List<ObjectNode> pullSecrets() {
        Stream<String> given = properties.json(Property.IMAGE_PULL_SECRETS).stream()
                .flatMap(JsonNode::valueStream)
                .map(this::secretName)
                .flatMap(name -> name.of(Format.SUBDOMAIN).stream());
        return Stream.concat(feedSecrets.names().stream(), given)
                .distinct()
                .map(name -> new ObjectDraft().with("name", name).node())
                .toList();
    }

    private Field secretName(JsonNode element) {
        return element instanceof ObjectNode object
                ? new Item(object, "image pull secret", scope.problems()).field("name", "key", "value")
                : new Field(Property.IMAGE_PULL_SECRETS.title(), Optional.of(element), scope.problems());
    }

    private Optional<JsonNode> restartPolicy() {
        Optional<String> policy = properties.choice(Property.RESTART_POLICY);
        boolean isJob = kind == WorkloadKind.JOB;
        if (policy.filter(chosen -> chosen.equals("Always") == isJob).isPresent()) {
            scope.problems()
                    .add("The pods of a " + kind.wireName() + " cannot have the restart policy " + policy.get()
                            + ". Choose " + (isJob ? "OnFailure or Never" : "Always") + ".");
        }
        return policy.or(() -> isJob ? Optional.of("Never") : Optional.empty())
                .map(Text::plain)
                .map(Text::node);
    }
}
